/**
 * What a letter that is issued again says of the one before: what changed of the unit's duties, with whom it hands over and by which act; which
 * of its figures were corrected; and, apart, what it took over from others.
 */
import { tasksById } from '../domain/of-ledger.ts';
import { claimWords } from '../trade/claims.ts';
import { isDropped } from '../domain/task-change.ts';
import { formatIssueDate } from '../document/official-text.ts';
import type { ViewOf } from '../document/shape.ts';
import type { AssignedTask, Ledger } from '../domain/entry.ts';
import { isFigure, partsOfField } from '../domain/facts.ts';
import { factFields } from '../trade/figure-words.ts';
import { groupBy } from '../domain/grouping.ts';
import type { Unit } from '../domain/roster.ts';
import { parseCalendarDate } from '../trade/calendar.ts';
import { lastMoveOf, receivedShape, successorsIn, transfersOf } from './transfers.ts';
import { sinceWords } from './acts.ts';

/** What a reissue tells the letter. */
export type ReplacedLetter = {
  /** The number it replaces; null: the unit had none. */
  readonly replaces: string | null;
  /** The unit's name in the letter that is replaced, when that is another now. */
  readonly formerName: string | null;
  /** Facts that are other now than in that letter. */
  readonly changes: readonly Change[];
  /** Tasks that an earlier letter of the quarter named and the last one did not: they come back. */
  readonly hadBefore: ReadonlySet<string>;
  /** What the corrections since that letter rest on. */
  readonly bases: readonly string[];
};

type Change = { readonly field: string; readonly before: string | null; readonly after: string | null };

export const reissueShape = {
  replaces: 'blank',
  formerName: 'blank',
  /** 移交 and 承接 ask for a handover by the day of reply. */
  isHandedOver: 'flag',
  handoverDays: 'number',
  dutyChanges: [{ task: 'text', change: 'text', other: 'text', since: 'text' }],
  corrections: [{ field: 'text', before: 'text', after: 'text' }],
  bases: 'blank',
  /** 第n次更正 by which the letter speaks; 0 = as closed. */
  correction: 'number',
  received: [receivedShape],
} as const;

type Parts = {
  readonly replacement: ReplacedLetter | null;
  readonly correction: number;
  readonly ledger: Ledger;
  readonly duties: Ledger;
  readonly office: { readonly replyDays: number };
};

export function reissueFields(unit: Unit, parts: Parts): ViewOf<typeof reissueShape> {
  const { replacement, correction, office } = parts;
  const changes = replacement?.changes ?? [];
  const dutyChanges = dutyRows(unit, changes, parts);
  return {
    replaces: replacement?.replaces ?? '',
    formerName: replacement?.formerName ?? '',
    isHandedOver: dutyChanges.some(({ other }) => other !== '—'),
    handoverDays: office.replyDays,
    dutyChanges,
    corrections: changes.filter(({ field }) => isFigure(field)).flatMap((change) => figureRow(change, parts.ledger)),
    bases: replacement?.bases.join('；') ?? '',
    correction,
    received: transfersOf(unit, parts).received,
  };
}

type DutyRow = ViewOf<typeof reissueShape>['dutyChanges'][number];

/** Task by task in the order of the catalogue; those that are in it no more come last. A task that came or went is one change. */
function dutyRows(unit: Unit, changes: readonly Change[], { duties, replacement }: Parts): readonly DutyRow[] {
  const duty = changes.filter(({ field }) => !isFigure(field) && field !== factFields.unit.name);
  const byTask = groupBy(duty, ({ field }) => partsOfField(field).taskId ?? '');
  const tasks = tasksById(duties);
  const ids = [...tasks.keys(), ...[...byTask.keys()].filter((id) => !tasks.has(id))];
  return ids.flatMap((id) => {
    const own = byTask.get(id);
    if (own === undefined) return [];
    const isBack = replacement?.hadBefore.has(id) === true;
    return taskRows({ unit, id, task: tasks.get(id), isBack, duties }, own);
  });
}

type Changed = {
  readonly unit: Unit;
  readonly id: string;
  readonly task: AssignedTask | undefined;
  readonly isBack: boolean;
  readonly duties: Ledger;
};

function taskRows({ unit, id, task, isBack, duties }: Changed, changes: readonly Change[]): readonly DutyRow[] {
  const named = `第${task?.task.no ?? id}项`;
  const roleField = factFields.duty.role;
  const role = changes.find(({ field }) => partsOfField(field).of === roleField);
  if (role === undefined || (role.before !== null && role.after !== null))
    return changes.map(({ field, before, after }) => ({
      task: named,
      change: `${partsOfField(field).of}：${plain(before)} → ${plain(after)}`,
      other: '—',
      since: sinceWords({ of: partsOfField(field).of, task, unit }, duties),
    }));
  const since = sinceWords({ of: roleField, task, unit }, duties);
  if (role.after === null) {
    const successors = successorsIn(unit, task).map(({ name }) => name);
    const other = successors.length === 0 ? '—' : `移交${successors.join('、')}`;
    const isGone = task === undefined || isDropped(task.task);
    const change = isGone ? '任务撤销' : `${role.before ?? ''} → 不再承担`;
    return [{ task: named, change, other, since }];
  }
  const from = lastMoveOf(unit, task)?.reassignment.from;
  const other = from === undefined || from.code === unit.code ? '—' : `由${from.name}移交`;
  return [{ task: named, change: `${isBack ? '恢复' : '新承担'}，${role.after}`, other, since }];
}

/** Nothing where there was nothing is no change. */
function figureRow({ field, before, after }: Change, ledger: Ledger): ViewOf<typeof reissueShape>['corrections'] {
  const { taskId, of } = partsOfField(field);
  const no = ledger.tasks.find(({ task }) => task.id === taskId)?.task.no ?? taskId ?? '';
  const words = (value: string | null): string => figureWords(of, value ?? '');
  if (words(before) === words(after)) return [];
  const name = of === factFields.unit.score ? of : `第${no}项${of}`;
  return [{ field: name, before: words(before), after: words(after) }];
}

function figureWords(of: string, value: string): string {
  if (value === '') return of === factFields.figure.filing ? '未报送' : '无';
  if (of === factFields.unit.score) return `${value}分`;
  return claimWords(value).replace(' ', '');
}

function plain(value: string | null): string {
  const date = parseCalendarDate(value ?? '');
  return value === null || value === '' ? '无' : date === null ? value : formatIssueDate(date);
}
