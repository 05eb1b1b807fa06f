/** Items: the lines of a document gathered under their number marks, before anybody knows which are headings and which are tasks. */
import type { SourcePlace } from '../../domain/catalogue.ts';
import { isClosingLine } from './closing.ts';
import {
  closesBracket,
  continuesField,
  continuesUnits,
  endingAfter,
  endsSentence,
  headingVerb,
  isUnfinished,
  noEnding,
} from './ending.ts';
import type { Ending } from './ending.ts';
import { labelAtStart, labelsIn } from './label.ts';
import type { Line } from './line.ts';
import { markAt, rankOf } from './mark.ts';
import type { Mark } from './mark.ts';
import { advance, isBelieved, noSequence, previousOf } from './sequence.ts';
import type { Sequence, Surroundings } from './sequence.ts';
import { joinsFront } from './front.ts';

/** A run of lines that are one paragraph. */
export type Paragraph = { readonly lines: readonly Line[]; readonly isLabelled: boolean };

export type Item = {
  /** `front`: before the first mark · `closing`: signature, date, copied-to · `bare`: a heading without number. */
  readonly kind: 'front' | 'numbered' | 'bare' | 'closing';
  readonly mark: Mark | null;
  /** The number before it in its list, for reports of gaps; null for the first. */
  readonly previous: number | null;
  readonly paragraphs: readonly Paragraph[];
  /** Of a table: section titles have a rank of their own, rows are tasks whatever they name. */
  readonly rank?: number;
  readonly isRow?: boolean;
  readonly place?: SourcePlace;
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
    const next = {
      line: lines[index + 1] ?? null,
      mark: cleanMark(marks[index + 1]),
      ahead: textAhead(lines, marks, index),
    };
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

/** `牵头` and `责任单位：…`: the label began in the line before. */
function endsLabel(before: string, line: Line, ahead: string): boolean {
  const tail = line.isAfterBlank ? '' : (/(?:牵头|主要|第一|协同|协同配合)$/u.exec(before)?.[0] ?? '');
  return tail !== '' && labelAtStart(line.text + ahead) !== null && labelAtStart(tail + line.text + ahead) !== null;
}

function cleanMark(mark: Mark | null | undefined): Mark | null {
  return mark == null || mark.isDoubtful ? null : mark;
}

const farthestAhead = 24;

function textAhead(lines: readonly Line[], marks: readonly (Mark | null)[], index: number): string {
  let text = '';
  for (let at = index + 1; text.length < farthestAhead; at += 1) {
    const line = lines[at];
    if (line === undefined || marks[at] !== null || line.isAfterBlank || labelAtStart(line.text) !== null) break;
    text += line.text;
  }
  return text;
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

function surroundings({ mark, index, lastPlaces, item, ending, last, line }: Around): Surroundings {
  const lastPlaceOf = (value: number): number => lastPlaces.get(`${mark.style} ${value}`) ?? -1;
  return {
    end: endBefore({ mark, item, ending, last, line }),
    comesAgain: lastPlaceOf(mark.value) > index,
    hasSuccessor: lastPlaceOf(mark.value + 1) > index,
  };
}

function endBefore({ mark, item, ending, last, line }: Omit<Around, 'index' | 'lastPlaces'>): Surroundings['end'] {
  if (last === null || item.kind !== 'numbered') return 'sure';
  if (ending.kind === 'free' && item.mark !== null && rankOf[mark.style] > rankOf[item.mark.style]) return 'none';
  if (ending.open > 0) return 'none';
  if (isValue(ending.kind)) return /[、，,]$/u.test(last.text) ? 'possible' : 'sure';
  if (ending.kind === 'clause' || endsSentence(last.text)) return 'sure';
  if (isUnfinished(last.text)) return 'none';
  if (line.isAfterBlank) return 'sure';
  return isShort(item) ? 'possible' : 'none';
}

function isListEnd(kind: Ending['kind']): boolean {
  return kind === 'units' || kind === 'clause' || kind === 'division';
}

function isValue(kind: Ending['kind']): boolean {
  return kind === 'units' || kind === 'field' || kind === 'division' || kind === 'free';
}

const longestHeading = 80;

/** As short and plain as a heading, on however many lines. */
function isShort({ paragraphs }: Item): boolean {
  const lines = paragraphs[0]?.lines ?? [];
  const length = lines.slice(0, 30).reduce((sum, line) => sum + line.text.length, 0);
  return paragraphs.length === 1 && length <= longestHeading && lines.every((line) => !/[。；：:]/u.test(line.text));
}

type Context = {
  readonly item: Item;
  readonly ending: Ending;
  readonly last: Line | null;
  /** The line after it, and the text up to the next number or label. */
  readonly next: { readonly line: Line | null; readonly mark: Mark | null; readonly ahead: string };
  readonly known: ReadonlySet<string>;
};

const unknownLabel =
  /^[\p{Script=Han}（）()、]{2,10}(?:单位|部门|领导|人|机构|要求|措施|举措|情况|进展|内容|任务|问题|目标|标准|结果|成果|时限|时间|节点|步骤|依据|来源|方式)\s*[：:]/u;

type Act = 'join' | 'paragraph' | 'label' | 'bare' | 'closing' | 'front';

/** What a line without a believed mark does. */
function actOn(line: Line, context: Context): Act {
  const { item, ending, last, next } = context;
  if (isClosingLine(line, next.line)) return 'closing';
  if (endsLabel(ending.tail, line, next.ahead)) return 'join';
  if (beginsWithLabel(line, next.ahead)) return 'label';
  if (isValue(ending.kind) && unknownLabel.test(line.text) && labelsIn(line.text).length === 0) return 'paragraph';
  if (item.kind === 'closing') return 'front';
  if (item.kind === 'front') return joinsFront(item.paragraphs.at(-1)?.lines ?? [], line) ? 'join' : 'paragraph';
  if (closesBracket(line.text) || /^[。，、；;,！？》”：:]/u.test(line.text)) return 'join';
  if (ending.kind === 'units' && continuesUnits(ending, line.text + next.ahead, context.known)) return 'join';
  if (ending.open > 0 || (ending.kind === 'division' && !/[。！；;]$/u.test(last?.text ?? ''))) return 'join';
  if (
    (ending.kind === 'field' || ending.kind === 'free') &&
    continuesField(ending, line.text, isHeadingLike(line, next.mark))
  )
    return 'join';
  if (isBareHeading(line, context)) return 'bare';
  if (isListEnd(ending.kind) || startsParagraph(line, item, last)) return 'paragraph';
  return last !== null && endsSentence(last.text) ? 'paragraph' : 'join';
}

const bullet = /^(?:[●○■□◆◇▲△★☆•►▶▪◼]|——|--)/u;

/** A bullet, or a text below a heading that a blank line or both indents hold apart from it. */
function startsParagraph(line: Line, item: Item, last: Line | null): boolean {
  if (last === null) return true;
  if (bullet.test(line.text)) return isShort(item) || endsSentence(last.text);
  const isApart = line.isAfterBlank || (line.isIndented && last.isIndented);
  return isApart && isShort(item) && item.paragraphs[0]?.lines.length === 1 && !isUnfinished(last.text);
}

/** `（责任单位：…`, and `配合单` with `位：…` in the next line. */
function beginsWithLabel(line: Line, ahead: string): boolean {
  const text = line.text.replace(/^[（(〔【[]\s*/u, '');
  if (labelAtStart(text) !== null) return true;
  if (text.length > 8) return false;
  const broken = labelAtStart(text + ahead);
  return broken !== null && broken.valueStart > text.length;
}

const longestBareHeading = 30;

/** `健全作风建设制度` between the last unit of one task and the number of the next. */
function isBareHeading(line: Line, { item, ending, last, next }: Context): boolean {
  if (line.text.length > longestBareHeading || /[。；;：:，,！？]/u.test(line.text)) return false;
  if (isListEnd(ending.kind)) return true;
  if (last === null || !isHeadingLike(line, next.mark)) return false;
  if (ending.kind === 'field' || ending.kind === 'free' || endsSentence(last.text)) return true;
  const isSingle = item.paragraphs.length === 1 && item.paragraphs[0]?.lines.length === 1;
  return isSingle && isWholeHeading(item, last);
}

function isHeadingLike(line: Line, next: Mark | null): boolean {
  return (
    next !== null &&
    line.text.length <= longestBareHeading &&
    headingVerb.test(line.text) &&
    !/[。；;：:，,！？]/u.test(line.text)
  );
}

function isWholeHeading(item: Item, last: Line): boolean {
  const title = last.text.slice(item.mark?.printed.length ?? 0);
  return title.length >= 4 && !isUnfinished(title) && !headingVerbEnd.test(title);
}

const headingVerbEnd = new RegExp(headingVerb.source.replace('^', '').concat('$'), 'u');
