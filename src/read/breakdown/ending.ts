/** How the text read so far ends: what a bare line after it can be depends on nothing else. */
import { isUnitField, labelsIn } from './label.ts';
import { looksLikeUnit } from './unit-name.ts';

export type Ending = {
  /** `units`: inside a list of units; `field`: inside another label's value; `clause`: after `（X牵头）`; `text`: a sentence or heading. */
  readonly kind: 'text' | 'units' | 'field' | 'clause';
  /** What stands after the last separator, for a word broken over lines. */
  readonly tail: string;
  /** Brackets and quotation marks that are still open. */
  readonly open: number;
};

export const noEnding: Ending = { kind: 'text', tail: '', open: 0 };

const longestTail = 60;
const clauseEnd =
  /[（(〔【][^（(〔【]*(?:牵头|负责|配合|参与|参加|责任|落实|协办|承办|分工)[^]*[）)〕】]\s*[。；;.]?$/u;

/** The ending after one more line of the same paragraph. */
export function endingAfter(before: Ending, line: string): Ending {
  const text = before.tail + line;
  const open = Math.max(0, before.open + count(line, /[（(〔【《“]/gu) - count(line, /[）)〕】》”]/gu));
  const tail = text.slice(-longestTail);
  const label = labelsIn(text).at(-1);
  if (clauseEnd.test(text.slice(-400))) return { kind: 'clause', tail, open };
  if (label !== undefined)
    return { kind: isUnitField(label.field) ? 'units' : 'field', tail: lastPart(text.slice(label.valueStart)), open };
  if (before.kind === 'units') return { kind: 'units', tail: lastPart(text), open };
  return { kind: before.kind === 'clause' ? 'text' : before.kind, tail, open };
}

function lastPart(value: string): string {
  const part = /[^、，,；;]*$/u.exec(value)?.[0] ?? '';
  return part.slice(-longestTail);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const terminal = /[。！？!?；;…][”’"'》）)】〕‘]*$|[：:]$/u;
const connecting = /(?:[、，,—－《“（(〔]|和|与|及|暨|的|在|对|为|以|把|将|向|从|等|或|并)$/u;

export function endsSentence(text: string): boolean {
  return terminal.test(text);
}

/** The text cannot end here. */
export function isUnfinished(text: string): boolean {
  return connecting.test(text);
}

/** Verbs that headings of the genre begin with. */
export const headingVerb =
  /^(?:健全|加强|强化|规范|完善|推进|推动|深化|建立|优化|提升|提高|落实|严格|加快|构建|打造|实施|坚持|促进|扩大|培育|保障|创新|改善|统筹|聚焦|着力|全面|大力|持续|进一步|切实|扎实|深入|发展|做好|抓好|巩固|支持|拓展|激发|稳定|增强|维护|改革|夯实|壮大|突出|积极|坚决)/u;

/** A bare line goes on with the list of units before it. */
export function continuesUnits(before: Ending, line: string, known: ReadonlySet<string>): boolean {
  if (before.open > 0 || /^[、，,；;）)〕】]/u.test(line)) return true;
  const chunk = (/^[^、，,；;。]*/u.exec(line)?.[0] ?? '').trim();
  const joined = before.tail + chunk;
  if (known.has(joined)) return true;
  const isList = looksLikeUnit(chunk.replace(/[.‘’”“'"]+$/u, '')) || looksLikeUnit(joined.replace(/[.‘’”“'"]+$/u, ''));
  if (before.tail.trim() === '') return isList;
  const isWhole = looksLikeUnit(before.tail) && headingVerb.test(line) && !/[、，]/u.test(line);
  return isList && !isWhole;
}
