/** Does a return make sense by itself and beside last quarter's? All of it is for the office to look at; nothing here changes a value. */
import { nextQuarter, quarterOf } from '../../trade/calendar.ts';
import type { CalendarDate } from '../../trade/calendar.ts';
import type { Return } from '../../domain/return.ts';
import { hasErrors, info, warning, error } from '../../message/message.ts';
import type { Message, Place } from '../../message/message.ts';
import type { Cells } from '../../table/cells.ts';
import { referenceColumns } from './form.ts';
import { roleWords, statusWords } from '../../trade/claims.ts';
import { daysBetween } from '../../domain/days.ts';
import { groupBy } from '../../domain/grouping.ts';
import type { Expectations } from './reading.ts';
import { inFilingOrder } from '../../domain/filing.ts';
import type { Unit } from '../../domain/roster.ts';
import { fileOnly } from '../../message/place.ts';

export type RowSense = {
  readonly cells: Cells;
  readonly latest: Return;
  /** What the unit said on the task last quarter; null when nothing. */
  readonly previous: Return | null;
  readonly role: 'lead' | 'cooperating';
  readonly hollowBelow: number;
  /** What the plan asks for this quarter; null without plan. */
  readonly planned: number | null;
};

/** Warnings and notes on one accepted row. */
export function rowSense(sense: RowSense): readonly Message[] {
  return [
    ...roleSense(sense),
    ...claimSense(sense),
    ...planSense(sense),
    ...lastQuarterSense(sense),
    ...textSense(sense),
    ...dateSense(sense),
  ];
}

function roleSense({ cells, latest, role }: RowSense): readonly Message[] {
  if (latest.claimedRole === null || latest.claimedRole === role) return [];
  const data = { claimed: roleWords[latest.claimedRole], actual: roleWords[role], task: latest.taskId };
  return [warning(cells.place('本单位角色'), 'role-differs', data)];
}

/** 100 % is 办结 and nothing else; 未启动 is 0 %. */
function claimSense({ cells, latest }: RowSense): readonly Message[] {
  const { percent, status } = latest;
  const isDone = status === 'completed';
  const isAgainst = percent !== null && ((percent === 100) !== isDone || (status === 'not-started' && percent > 0));
  const place = cells.place('完成比例');
  const contradiction = isAgainst
    ? [warning(place, 'percent-against-status', { percent, status: statusWords[status] })]
    : [];
  const isBehind = status === 'behind' || status === 'overdue';
  const owesReasons = isBehind && (latest.problems === '' || latest.nextSteps === '');
  const missing = latest.problems === '' ? '存在问题' : '下一步措施';
  const reasons = owesReasons
    ? [warning(cells.place(missing), 'reasons-missing', { status: statusWords[status], column: missing })]
    : [];
  return [...contradiction, ...reasons];
}

/** Without a figure the light has only the unit's own word to go by. A zero report stands for the figure before; what could not be read was told. */
function planSense({ cells, latest, planned }: RowSense): readonly Message[] {
  const isBlank = latest.percent === null && cells.has('完成比例') && !hasErrors(cells.messages);
  const isOwed = isBlank && planned !== null && !latest.isZeroReport && latest.status !== 'completed';
  return isOwed ? [warning(cells.place('完成比例'), 'percent-missing', { planned })] : [];
}

function lastQuarterSense({ cells, latest, previous }: RowSense): readonly Message[] {
  if (previous === null) return [];
  const hasFallen = latest.percent !== null && previous.percent !== null && latest.percent < previous.percent;
  const isTakenBack = previous.status === 'completed' && latest.status !== 'completed';
  const isRepeated = !latest.isZeroReport && foldText(latest.progress) === foldText(previous.progress);
  const fallen = { now: latest.percent ?? 0, before: previous.percent ?? 0 };
  return [
    ...(hasFallen ? [warning(cells.place('完成比例'), 'percent-fell', fallen)] : []),
    ...(isTakenBack
      ? [warning(cells.place('状态'), 'completion-taken-back', { now: statusWords[latest.status] })]
      : []),
    ...(isRepeated ? [info(cells.place('进展情况'), 'same-as-last-quarter', { before: placeOf(previous) })] : []),
  ];
}

/** For the office's eye only: what is hollow is a judgement, and no rule scores it by itself. */
function textSense({ cells, latest, hollowBelow }: RowSense): readonly Message[] {
  const place = cells.place('进展情况');
  if (latest.isZeroReport) return [info(place, 'zero-report', { task: latest.taskId })];
  const characters = Array.from(foldText(latest.progress)).length;
  return characters < hollowBelow ? [info(place, 'short-progress', { characters, limit: hollowBelow })] : [];
}

function dateSense({ cells, latest }: RowSense): readonly Message[] {
  const filedIn = quarterOf(latest.filedOn);
  if (filedIn === latest.quarter || filedIn === nextQuarter(latest.quarter)) return [];
  return [warning(cells.place('填报日期'), 'date-outside-quarter', { on: latest.filedOn, quarter: latest.quarter })];
}

/** The text alone: without width, blanks and punctuation, so that a moved comma does not make last quarter's report a new one. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '');
}

function placeOf({ place }: { readonly place: Place }): string {
  return place.row === null ? place.file : `${place.file}:${place.row}`;
}

export function quarterSense(returns: readonly Return[], expectations: Expectations): readonly Message[] {
  const index = indexReturns(returns);
  return [...corrections(index), ...lateReturns(index, expectations.filingDay), ...contradictions(index, expectations)];
}

/** The later corrects the earlier; both are kept. Of two from one day the order of files and rows decides, which the office should know. */
function corrections(index: ReturnIndex): readonly Message[] {
  return [...index.values()].flatMap((filed) =>
    filed.slice(1).map((later, at) => {
      // slice(1) shifts by one: filed[at] is the one before `later`.
      const earlier = filed[at] as Return;
      const data = { task: later.taskId, earlier: shown(earlier.place) };
      return earlier.filedOn === later.filedOn
        ? warning(later.place, 'corrects-same-day', data)
        : info(later.place, 'corrects-earlier', data);
    }),
  );
}

/** One message a file and day: rows of one file are late together. A correction makes no return late. */
function lateReturns(index: ReturnIndex, filingDay: CalendarDate): readonly Message[] {
  const first = [...index.values()].flatMap((filed) => filed.slice(0, 1));
  const late = first.filter((each) => each.filedOn > filingDay);
  const together = groupBy(late, (each) => `${each.place.file} ${each.unit.code} ${each.filedOn}`);
  return [...together.values()].flatMap((same) => {
    const rows = same.map((each) => each.place.row ?? 0).toSorted((a, b) => a - b);
    const [each] = same;
    if (each === undefined) return [];
    const data = { unit: each.unit.name, on: each.filedOn, filingDay, days: daysBetween(filingDay, each.filedOn) };
    const place = { file: each.place.file, row: rows[0] ?? null, column: null, endRow: rows.at(-1) ?? 0 };
    return [warning(place, 'late-return', { ...data, count: same.length })];
  });
}

/** A cooperating unit has done what its lead has not begun. */
function contradictions(index: ReturnIndex, { ownership }: Expectations): readonly Message[] {
  const latest = [...index.values()].flatMap((filed) => filed.slice(-1));
  const roleOf = (each: Return) => ownership.role(each.unit, each.taskId, each.filedOn);
  const idleLeads = latest.filter((each) => each.status === 'not-started' && roleOf(each) === 'lead');
  const byTask = groupBy(idleLeads, (each) => each.taskId);
  return latest.flatMap((each) => {
    const isDone = each.status === 'completed' || each.percent === 100;
    if (!isDone || !byTask.has(each.taskId) || roleOf(each) !== 'cooperating') return [];
    return (byTask.get(each.taskId) ?? []).map((lead) => {
      const data = { task: each.taskId, unit: each.unit.name, lead: lead.unit.name, leadPlace: shown(lead.place) };
      return warning(each.place, 'done-before-lead', data);
    });
  });
}

function shown(place: Place): string {
  return place.row === null ? place.file : `${place.file}:${place.row}`;
}

export type ReturnIndex = ReadonlyMap<string, readonly Return[]>;

export function indexReturns(returns: readonly Return[]): ReturnIndex {
  const groups = groupBy(returns, (each) => keyOf(each.unit, each.taskId));
  return new Map([...groups].map(([key, same]) => [key, inFilingOrder(same)]));
}

/** All that the unit filed on the task, oldest first. */
export function filedOnTask(index: ReturnIndex, unit: Unit, taskId: string): readonly Return[] {
  return index.get(keyOf(unit, taskId)) ?? [];
}

function keyOf(unit: Unit, taskId: string): string {
  return `${unit.code} ${taskId}`;
}

/** What the form leaves blank; 填报人 and 联系电话 it fills in. */
const blanks = ['进展情况', '完成比例', '状态', '存在问题', '下一步措施', '佐证材料', '推荐', '填报日期'] as const;

/** Only a form of ours is known by its columns of last quarter's values; in another table a blank row may mean anything. */
export function isUntouched(cells: Cells): boolean {
  const isOurs = cells.columns().includes(referenceColumns.lastPercent);
  return isOurs && blanks.every((column) => cells.text(column) === '');
}

/** What is said of an untouched row: that it is one, and what is wrong beside the blanks. */
export function aboutUntouched(cells: Cells): readonly Message[] {
  const others = cells.messages.filter(({ code }) => code !== 'missing-value');
  return [...others, error(cells.place(), 'row-untouched', undefined)];
}

/** When nothing was filled in at all, that is one thing to say of the file. */
export function aboutUntouchedForm(file: string, messages: readonly Message[], rows: number): readonly Message[] {
  const untouched = messages.filter(({ code }) => code === 'row-untouched').length;
  if (untouched === 0 || untouched < rows) return messages;
  const others = messages.filter(({ code }) => code !== 'row-untouched');
  return [error(fileOnly(file), 'form-untouched', { rows }), ...others];
}
