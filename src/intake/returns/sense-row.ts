/** Does a return make sense by itself and beside last quarter's? All of it is for the office to look at; nothing here changes a value. */
import { nextQuarter, quarterOf } from '../../trade/calendar.ts';
import type { Return } from '../../domain/return.ts';
import { hasErrors, info, warning } from '../../message/message.ts';
import type { Message, Place } from '../../message/message.ts';
import type { Cells } from '../../table/cells.ts';
import { roleNames, statusNames } from './words.ts';

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
  const data = { claimed: roleNames[latest.claimedRole], actual: roleNames[role], task: latest.taskId };
  return [warning(cells.place('本单位角色'), 'role-differs', data)];
}

/** 100 % is 办结 and nothing else; 未启动 is 0 %. */
function claimSense({ cells, latest }: RowSense): readonly Message[] {
  const { percent, status } = latest;
  const isDone = status === 'completed';
  const isAgainst = percent !== null && ((percent === 100) !== isDone || (status === 'not-started' && percent > 0));
  const place = cells.place('完成比例');
  const contradiction = isAgainst
    ? [warning(place, 'percent-against-status', { percent, status: statusNames[status] })]
    : [];
  const isBehind = status === 'behind' || status === 'overdue';
  const owesReasons = isBehind && (latest.problems === '' || latest.nextSteps === '');
  const missing = latest.problems === '' ? '存在问题' : '下一步措施';
  const reasons = owesReasons
    ? [warning(cells.place(missing), 'reasons-missing', { status: statusNames[status], column: missing })]
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
      ? [warning(cells.place('状态'), 'completion-taken-back', { now: statusNames[latest.status] })]
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
