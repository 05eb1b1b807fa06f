/**
 * Ids of tasks 任务编号: what one may be, and when two are the same number in other figures. Whoever gives a task its id asks here: the
 * breakdown, the catalogue that an office corrects, an act that adds a task.
 */
import { bounds } from './bounds.ts';
import { closedUp, parseNumeral } from './numerals.ts';

/** `12`, `（三）`, `★7`, `㈠`: letters, digits, signs and brackets of any script. */
const part = '\\p{L}\\p{N}\\p{So}（）()〔〕\\[\\]【】〈〉';
/** `二.（一）.12`, `2-2`, `乙:12`, `1/3`: one between two parts. */
const between = '.．:：·_/—– -';

/** `12.`, `3、`: as number columns print them. */
const end = '.．、,，。:：;；';

const shape = new RegExp(`^[${part}]+(?:[${between}][${part}]+)*[${end}]?$`, 'u');

/** Nothing else can be named in lists of tasks, typed at a prompt and found again in a table. */
export function isTaskId(text: string): boolean {
  return text.length <= bounds.taskNumber && /[\p{L}\p{N}]/u.test(text) && shape.test(text);
}

const others = new RegExp(`[^${part}]+`, 'gu');
const edges = new RegExp(`^[${between}]|[${between}]$`, 'gu');

/** The id nearest to a number as a document prints it; '' where nothing of it can stand in one. */
export function taskIdOf(printed: string): string {
  const cleaned = printed
    .slice(0, bounds.taskNumber)
    .replaceAll(others, (run) => (run.length === 1 && between.includes(run) ? run : '-'))
    .replaceAll(edges, '');
  return [printed, cleaned].find(isTaskId) ?? '';
}

/** As it is looked up: width, blanks and case do not matter. */
export function foldTaskNumber(text: string): string {
  return closedUp(text).toUpperCase();
}

/** Without what surrounds a number: 第…项, 任务, No., the marks behind it, zeros before it. */
export function bareTaskNumber(folded: string): string {
  return folded
    .replace(/^\((.+)\)$/u, '$1')
    .replace(/^(?:第|任务(?:编号)?[:]?|NO\.?)+/u, '')
    .replace(/(?<![、.,。:;号项条])[、.,。:;号项条]+$/u, '')
    .replace(/^0+(?=\d)/u, '');
}

/** Of a bare number; null where it is none. */
export function taskNumberValue(bare: string): number | null {
  return /^\d{1,4}$/u.test(bare) ? Number(bare) : parseNumeral(bare);
}

/** The same for `12`, `012`, `十二`, `（12）` and `第12项`, which people take for one number. */
export function sameTaskNumber(id: string): string {
  const bare = bareTaskNumber(foldTaskNumber(id.slice(0, bounds.taskNumber)));
  return String(taskNumberValue(bare) ?? bare);
}

/** What is said of an id that is none. */
export function malformedTaskId(written: string): { written: string; found: number; limit: number } {
  return { written: written.slice(0, 40), found: written.length, limit: bounds.taskNumber };
}
