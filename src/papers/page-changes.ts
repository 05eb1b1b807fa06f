/** What changed since last quarter: lights better and worse, newly overdue, newly closed, reopened. */
import { lightWords } from '../trade/claims.ts';
import type { Entry, Ledger } from '../domain/entry.ts';
import { previousQuarter } from '../trade/calendar.ts';
import type { ChangeGroup, ChangeRow, ChangesView, LightTone } from '../document/page-view.ts';
import { changesSince, type Changes as Changed } from '../domain/changes.ts';
import { countsOf } from '../domain/counts.ts';
import { quarterWords } from './words.ts';

type States = Pick<ChangeRow, 'before' | 'after'>;

type Kind = {
  readonly key: keyof Changed;
  readonly title: string;
  readonly tone: LightTone;
  /** Lights and deadlines are of entries; closing and reopening are acts on tasks. */
  readonly counts: 'entries' | 'tasks';
  readonly states: (entry: Entry) => States;
};

const kinds: readonly Kind[] = [
  { key: 'worse', title: '亮灯变差', tone: 'red', counts: 'entries', states: lightsOf },
  { key: 'newlyOverdue', title: '新增逾期', tone: 'red', counts: 'entries', states: words('未逾期', '逾期') },
  { key: 'reopened', title: '恢复督办', tone: 'yellow', counts: 'tasks', states: words('已销号', '恢复督办') },
  { key: 'better', title: '亮灯好转', tone: 'green', counts: 'entries', states: lightsOf },
  { key: 'newlyClosed', title: '新增销号', tone: 'green', counts: 'tasks', states: words('未销号', '已销号') },
];

/** Last quarter's lights are missing in the first quarter: then there is nothing to compare with. */
export function pageChanges(ledger: Ledger): ChangesView {
  const changed = changesSince(ledger);
  const isComparable = ledger.entries.some(({ previousLight }) => previousLight !== null);
  const groups = kinds.map((kind) => groupOf(kind, changed[kind.key]));
  return {
    since: isComparable ? quarterWords(previousQuarter(ledger.quarter)) : '',
    groups: isComparable ? groups : [],
  };
}

function groupOf({ title, tone, counts, states }: Kind, entries: readonly Entry[]): ChangeGroup {
  const { entries: entryCount, tasks } = countsOf(entries);
  return {
    title,
    tone,
    count: counts === 'tasks' ? tasks : entryCount,
    measure: counts === 'tasks' ? '项任务' : '项次',
    rows: entries.map((entry) => ({
      no: entry.task.no,
      text: entry.task.text,
      unit: entry.unit.name,
      ...states(entry),
    })),
  };
}

function words(before: string, after: string): () => States {
  return () => ({ before, after });
}

function lightsOf({ light, previousLight }: Entry): States {
  return {
    before: previousLight === null ? '—' : lightWords[previousLight],
    after: light === null ? '—' : lightWords[light],
  };
}
