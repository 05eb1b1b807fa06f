/** Does a return make sense by itself and beside last quarter's? All of it is for the office to look at; nothing here changes a value. */
import { nextQuarter, quarterOf } from '../../trade/calendar.ts';
import type { CalendarDate } from '../../trade/calendar.ts';
import type { Return } from '../../domain/return.ts';
import { hasErrors, info, warning, error } from '../../message/message.ts';
import type { Message, Place } from '../../message/message.ts';
import type { Cells } from '../../table/cells.ts';
import { roleWords, statusWords } from '../../trade/claims.ts';
import { daysBetween } from '../../domain/days.ts';
import { groupBy } from '../../domain/grouping.ts';
import type { Expectations, ReturnsRequest } from './reading.ts';
import type { RowParts } from './read-row.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { inFilingOrder } from '../../domain/filing.ts';
import type { Unit } from '../../domain/roster.ts';

/** What was filed last quarter is asked for with every row. */
export type SenseTerms = ReturnsRequest & { readonly lastQuarter: ReturnIndex };

/** Looks at a row as far as it could be read, and reports what it finds. */
export function checkRow(cells: Cells, read: Pick<RowParts, 'taskId' | 'return'>, terms: SenseTerms): void {
  if (read.taskId !== null) checkTaskText(cells, read.taskId, terms.catalogue);
  if (read.return !== null && terms.expectations !== null)
    checkSense({ cells, latest: read.return }, terms.expectations, terms.lastQuarter);
}

/** 任务内容 that belongs to another task: the number may have slipped by a row. Forms shorten the text, so only its beginning counts. */
function checkTaskText(cells: Cells, taskId: string, catalogue: Catalogue): void {
  const written = foldText(cells.text('任务内容')).slice(0, 8);
  if (written === '') return;
  const text = foldedTexts(catalogue).get(taskId) ?? '';
  if (!text.includes(written)) cells.report(warning(cells.place('任务内容'), 'task-text-differs', { task: taskId }));
}

// Made once for all rows of all files; a catalogue is never changed.
const taskTexts = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

function foldedTexts(catalogue: Catalogue): ReadonlyMap<string, string> {
  const known = taskTexts.get(catalogue) ?? new Map(catalogue.tasks.map((task) => [task.id, foldText(task.text)]));
  taskTexts.set(catalogue, known);
  return known;
}

type RowSense = {
  readonly cells: Cells;
  readonly latest: Return;
  /** What the unit said on the task last quarter; null when nothing. */
  readonly previous: Return | null;
  readonly role: 'lead' | 'cooperating';
  readonly hollowBelow: number;
  /** What the plan asks for this quarter; null without plan. */
  readonly planned: number | null;
};

/** A unit that does not own the task is refused here: the ledger has no entry in which its words could stand. */
function checkSense(row: Pick<RowSense, 'cells' | 'latest'>, expectations: Expectations, before: ReturnIndex): void {
  const { ownership, hollowBelow } = expectations;
  const { cells, latest } = row;
  const { unit, taskId } = latest;
  const role = ownership.role(unit, taskId, latest.filedOn);
  if (role === null) {
    const owners = ownership.owners(taskId).map((each) => each.name);
    const data = { task: taskId, unit: unit.name, owners, lostOn: ownership.lostOn(unit, taskId) };
    cells.report(error(cells.place('任务编号'), 'not-owner', data));
    return;
  }
  const lostOn = ownership.lostOn(unit, taskId);
  if (lostOn !== null && latest.filedOn >= lostOn) {
    const owners = ownership.owners(taskId).map((each) => each.name);
    cells.report(info(cells.place('任务编号'), 'predecessor-filed', { task: taskId, unit: unit.name, owners, lostOn }));
  }
  const previous = filedOnTask(before, unit, taskId).at(-1) ?? null;
  const planned = expectations.planned.get(taskId) ?? null;
  for (const each of rowSense({ ...row, previous, role, hollowBelow, planned })) cells.report(each);
}

/** Warnings and notes on one accepted row. */
function rowSense(sense: RowSense): readonly Message[] {
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
function foldText(text: string): string {
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

type ReturnIndex = ReadonlyMap<string, readonly Return[]>;

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
