/** Items: the lines of a document gathered under their number marks, before anybody knows which are headings and which are tasks. */
import { continuesUnits, endingAfter, endsSentence, headingVerb, isUnfinished, noEnding } from './ending.ts';
import type { Ending } from './ending.ts';
import { labelAtStart } from './label.ts';
import type { Line } from './line.ts';
import { markAt } from './mark.ts';
import type { Mark } from './mark.ts';
import { advance, isBelieved, noSequence, previousOf } from './sequence.ts';
import type { Sequence } from './sequence.ts';
import { isClosingLine } from './closing.ts';

/** A run of lines that are one paragraph. */
export type Paragraph = { readonly lines: readonly Line[]; readonly isLabelled: boolean };

export type Item = {
  /** `front`: before the first mark · `closing`: signature, date, copied-to · `bare`: a heading without number. */
  readonly kind: 'front' | 'numbered' | 'bare' | 'closing';
  readonly mark: Mark | null;
  /** The number before it in its list, for reports of gaps; null for the first. */
  readonly previous: number | null;
  readonly paragraphs: readonly Paragraph[];
};

type OpenItem = Omit<Item, 'paragraphs'> & {
  readonly paragraphs: { readonly lines: Line[]; readonly isLabelled: boolean }[];
};

/** Gathers lines into items. `known` are names that the document uses elsewhere: they decide where a broken list goes on. */
export function readItems(lines: readonly Line[], known: ReadonlySet<string>): readonly Item[] {
  const marks = lines.map((line) => markAt(line.text));
  const lastPlaces = lastPlacesOf(marks);
  const items: OpenItem[] = [open('front', null, null)];
  let sequence: Sequence = noSequence;
  let ending: Ending = noEnding;
  for (const [index, line] of lines.entries()) {
    const item = items.at(-1) ?? open('front', null, null);
    const mark = marks[index] ?? null;
    const last = item.paragraphs.at(-1)?.lines.at(-1) ?? null;
    if (
      mark !== null &&
      isBelieved(sequence, mark, surroundings({ mark, index, lastPlaces, item, ending, last, line }))
    ) {
      items.push({
        ...open('numbered', mark, previousOf(sequence, mark.style)),
        paragraphs: [{ lines: [line], isLabelled: false }],
      });
      sequence = advance(sequence, mark);
      ending = endingAfter(noEnding, line.text.slice(mark.printed.length));
      continue;
    }
    const next = { line: lines[index + 1] ?? null, mark: marks[index + 1] ?? null };
    const act = actOn(line, { item, ending, last, next, known });
    ending = endingAfter(act === 'join' ? ending : noEnding, line.text);
    if (act === 'join' && item.paragraphs.length > 0) item.paragraphs.at(-1)?.lines.push(line);
    else if (act === 'bare' || act === 'closing' || act === 'front') {
      items.push({ ...open(act, null, null), paragraphs: [{ lines: [line], isLabelled: false }] });
    } else item.paragraphs.push({ lines: [line], isLabelled: act === 'label' });
  }
  return items.filter((item) => item.paragraphs.length > 0);
}

function open(kind: Item['kind'], mark: Mark | null, previous: number | null): OpenItem {
  return { kind, mark, previous, paragraphs: [] };
}

/** For each style and number the last line that begins with it cleanly. */
function lastPlacesOf(marks: readonly (Mark | null)[]): ReadonlyMap<string, number> {
  return new Map(
    marks.flatMap((mark, index) =>
      mark === null || mark.isDoubtful ? [] : [[`${mark.style} ${mark.value}`, index] as const],
    ),
  );
}

type Around = {
  readonly mark: Mark;
  readonly index: number;
  readonly lastPlaces: ReadonlyMap<string, number>;
  readonly item: Item;
  readonly ending: Ending;
  readonly last: Line | null;
  readonly line: Line;
};

function surroundings({ mark, index, lastPlaces, item, ending, last, line }: Around): Parameters<typeof isBelieved>[2] {
  const lastPlaceOf = (value: number): number => lastPlaces.get(`${mark.style} ${value}`) ?? -1;
  return {
    isAfterEnd: isAfterEnd({ item, ending, last, line }),
    comesAgain: lastPlaceOf(mark.value) > index,
    hasSuccessor: lastPlaceOf(mark.value + 1) > index,
  };
}

function isAfterEnd({ item, ending, last, line }: Pick<Around, 'item' | 'ending' | 'last' | 'line'>): boolean {
  if (last === null || item.kind === 'front' || item.kind === 'closing' || item.kind === 'bare') return true;
  if (ending.open > 0) return false;
  if (ending.kind !== 'text' || endsSentence(last.text)) return !/[、，,]$/u.test(last.text) || ending.kind !== 'text';
  if (isUnfinished(last.text)) return false;
  if (line.isAfterBlank) return true;
  const isHeadingLike = item.paragraphs.length === 1 && item.paragraphs[0]?.lines.length === 1;
  return isHeadingLike;
}

type Context = {
  readonly item: Item;
  readonly ending: Ending;
  readonly last: Line | null;
  readonly next: { readonly line: Line | null; readonly mark: Mark | null };
  readonly known: ReadonlySet<string>;
};

type Act = 'join' | 'paragraph' | 'label' | 'bare' | 'closing' | 'front';

/** What a line without a believed mark does. */
function actOn(line: Line, context: Context): Act {
  const { item, ending, last, next } = context;
  if (isClosingLine(line, next.line)) return 'closing';
  if (labelAtStart(line.text.replace(/^[（(〔【]/u, '')) !== null) return 'label';
  if (item.kind === 'closing') return 'front';
  if (item.kind === 'front') return last !== null && joinsFront(last, line) ? 'join' : 'paragraph';
  if (ending.kind === 'units' && continuesUnits(ending, line.text, context.known)) return 'join';
  if (ending.open > 0 || ending.kind === 'field') return 'join';
  if (isBareHeading(line, context)) return 'bare';
  if (ending.kind === 'units' || ending.kind === 'clause') return 'paragraph';
  return last !== null && endsSentence(last.text) ? 'paragraph' : 'join';
}

function joinsFront(last: Line, line: Line): boolean {
  return !line.isAfterBlank && !endsSentence(last.text) && !line.isIndented;
}

const longestBareHeading = 30;

/** `健全作风建设制度` between the last unit of one task and the number of the next. */
function isBareHeading(line: Line, { item, ending, last, next }: Context): boolean {
  if (line.text.length > longestBareHeading || /[。；;：:，,！？]/u.test(line.text)) return false;
  if (ending.kind === 'units' || ending.kind === 'clause') return true;
  if (next.mark === null || last === null || !headingVerb.test(line.text)) return false;
  if (endsSentence(last.text)) return true;
  const isSingle = item.paragraphs.length === 1 && item.paragraphs[0]?.lines.length === 1;
  return isSingle && isWholeHeading(item, last);
}

function isWholeHeading(item: Item, last: Line): boolean {
  const title = last.text.slice(item.mark?.printed.length ?? 0);
  return title.length >= 4 && !isUnfinished(title) && !headingVerbEnd.test(title);
}

const headingVerbEnd = new RegExp(headingVerb.source.replace('^', '').concat('$'), 'u');
