/** Where a line may end: UAX #14 for words and numbers, with the Chinese rules on top of it. */
import LineBreaker from 'linebreak';
import type { Letter } from './letters.ts';
import { isClosingQuote, isOpeningQuote, isWide, mayBeginLine, mayEndLine } from './characters.ts';

/** For each letter but the last, whether a line may end after it. */
export function breakChances(letters: readonly Letter[]): readonly boolean[] {
  const chances: boolean[] = [];
  let shape: string[] = [];
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index] as Letter;
    shape.push(letter.isHanzi ? anyHanzi : letter.value);
    // Two hanzi part from each other, and what precedes them says nothing of what follows.
    const isParted = letter.isHanzi && letters[index + 1]?.isHanzi === true;
    if (!isParted && index + 1 < letters.length) continue;
    if (shape.length > 1) chances.push(...chancesWithin(shape));
    else chances.push(false);
    chances[index] = isParted;
    shape = [];
  }
  return chances;
}

const anyHanzi = '一';
const memory = new Map<string, readonly boolean[]>();

/** Marks and figures between hanzi come in few shapes, each of which is judged once. */
function chancesWithin(characters: readonly string[]): readonly boolean[] {
  const shape = characters.join('');
  const known = memory.get(shape);
  if (known !== undefined) return known;
  // Texts of other scripts are shapes of their own.
  if (memory.size >= 1000) memory.clear();
  const found = judged(characters);
  memory.set(shape, found);
  return found;
}

function judged(characters: readonly string[]): readonly boolean[] {
  const uax = standardChances(characters);
  return characters.map((character, index) => {
    const next = characters[index + 1];
    return next !== undefined && mayBreakBetween(character, next, uax[index] === true);
  });
}

function mayBreakBetween(character: string, next: string, isStandardChance: boolean): boolean {
  if (!mayBeginLine(next) || !mayEndLine(character)) return false;
  // UAX #14 cannot tell opening from closing quotes in “ ” and glues both to their neighbours.
  if (isOpeningQuote(next)) return isWide(character) || isClosingQuote(character) || isStandardChance;
  if (isClosingQuote(character)) return isWide(next) || isStandardChance;
  return isStandardChance;
}

function standardChances(characters: readonly string[]): readonly boolean[] {
  const ends = new Set<number>();
  const breaker = new LineBreaker(characters.join(''));
  for (let chance = breaker.nextBreak(); chance !== null; chance = breaker.nextBreak()) ends.add(chance.position);
  let position = 0;
  return characters.map((character) => {
    position += character.length;
    return ends.has(position);
  });
}
