/** 任务调整通知: to all, in one paper, what changed of the duties that are common to all: who leads, who cooperates, what a shared task says, and since when. */
import { allUnits, factFields } from '../trade/figure-words.ts';
import { isDropped } from '../domain/task-change.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import type { AssignedTask, Ledger } from '../domain/entry.ts';
import { partsOfField } from '../domain/facts.ts';
import type { Office } from '../domain/office.ts';
import { lastActOn, sinceWords } from './acts.ts';
import { officialMeta } from './meta.ts';

export const changesShape = {
  breakdown: 'text',
  asOf: 'date',
  count: 'number',
  rows: [{ no: 'text', text: 'text', field: 'text', before: 'text', after: 'text', since: 'text' }],
} as const;

type Change = { readonly field: string; readonly before: string | null; readonly after: string | null };

export type ChangesParts = {
  readonly duties: Ledger;
  readonly office: Office;
  readonly breakdown: string;
  readonly changes: readonly Change[];
};

export function changesPaper({ duties, office, breakdown, changes }: ChangesParts): Paper<typeof changesShape> {
  const tasks = new Map(duties.tasks.map((each) => [each.task.id, each]));
  const asOf = lastActOn(duties);
  const meta = officialMeta(office, { format: 'official', series: office.series.changes, asOf });
  const rows = changes.flatMap((change) => rowsOf(change, duties, tasks));
  return {
    template: 'changes',
    shape: changesShape,
    view: { breakdown, asOf, count: new Set(rows.map(({ no }) => no)).size, rows },
    meta: { ...meta, recipients: [allUnits], copiedTo: office.copiedTo, printedBy: office.printedBy },
  };
}

/** Nothing where there was nothing is no change: a task that came or went without cooperating units. */
function rowsOf({ field, before, after }: Change, duties: Ledger, tasks: ReadonlyMap<string, AssignedTask>): Rows {
  const { taskId, of } = partsOfField(field);
  const task = tasks.get(taskId ?? '');
  // The wording itself stands in its own column.
  const isText = of === factFields.duty.text;
  const [was, is] = isText
    ? ['原表述', '表述调整']
    : [before, after].map((value) => (value === null || value === '' ? '无' : value));
  if (was === undefined || is === undefined || was === is) return [];
  const isGone = task === undefined || isDropped(task.task);
  return [
    {
      no: task?.task.no ?? taskId ?? '—',
      text: `${task?.task.text ?? ''}${isGone ? '（任务撤销）' : ''}`,
      field: of,
      before: was,
      after: is,
      since: sinceWords({ of, task, unit: null }, duties),
    },
  ];
}

type Rows = ViewOf<typeof changesShape>['rows'];
