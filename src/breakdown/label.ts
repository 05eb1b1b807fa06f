/** Labels in running text: `牵头单位：`, `（责任单位：…）`, `完成时限：`, each with the field it fills. */
import { fieldOfWord } from './label-word.ts';
import type { Field } from './label-word.ts';

/** The field that a bare label names (`牵头 单位` too), or null. */
export function fieldOf(label: string): Field | null {
  return fieldOfWord.get(label.replaceAll(/[\s*：:∶【】[\]]+/gu, '')) ?? null;
}

export type Label = {
  readonly start: number;
  readonly valueStart: number;
  readonly word: string;
  readonly field: Field;
};

const unitFields: ReadonlySet<Field> = new Set(['leads', 'cooperators', 'responsible', 'division']);

export function isUnitField(field: Field): boolean {
  return unitFields.has(field);
}

const longestWord = Math.max(...[...fieldOfWord.keys()].map((word) => word.length));
const colons = /[：:﹕∶︰]/gu;
// `各责任单位：` is an addressee, `明确责任单位：` a sentence; a letter before the label means it is part of a longer word.
const noLabelAfter = /[各的由为和与及或按定确]$/u;
const boundary = /(?:^|[\s。；;，,、！？!?.）)〕】\]”’"'》>|*【[（(〔：:])$/u;

/** All labels in a text, in order. A unit label counts anywhere before its colon, other labels only after a stop or at a start. */
export function labelsIn(text: string, starts: ReadonlySet<number> = new Set([0])): readonly Label[] {
  const found: Label[] = [...bracketedLabels(text)];
  if (found.length > 0) return mergedLabels(found, labelsWithColon(text, starts));
  return labelsWithColon(text, starts);
}

// `【责任单位】县财政局`: the bracket does the work of the colon.
const bracketed = /[【〔［[]([^】〕］\][【〔［]{2,40})[】〕］\]]/gu;

function bracketedLabels(text: string): readonly Label[] {
  return [...text.matchAll(bracketed)].flatMap((match) => {
    const word = (match[1] ?? '').replaceAll(/\s/gu, '');
    const field = fieldOfWord.get(word);
    if (field === undefined) return [];
    const after = overSpaces(text, match.index + match[0].length);
    const valueStart = /[：:]/u.test(text.charAt(after)) ? overSpaces(text, after + 1) : after;
    return [{ start: match.index, valueStart, word, field }];
  });
}

function overSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charAt(at))) at += 1;
  return at;
}

function backOverSpaces(text: string, from: number): number {
  let at = from;
  while (at > 0 && isSpace(text.charAt(at - 1))) at -= 1;
  return at;
}

function isSpace(character: string): boolean {
  return /\s/u.test(character);
}

/** Both in the order of the text; a label that has bracket and colon is the bracket's. */
function mergedLabels(bracket: readonly Label[], colon: readonly Label[]): readonly Label[] {
  let at = 0;
  const others = colon.filter((label) => {
    while ((bracket[at]?.valueStart ?? Infinity) <= label.start) at += 1;
    return (bracket[at]?.start ?? Infinity) >= label.valueStart;
  });
  return [...bracket, ...others].toSorted((a, b) => a.start - b.start);
}

/** Where a label's word ends: before its colon, blanks and the bracket of 【牵头单位】：. */
function wordEnd(text: string, colon: number): number {
  const end = backOverSpaces(text, colon);
  return /[】\]]/u.test(text.charAt(end - 1)) ? backOverSpaces(text, end - 1) : end;
}

function labelsWithColon(text: string, starts: ReadonlySet<number>): readonly Label[] {
  const found: Label[] = [];
  for (const colon of text.matchAll(colons)) {
    const label = labelBefore(text, wordEnd(text, colon.index), found.at(-1)?.valueStart ?? 0);
    if (label === null) continue;
    const before = text.slice(0, label.start).slice(-1);
    const isFree = starts.has(label.start) || boundary.test(before);
    const isAfterUnits = found.length > 0 && isUnitField(found.at(-1)?.field ?? 'note');
    // 牵头： alone is short enough to end a sentence by chance.
    const isLong = label.word.length > 2;
    if (!isFree && (!isLong || (!isUnitField(label.field) && !isAfterUnits) || noLabelAfter.test(before))) continue;
    const { start, word, field } = label;
    found.push({ start, valueStart: overSpaces(text, colon.index + 1), word, field });
  }
  return found;
}

/** The longest label word that ends before a colon; spaces inside it are typesetting. */
function labelBefore(text: string, end: number, from: number): Omit<Label, 'valueStart'> | null {
  let found: Omit<Label, 'valueStart'> | null = null;
  let word = '';
  for (let start = end - 1; start >= from && word.length < longestWord; start -= 1) {
    const character = text.charAt(start);
    if (/\s/u.test(character)) continue;
    if (stops.has(character)) break;
    word = character + word;
    const field = fieldOfWord.get(word);
    if (field !== undefined) found = { start: withBracket(text, start), word, field };
  }
  return found;
}

// No label word goes over one of these.
const stops: ReadonlySet<string> = new Set('。；;，,！？!?【[《》“”：:');

/** `【牵头单位】：` begins at its bracket. */
function withBracket(text: string, start: number): number {
  return /[【[]/u.test(text.charAt(start - 1)) ? start - 1 : start;
}

/** The label that a line begins with, or null. */
export function labelAtStart(text: string): Label | null {
  const first = labelsIn(text.slice(0, longestWord * 2 + 4)).at(0);
  return first?.start === 0 ? first : null;
}
