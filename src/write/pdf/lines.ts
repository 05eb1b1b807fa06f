/** Letters broken into lines of a given width, and a line as items of a page. */
import type { FontRole } from '../../document/fonts.ts';
import { breakChances } from './break-chances.ts';
import { mayBeginLine, mayEndLine } from './characters.ts';
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
    const isWhole = start === 0 && end === letters.length;
    pushParagraph(lines, isWhole ? letters : letters.slice(start, end), measure);
    start = end + 1;
  }
  return lines;
}

function pushParagraph(lines: TextLine[], letters: readonly Letter[], { first, rest, anywhere }: Measure): void {
  let room = lines.length === 0 ? first : rest;
  // Most cells hold one short line, for which no break has to be looked for.
  if (letters.length === 0 || widthOf(letters) <= room) {
    lines.push(lineOf(letters, 0, letters.length));
    return;
  }
  const chances = anywhere ? letters.map(() => true) : breakChances(letters);
  for (let start = 0; start < letters.length; room = rest) {
    const end = endOfLine(letters, { start, room, chances });
    lines.push(lineOf(letters, start, end));
    start = end;
    while (letters[start]?.isSpace === true) start++;
  }
}

type Search = { readonly start: number; readonly room: number; readonly chances: readonly boolean[] };

const tolerance = 1e-6;

/** The position after the last letter of the line that begins at `start`: the last chance that fits, else any letter that fits. */
function endOfLine(letters: readonly Letter[], { start, room, chances }: Search): number {
  let width = 0;
  let chance = -1;
  for (let index = start; index < letters.length; index++) {
    const { advance, isSpace, hang } = letters[index] as Letter;
    width += advance;
    const needed = isSpace ? width - advance : width - hang;
    if (needed > room + tolerance) return chance >= 0 ? chance : emergencyEnd(letters, start, index);
    if (chances[index] === true) chance = index + 1;
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

/** The letters from `start` to `end`, which is the last of its paragraph's lines where they end there. */
function lineOf(letters: readonly Letter[], start: number, end: number): TextLine {
  let shown = end;
  while (shown > start && letters[shown - 1]?.isSpace === true) shown--;
  const kept = start === 0 && shown === letters.length ? letters : letters.slice(start, shown);
  return { letters: kept, width: widthOf(kept), isLast: end === letters.length };
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
  const items: TextItem[] = [];
  const { baseline, size, align, color, piece } = place;
  const { letters } = line;
  const slack = place.width - line.width * size;
  const spacing = align === 'justify' && !line.isLast ? justifiedSpacing(line, slack, size) : 0;
  let x = place.x + (align === 'right' ? slack : align === 'center' ? slack / 2 : 0);
  for (let start = 0; start < letters.length;) {
    const { face } = letters[start] as Letter;
    const end = endOfFace(letters, start, face);
    let value = '';
    let width = 0;
    for (let index = start; index < end; index++) {
      const letter = letters[index] as Letter;
      value += letter.value;
      width += letter.advance;
    }
    items.push({ kind: 'text', x, baseline, size, face, value, spacing, color, piece });
    x += width * size + (end - start) * spacing;
    start = end;
  }
  return items;
}

/** Slack shared out between the letters, unless it is so much that the line would fall to pieces. */
function justifiedSpacing(line: TextLine, slack: number, size: number): number {
  if (line.letters.length < 2) return 0;
  const last = line.letters.at(-1) as Letter;
  const shared = slack < 0 ? slack + last.hang * size : slack;
  const spacing = Math.max(0, shared) / (line.letters.length - 1);
  return spacing > size / 3 ? 0 : Math.round(spacing * 1e4) / 1e4;
}

/** After the letters from `start` on that are of one face; each letter of the fallback face stands alone, since its widths may differ. */
function endOfFace(letters: readonly Letter[], start: number, face: FontRole): number {
  let end = start + 1;
  while (face !== 'fallback' && letters[end]?.face === face) end++;
  return end;
}

/** Baseline of type centred in a line of the given pitch: Chinese faces stand 0.88 em above and 0.12 em below it. */
export function baselineIn(top: number, pitch: number, size: number): number {
  return top + (pitch - size) / 2 + 0.88 * size;
}
