/** What a letter that is issued again says of the one before: each fact that is another now, and the tasks that were taken over. */
import type { Ledger } from '../domain/entry.ts';
import { parseCalendarDate } from '../trade/calendar.ts';
import { formatIssueDate } from '../document/official-text.ts';
import type { ViewOf } from '../document/shape.ts';
import { groupBy } from '../domain/grouping.ts';
import type { Unit } from '../domain/roster.ts';
import { groundShape, groundsOf, movesTo } from './moves.ts';

/** What a reissue tells the letter: the number it replaces (null: the unit had none) and each fact that is another now. */
export type Replacement = {
  readonly replaces: string | null;
  readonly changes: readonly Change[];
};

type Change = { readonly field: string; readonly before: string | null; readonly after: string | null };

export const reissueShape = {
  isReissue: 'flag',
  isReplacing: 'flag',
  replaces: 'blank',
  hasChanges: 'flag',
  changes: [{ field: 'text', before: 'text', after: 'text' }],
  hasTakeovers: 'flag',
  takeovers: [groundShape],
} as const;

export function reissueFields(
  unit: Unit,
  { replacement, ledger }: { readonly replacement: Replacement | null; readonly ledger: Ledger },
): ViewOf<typeof reissueShape> {
  const moves = replacement === null ? [] : movesTo(unit, ledger);
  const takenOver = new Set(moves.map(({ id }) => id));
  // A letter to a unit that had none before lists what it took over instead of what changed.
  const changes = replacement === null || replacement.replaces === null ? [] : replacement.changes;
  const rows = changeRows(changes, ledger, takenOver);
  return {
    isReissue: replacement !== null,
    isReplacing: replacement !== null && replacement.replaces !== null,
    replaces: replacement?.replaces ?? '',
    hasChanges: rows.length > 0,
    changes: rows,
    hasTakeovers: moves.length > 0,
    takeovers: groundsOf(moves),
  };
}

type Row = ViewOf<typeof reissueShape>['changes'][number];

/** The unit's own facts first, then task by task in the order of the catalogue. */
function changeRows(changes: readonly Change[], ledger: Ledger, takenOver: ReadonlySet<string>): readonly Row[] {
  const byTask = groupBy(changes, ({ field }) => taskOf(field));
  const own = (byTask.get(null) ?? []).flatMap((change) => rowOf(change.field, change));
  const ids = ledger.tasks.map(({ task }) => task);
  const known = ids.flatMap(({ id, no }) => taskRows(`第${no}项`, byTask.get(id) ?? [], takenOver.has(id)));
  const names = new Set(ids.map(({ id }) => id));
  const gone = [...byTask].flatMap(([id, each]) =>
    id === null || names.has(id) ? [] : taskRows(`第${id}项`, each, false),
  );
  return [...own, ...known, ...gone];
}

/** `58 牵头单位` is a fact of task 58, `单位名称` one of the unit. */
function taskOf(field: string): string | null {
  return /^(\S+) \S/u.exec(field)?.[1] ?? null;
}

/** A task that came or went is one change, not one in each of its facts; one that was taken over stands in the table of these. */
function taskRows(task: string, changes: readonly Change[], isTakenOver: boolean): readonly Row[] {
  const role = changes.find(({ field }) => field.endsWith(' 职责'));
  if (role?.before === null)
    return isTakenOver ? [] : [{ field: task, before: '—', after: `新承担，${role.after ?? ''}` }];
  if (role?.after === null) return [{ field: task, before: role.before ?? '', after: '不再承担' }];
  return changes.flatMap((change) => rowOf(task + change.field.replace(/^\S+ /u, ''), change));
}

/** Nothing where there was nothing is no change. */
function rowOf(field: string, { before, after }: Change): readonly Row[] {
  const [was, is] = [before ?? '', after ?? ''].map((value) => {
    const date = parseCalendarDate(value);
    return value === '' ? '无' : date === null ? value : formatIssueDate(date);
  }) as [string, string];
  return was === is ? [] : [{ field, before: was, after: is }];
}
