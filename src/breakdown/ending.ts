/** How the text read so far ends: what a bare line after it can be depends on nothing else. */
import { isDeadline } from './deadline.ts';
import { isUnitField, labelsIn } from './label.ts';
import type { Field } from './label-word.ts';
import { splitOutsideBrackets } from './unit-list.ts';
import { looksLikeUnit } from './unit-name.ts';

export type Ending = {
  /** `units`: inside a list of units; `division`: inside `部门分工：…`; `field`: inside a deadline or leaders; `free`: inside a target, standard or note; `clause`: after `（X牵头）`; `text`: a sentence or heading. */
  readonly kind: 'text' | 'units' | 'division' | 'field' | 'free' | 'clause';
  /** What stands after the last separator, for a word broken over lines. */
  readonly tail: string;
  /** Brackets and quotation marks that are still open. */
  readonly open: number;
};

export const noEnding: Ending = { kind: 'text', tail: '', open: 0 };

const longestTail = 60;
const inside = '(?:[^（(〔【）)〕】]|[（(〔【][^（(〔【）)〕】]*[）)〕】])*';
const clauseEnd = new RegExp(
  `[（(〔【]${inside}(?:牵头|负责|配合|参与|参加|责任|落实|协办|承办|分工)${inside}[）)〕】]\\s*[。；;.]?$`,
  'u',
);

/** The ending after one more line of the same paragraph. */
export function endingAfter(before: Ending, line: string): Ending {
  const text = before.tail + line;
  const open = Math.max(0, before.open + count(line, /[（(〔【《“]/gu) - count(line, /[）)〕】》”]/gu));
  const tail = text.slice(-longestTail);
  const label = labelsIn(text).at(-1);
  if (clauseEnd.test(text.slice(-400))) return { kind: 'clause', tail, open };
  const value = text.slice(label?.valueStart ?? 0);
  // The bracket that the value closes was opened before its label: the clause is over.
  const isClosed = label !== undefined || before.kind !== 'text';
  if (isClosed && closesBracket(value) && /[）)〕】]\s*[。；;.]?$/u.test(value)) return { kind: 'clause', tail, open };
  if (label !== undefined) {
    const tail = isUnitField(label.field) ? lastPart(value) : value.slice(-longestTail);
    return { kind: kindOf(label.field), tail, open };
  }
  if (before.kind === 'units' || before.kind === 'division') return { kind: before.kind, tail: lastPart(text), open };
  return { kind: before.kind === 'clause' ? 'text' : before.kind, tail, open };
}

function kindOf(field: Field): Ending['kind'] {
  if (field === 'division') return 'division';
  if (isUnitField(field)) return 'units';
  return field === 'deadline' || field === 'leaders' ? 'field' : 'free';
}

function lastPart(value: string): string {
  return (splitOutsideBrackets(value).at(-1)?.text ?? '').slice(-longestTail);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const terminal = /[。！？!?；;…][”’"'》）)】〕‘]*$|[：:]$/u;
const connecting = /(?:[、，,—－《“（(〔]|和|与|及|暨|的|在|对|为|以|把|将|向|从|等|或|并|(?<![需重纪摘主必概提])要)$/u;

export function endsSentence(text: string): boolean {
  return terminal.test(text);
}

/** `推进）`: closes a bracket that another line opened. */
export function closesBracket(text: string): boolean {
  return count(text, /[）)〕】》]/gu) > count(text, /[（(〔【《]/gu);
}

/** The text cannot end here. */
export function isUnfinished(text: string): boolean {
  return connecting.test(text);
}

/** Verbs that headings of the genre begin with. */
export const headingVerb =
  /^(?:健全|加强|强化|规范|完善|推进|推动|深化|建立|优化|提升|提高|落实|严格|加快|构建|打造|实施|坚持|促进|扩大|培育|保障|创新|改善|统筹|聚焦|着力|全面|大力|持续|进一步|切实|扎实|深入|发展|做好|抓好|巩固|支持|拓展|激发|稳定|增强|维护|改革|夯实|壮大|突出|积极|坚决)/u;

/** A bare line, with what follows it up to the next number or label, goes on with the list of units before it. */
export function continuesUnits(before: Ending, text: string, known: ReadonlySet<string>): boolean {
  if (before.open > 0 || /^[、，,；;）)〕】]/u.test(text)) return true;
  const chunk = (/^[^、，,；;。]*/u.exec(beforeLabel(text))?.[0] ?? '').trim();
  const joined = withoutStrayEnd(before.tail + chunk);
  if (known.has(joined) || goesOverLabel(before.tail, text)) return true;
  // 保障局 is the end of a name, 推进法治政府 a heading.
  const isHeading = headingVerb.test(text) && !(looksLikeUnit(chunk) && chunk.length <= 4);
  if (before.tail.trim() === '' || !looksLikeUnit(withoutStrayEnd(before.tail)))
    return !isHeading || looksLikeUnit(joined);
  return !isHeading && (looksLikeUnit(joined) || looksLikeUnit(withoutStrayEnd(chunk)));
}

// Within a list of units a label needs no stop before it.
const listStart = '责任单位：';

function beforeLabel(text: string): string {
  const label = labelsIn(listStart + text)[1];
  return label === undefined ? text : text.slice(0, label.start - listStart.length);
}

/** `配合部` and `门：区委组织部`: a label began in the line before. */
function goesOverLabel(tail: string, text: string): boolean {
  const border = listStart.length + tail.length;
  return labelsIn(listStart + tail + text).some(
    (label) => label.start >= listStart.length && label.start < border && label.valueStart > border,
  );
}

// A verb, or as much of it as the line holds: 按职, 按职责分工负责, 分别牵头.
const verbEnd =
  /(?:等)?(?:(?:分别|共同|联合|按照?(?:各自)?(?:职(?:责|能)?)?(?:分工?)?)(?:负责?|牵头?|配合?|落实?)?|(?:分别|共同)?(?:牵头|配合|负责|参与|参加|协助|协办|落实)(?:负责|落实|实施|推进)?)$/u;

/** The name alone, without stray marks and without the verb of a division. */
function withoutStrayEnd(name: string): string {
  return name.replace(/(?<![.‘’”“'"\s])[.‘’”“'"\s]+$/u, '').replace(verbEnd, '');
}

/** A bare line goes on with the value of a label that is no list of units: a deadline, a leader, a target. */
export function continuesField(before: Ending, line: string, isHeadingLike: boolean): boolean {
  const value = before.tail.trim();
  if (before.kind === 'free') return !isHeadingLike || !endsSentence(value);
  const joined = (value + line).replace(/(?<![）)〕】。；;])[）)〕】。；;]+$/u, '');
  if (isDeadline(value)) return isDeadline(joined);
  return !isHeadingLike || isDeadline(joined) || (value !== '' && isUnfinished(value));
}
