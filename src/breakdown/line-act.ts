/** What a line without a believed number does: goes on with the paragraph, begins one, is a label, a heading, or closes the paper. */
import { isClosingLine, isRemark, opensWithRule } from './closing.ts';
import { closesBracket, continuesField, continuesUnits, endsSentence, headingVerb, isUnfinished } from './ending.ts';
import type { Ending } from './ending.ts';
import { joinsFront } from './front.ts';
import type { Item } from './item.ts';
import { labelAtStart, labelsIn } from './label.ts';
import type { Line } from './line.ts';
import { rankOf } from './mark.ts';
import type { Mark } from './mark.ts';

export type LineContext = {
  readonly item: Item;
  readonly ending: Ending;
  readonly last: Line | null;
  /** The line after it, and the text up to the next number or label. */
  readonly next: { readonly line: Line | null; readonly mark: Mark | null; readonly ahead: string };
  /** No units are named behind it. */
  readonly isBelowTasks: boolean;
  readonly known: ReadonlySet<string>;
};

/** `牵头` and `责任单位：…`: the label began in the line before. */
function endsLabel(before: string, line: Line, ahead: string): boolean {
  const tail = line.isAfterBlank ? '' : (/(?:牵头|主要|第一|协同|协同配合)$/u.exec(before)?.[0] ?? '');
  return tail !== '' && labelAtStart(line.text + ahead) !== null && labelAtStart(tail + line.text + ahead) !== null;
}

function owesText(last: Line | null): boolean {
  return last !== null && isUnfinished(last.text);
}

const unknownLabel =
  /^[\p{Script=Han}（）()、]{2,10}(?:单位|部门|领导|人|机构|要求|措施|举措|情况|进展|内容|任务|问题|目标|标准|结果|成果|时限|时间|节点|步骤|依据|来源|方式)\s*[：:]/u;

export type LineAct = 'join' | 'paragraph' | 'label' | 'bare' | 'closing' | 'front';

/** What a line without a believed mark does. */
export function actOn(line: Line, context: LineContext): LineAct {
  const { item, ending, last, next } = context;
  // `完成时限：` and `区财政局负责，` owe a date, which would close the paper elsewhere.
  const isOwed = ending.kind === 'field' ? ending.tail.trim() === '' : !line.isAfterBlank && owesText(last);
  if (!isOwed && isClosingLine(line, next.line)) return 'closing';
  if (context.isBelowTasks && isRemark(line)) return 'closing';
  // `责任单位：甲、乙` and `注：列第一位的为牵头单位`: a remark goes on with no list.
  if (isListEnd(ending.kind) && isRemark(line)) return opensWithRule(line.text) ? 'closing' : 'paragraph';
  if (endsLabel(ending.tail, line, next.ahead)) return 'join';
  if (beginsWithLabel(line, next.ahead)) return 'label';
  if (isValue(ending.kind) && unknownLabel.test(line.text) && labelsIn(line.text).length === 0) return 'paragraph';
  if (item.kind === 'closing') return 'front';
  if (item.kind === 'front' && ending.kind === 'clause') return 'paragraph';
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
  if (isListEnd(ending.kind) || ending.kind === 'field' || startsParagraph(line, item, last)) return 'paragraph';
  return last !== null && endsSentence(last.text) ? 'paragraph' : 'join';
}

const bullet = /^(?:[●○■□◆◇▲△★☆•►▶▪◼]|——|--|[-*+]\s)/u;

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
function isBareHeading(line: Line, { item, ending, last, next }: LineContext): boolean {
  if (!isPlainHeading(line.text)) return false;
  if (isListEnd(ending.kind)) return true;
  if (ending.kind === 'field' && line.isAfterBlank && next.mark !== null) return true;
  if (last === null || !isHeadingLike(line, next.mark)) return false;
  if (ending.kind === 'field' || ending.kind === 'free' || endsSentence(last.text)) return true;
  const isSingle = item.paragraphs.length === 1 && item.paragraphs[0]?.lines.length === 1;
  return isSingle && isWholeHeading(item, last) && !isOuter(next.mark, item.mark);
}

/** `一、` after `1.`: what stands between them without a stop is the end of a sentence (`多报合` and `一、多审合一`). */
function isOuter(next: Mark | null, own: Mark | null): boolean {
  return next !== null && own !== null && rankOf[next.style] < rankOf[own.style];
}

/** Short, and without a mark that a sentence would have. */
export function isPlainHeading(text: string): boolean {
  return text.length <= longestBareHeading && !/[。；;：:，,！？〔]/u.test(text);
}

function isHeadingLike(line: Line, next: Mark | null): boolean {
  return next !== null && isPlainHeading(line.text) && headingVerb.test(line.text);
}

function isWholeHeading(item: Item, last: Line): boolean {
  const title = last.text.slice(item.mark?.printed.length ?? 0);
  return title.length >= 4 && !isUnfinished(title) && !headingVerbEnd.test(title);
}

const headingVerbEnd = new RegExp(headingVerb.source.replace('^', '').concat('$'), 'u');

function isListEnd(kind: Ending['kind']): boolean {
  return kind === 'units' || kind === 'clause' || kind === 'division';
}

export function isValue(kind: Ending['kind']): boolean {
  return kind === 'units' || kind === 'field' || kind === 'division' || kind === 'free';
}

const longestHeading = 80;

/** As short and plain as a heading, on however many lines. */
export function isShort({ paragraphs }: Item): boolean {
  const lines = paragraphs[0]?.lines ?? [];
  const length = lines.slice(0, 30).reduce((sum, line) => sum + line.text.length, 0);
  return paragraphs.length === 1 && length <= longestHeading && lines.every((line) => !/[。；：:]/u.test(line.text));
}
