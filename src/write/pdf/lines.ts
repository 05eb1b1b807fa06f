/** Letters broken into lines of a given width, and a line as items of a page. */
import { breakChances } from './break-chances.ts';
import { isHangable, isSpace, mayBeginLine, mayEndLine } from './characters.ts';
import type { Letter } from './letters.ts';
import type { TextItem } from './page.ts';

/** `width`: natural width in em, without trailing blanks. `isLast`: ends its paragraph or is followed by a forced break. */
export type TextLine = { readonly letters: readonly Letter[]; readonly width: number; readonly isLast: boolean };

/** In em. `first`: room of the first line, less its indent. `anywhere`: a code-like text that may break at any character. */
export type Measure = { readonly first: number; readonly rest: number; readonly anywhere: boolean };

export function breakLines(letters: readonly Letter[], measure: Measure): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (let end = 0; end <= letters.length; end++) {
    if (end < letters.length && letters[end]?.value !== '\n') continue;
    const room = { ...measure, first: lines.length === 0 ? measure.first : measure.rest };
    lines.push(...breakParagraph(letters.slice(start, end), room));
    start = end + 1;
  }
  return lines;
}

function breakParagraph(letters: readonly Letter[], measure: Measure): readonly TextLine[] {
  // Most cells hold one short line, for which no break has to be looked for.
  if (widthOf(letters) <= measure.first) return [lineOf(letters, true)];
  const chances = measure.anywhere ? letters.map(() => true) : breakChances(letters.map((letter) => letter.value));
  const lines: TextLine[] = [];
  let start = 0;
  while (start < letters.length) {
    const room = lines.length === 0 ? measure.first : measure.rest;
    const end = endOfLine(letters, { start, room, chances });
    lines.push(lineOf(letters.slice(start, end), end === letters.length));
    start = end;
    while (start < letters.length && isSpace(letters[start]?.value ?? '')) start++;
  }
  return lines.length === 0 ? [lineOf([], true)] : lines;
}

type Search = { readonly start: number; readonly room: number; readonly chances: readonly boolean[] };

const tolerance = 1e-6;

/** The position after the last letter of the line that begins at `start`: the last chance that fits, else any letter that fits. */
function endOfLine(letters: readonly Letter[], search: Search): number {
  let width = 0;
  let chance = -1;
  for (let index = search.start; index < letters.length; index++) {
    const letter = letters[index] as Letter;
    width += letter.advance;
    const needed = isSpace(letter.value) ? width - letter.advance : width - hang(letter);
    if (needed > search.room + tolerance) return chance >= 0 ? chance : emergencyEnd(letters, search.start, index);
    if (search.chances[index] === true) chance = index + 1;
  }
  return letters.length;
}

/** No chance fits: break where the room ends, or a little before where that parts no mark from its word. */
function emergencyEnd(letters: readonly Letter[], start: number, tooFar: number): number {
  for (let end = tooFar; end > start; end--) {
    if (mayBeginLine(letters[end]?.value ?? '') && mayEndLine(letters[end - 1]?.value ?? '')) return end;
  }
  return Math.max(tooFar, start + 1);
}

/** A full-width closing mark at the line's end may hang out by its empty half. */
function hang(letter: Letter): number {
  return isHangable(letter.value) && letter.advance === 1 ? 0.5 : 0;
}

function lineOf(letters: readonly Letter[], isLast: boolean): TextLine {
  const end = letters.findLastIndex((letter) => !isSpace(letter.value)) + 1;
  const kept = letters.slice(0, end);
  return { letters: kept, width: widthOf(kept), isLast };
}

/** In em. */
export function widthOf(letters: readonly Letter[]): number {
  let width = 0;
  for (const letter of letters) width += letter.advance;
  return width;
}

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** Where a line goes: its box from x, `width` wide, in points. */
export type LinePlace = {
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
  readonly size: number;
  readonly align: Alignment;
  readonly color: string;
  readonly piece: number | null;
};

/** The line as text items, one a face. */
export function lineItems(line: TextLine, place: LinePlace): readonly TextItem[] {
  const slack = place.width - line.width * place.size;
  const spacing = place.align === 'justify' && !line.isLast ? justifiedSpacing(line, slack, place.size) : 0;
  let x = place.x + (place.align === 'right' ? slack : place.align === 'center' ? slack / 2 : 0);
  const { baseline, size, color, piece } = place;
  return facesApart(line.letters).map((run) => {
    const face = (run[0] as Letter).face;
    let value = '';
    for (const letter of run) value += letter.value;
    const item: TextItem = { kind: 'text', x, baseline, size, face, value, spacing, color, piece };
    x += widthOf(run) * size + run.length * spacing;
    return item;
  });
}

/** Slack shared out between the letters, unless it is so much that the line would fall to pieces. */
function justifiedSpacing(line: TextLine, slack: number, size: number): number {
  if (line.letters.length < 2) return 0;
  const last = line.letters.at(-1) as Letter;
  const shared = slack < 0 ? slack + hang(last) * size : slack;
  const spacing = Math.max(0, shared) / (line.letters.length - 1);
  return spacing > size / 3 ? 0 : Math.round(spacing * 1e4) / 1e4;
}

/** Neighbouring letters of one face together; each letter of the fallback face alone, since its widths may differ. */
function facesApart(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  // Most lines are of one face.
  const face = letters[0]?.face;
  if (face !== undefined && face !== 'fallback' && letters.every((letter) => letter.face === face)) return [letters];
  const runs: Letter[][] = [];
  for (const letter of letters) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.face === letter.face && letter.face !== 'fallback') run.push(letter);
    else runs.push([letter]);
  }
  return runs;
}

/** Baseline of type centred in a line of the given pitch: Chinese faces stand 0.88 em above and 0.12 em below it. */
export function baselineIn(top: number, pitch: number, size: number): number {
  return top + (pitch - size) / 2 + 0.88 * size;
}
