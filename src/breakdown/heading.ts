/** Headings: the title that stands in the section path, and the text below it that is neither title nor task. */
import type { Catalogue, SourcePlace } from '../domain/catalogue.ts';
import type { Content } from './content.ts';
import { endsSentence, isUnfinished } from './ending.ts';
import { flowOf } from './flow.ts';
import { isUnitField } from './label.ts';
import type { Item, SourceParagraph } from './item.ts';
import type { Line } from './line.ts';

export type Passage = Catalogue['preamble'][number];

type SplitHeading = { readonly title: string; readonly place: SourcePlace; readonly body: readonly Passage[] };

/** The title is the first line, with what a broken line leaves over; sentences after it are body. */
export function splitHeading(item: Item): SplitHeading {
  const [first, ...others] = item.paragraphs;
  const lines = first?.lines ?? [];
  const titleLines = lines.slice(0, titleLength(lines));
  const whole = flowOf(titleLines);
  const { title, rest } = splitSentence(whole.text);
  const place = placeOf(titleLines);
  const body = [
    ...(rest === '' ? [] : [{ text: rest, place }]),
    ...(lines.length > titleLines.length
      ? [passageOf({ lines: lines.slice(titleLines.length), isLabelled: false })]
      : []),
    ...others.map(passageOf),
  ];
  return { title, place, body };
}

/** The title of a section that names units, without them; they stay readable in the body. */
export function splitSection({ item, content }: { item: Item; content: Content }): SplitHeading {
  const whole = splitHeading(item);
  const [title] = content.sentences;
  const bare = title === undefined ? null : splitSentence(`${item.mark?.printed ?? ''}${title.text}`).title;
  if (bare === null || bare === whole.title || !content.claims.some(({ field }) => isUnitField(field))) return whole;
  const [first, ...others] = item.paragraphs;
  return {
    title: bare,
    place: whole.place,
    body: [first, ...others].flatMap((each) => (each === undefined ? [] : [passageOf(each)])),
  };
}

const longestTitle = 60;

function titleLength(lines: readonly Line[]): number {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return lines.length;
  if (endsSentence(first.text)) return 1;
  const length = lines.slice(0, longestTitle).reduce((sum, line) => sum + line.text.length, 0);
  if (length <= longestTitle && lines.every((line) => !/[。；]/u.test(line.text))) return lines.length;
  return isUnfinished(first.text) ? 2 : 1;
}

/** `（一）指导思想。坚持……`: a short first sentence is the title, the others are text. */
function splitSentence(text: string): { title: string; rest: string } {
  const stop = text.indexOf('。');
  if (stop < 0 || stop > longestTitle || stop === text.length - 1) return { title: text, rest: '' };
  return { title: text.slice(0, stop + 1), rest: text.slice(stop + 1) };
}

export function paragraphsOf(item: Item): readonly Passage[] {
  return item.paragraphs.map(passageOf);
}

function passageOf(paragraph: SourceParagraph): Passage {
  return { text: flowOf(paragraph.lines).text, place: placeOf(paragraph.lines) };
}

function placeOf(lines: readonly Line[]): SourcePlace {
  return { line: lines[0]?.line ?? 0, endLine: lines.at(-1)?.line ?? 0 };
}
