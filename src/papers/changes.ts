/** 任务调整通知: to all, in one paper, what changed of the duties that are common to all: who leads, who cooperates, and since when. */
import type { Paper } from '../document/paper.ts';
import { formatIssueDate } from '../document/official-text.ts';
import type { ViewOf } from '../document/shape.ts';
import type { AssignedTask, Ledger } from '../domain/entry.ts';
import { partsOfField } from '../domain/facts.ts';
import type { Office } from '../domain/office.ts';
import type { CalendarDate } from '../trade/calendar.ts';
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
  const asOf = lastAct(duties);
  const meta = officialMeta(office, { format: 'official', series: office.series.changes, asOf });
  const rows = changes.map((change) => rowOf(change, tasks));
  return {
    template: 'changes',
    shape: changesShape,
    view: { breakdown, asOf, count: new Set(rows.map(({ no }) => no)).size, rows },
    meta: { ...meta, recipients: ['各单位'], copiedTo: office.copiedTo, printedBy: office.printedBy },
  };
}

/** The day since which duties are as they are: what the paper says must not change with the day on which it is made. */
function lastAct({ tasks, asOf }: Ledger): CalendarDate {
  const days = tasks.flatMap(({ moves }) => moves.map(({ reassignment }) => reassignment.effectiveOn));
  return days.toSorted().at(-1) ?? asOf;
}

function rowOf({ field, before, after }: Change, tasks: ReadonlyMap<string, AssignedTask>): Row {
  const { taskId, of } = partsOfField(field);
  const task = tasks.get(taskId ?? '');
  const act = task?.moves.at(-1)?.reassignment;
  return {
    no: task?.task.no ?? taskId ?? '—',
    text: task?.task.text ?? '任务撤销',
    field: of,
    before: before === null || before === '' ? '无' : before,
    after: after === null || after === '' ? '无' : after,
    since: act === undefined ? '—' : `${formatIssueDate(act.effectiveOn)}起；${act.basis.replace(/[。；，]+$/u, '')}`,
  };
}

type Row = ViewOf<typeof changesShape>['rows'][number];
