/**
 * The markup of a template before any data is in it: its partials are put in, its tags blanked out, and every position is
 * traced back to its file. Here unknown elements, classes and attributes are found with template:line:column.
 */
import type { Message, Place } from '../message/message.ts';
import { parseHtml, type Spot } from './html.ts';
import { checkMarkup } from './markup-rules.ts';

type Source = { readonly file: string; readonly text: string };

/** Stands for `{{name}}`, so that a class or attribute made of data is told from a fixed one. No template holds this private character. */
const dataMark = '\uE000';

/** A stretch of the skeleton that stands in one file without a gap. */
type Stretch = { readonly from: number; readonly file: string; readonly row: number; readonly column: number };

type Skeleton = { text: string; readonly stretches: Stretch[] };

export function skeletonMessages(
  template: Source,
  { partials, figures }: { readonly partials: ReadonlyMap<string, Source>; readonly figures: readonly string[] | null },
): readonly Message[] {
  const skeleton: Skeleton = { text: '', stretches: [] };
  append(skeleton, template, { partials, inside: [] });
  const lineStarts = [0, ...Array.from(skeleton.text.matchAll(/\n/g), ({ index }) => index + 1)];
  return checkMarkup(parseHtml(skeleton.text), {
    dataMark,
    figures,
    placeOf: (spot) => placeOf(spot, skeleton, lineStarts),
  });
}

type Nesting = { readonly partials: ReadonlyMap<string, Source>; readonly inside: readonly string[] };

/** Comments and tags, in order; one that is never closed is text. */
function* tagsIn(text: string): Generator<{ readonly index: number; readonly tag: string }> {
  const lastComment = text.lastIndexOf('--}}');
  let at = 0;
  for (;;) {
    const index = text.indexOf('{{', at);
    const isComment = index >= 0 && text.startsWith('{{!--', index) && index + 5 <= lastComment;
    const close = isComment ? '--}}' : '}}';
    const end = index < 0 ? -1 : text.indexOf(close, index + (isComment ? 5 : 2));
    if (end < 0) return;
    at = end + close.length;
    yield { index, tag: text.slice(index, at) };
  }
}

function append(skeleton: Skeleton, source: Source, nesting: Nesting): void {
  let at = 0;
  for (const { index, tag } of tagsIn(source.text)) {
    appendText(skeleton, source, { from: at, text: source.text.slice(at, index) });
    at = index + tag.length;
    const name = /^\{\{~?>\s*([^\s}]+)/.exec(tag)?.[1];
    const partial = name === undefined ? undefined : nesting.partials.get(name);
    if (partial !== undefined && name !== undefined && !nesting.inside.includes(name)) {
      append(skeleton, partial, { ...nesting, inside: [...nesting.inside, name] });
    } else {
      appendText(skeleton, source, { from: index, text: blanked(tag) });
    }
  }
  appendText(skeleton, source, { from: at, text: source.text.slice(at) });
}

function appendText(skeleton: Skeleton, source: Source, piece: { readonly from: number; readonly text: string }): void {
  if (piece.text === '') return;
  const before = source.text.slice(0, piece.from);
  const row = before.split('\n').length;
  const column = piece.from - before.lastIndexOf('\n');
  skeleton.stretches.push({ from: skeleton.text.length, file: source.file, row, column });
  skeleton.text += piece.text;
}

/** A value is marked, everything else is white space; both as long as the tag, so that columns stay. */
function blanked(written: string): string {
  const isValue = !/^\{\{~?[#/!>]|^\{\{~?\s*else\b/.test(written);
  return written.replaceAll(/[^\n]/g, isValue ? dataMark : ' ');
}

function placeOf(spot: Spot, skeleton: Skeleton, lineStarts: readonly number[]): Place {
  const offset = (lineStarts[spot.row - 1] ?? 0) + spot.column - 1;
  const stretch = skeleton.stretches.findLast(({ from }) => from <= offset);
  if (stretch === undefined) return { file: '', row: null, column: null };
  const within = skeleton.text.slice(stretch.from, offset);
  const lineEnds = within.split('\n').length - 1;
  const column = lineEnds === 0 ? stretch.column + within.length : within.length - within.lastIndexOf('\n');
  return { file: stretch.file, row: stretch.row + lineEnds, column };
}
