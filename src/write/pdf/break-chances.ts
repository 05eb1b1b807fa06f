/** Where a line may end: UAX #14 for words and numbers, with the Chinese rules on top of it. */
import LineBreaker from 'linebreak';
import { isClosingQuote, isOpeningQuote, isWide, mayBeginLine, mayEndLine } from './characters.ts';

/** For each character but the last, whether a line may end after it. */
export function breakChances(characters: readonly string[]): readonly boolean[] {
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
