/** One entry of the ledger as a table row of a paper. */
import type { Light, Entry } from '../domain/entry.ts';
import type { ShapeFields, ViewOf } from '../document/shape.ts';
import { reasonText } from '../domain/events.ts';
import { lightWords, roleWords, statusWords } from './words.ts';

export const taskStateShape = {
  no: 'text',
  text: 'text',
  /** `正常推进，80%，绿灯`, one a line; `—` where nothing was reported. */
  previous: 'text',
  previousClass: 'text',
  current: 'text',
  currentClass: 'text',
} as const satisfies ShapeFields;

/** A task as it is judged. `planned`: percent, or 常态 for a standing task without one. */
export const judgedTaskShape = {
  ...taskStateShape,
  role: 'text',
  planned: 'text',
  reason: 'blank',
} as const satisfies ShapeFields;

export const taskRowShape = {
  ...taskStateShape,
  /** What is asked; exactly one is true. */
  isClosed: 'flag',
  isMissing: 'flag',
  isOverdue: 'flag',
  isRed: 'flag',
  isYellow: 'flag',
  isCompleted: 'flag',
  isGoingOn: 'flag',
} as const satisfies ShapeFields;

export type TaskRow = ViewOf<typeof taskRowShape>;

export function taskRow(entry: Entry): TaskRow {
  return { ...taskState(entry), ...askedOf(entry) };
}

export function judgedTask(entry: Entry): ViewOf<typeof judgedTaskShape> {
  const { role, planned } = entry;
  return { ...taskState(entry), role: roleWords[role], planned: plannedWords(planned), reason: reasonText(entry) };
}

function taskState(entry: Entry): ViewOf<typeof taskStateShape> {
  const { previous, latest, previousLight, light } = entry;
  return {
    no: entry.task.no,
    text: entry.task.text,
    previous: stateOf(previous?.status ?? null, previous?.percent ?? null, previousLight),
    previousClass: previousLight ?? 'plain',
    current: entry.isClosed ? '已销号' : stateOf(latest?.status ?? null, entry.percent, light),
    currentClass: light ?? 'plain',
  };
}

export function plannedWords(planned: number | null): string {
  return planned === null ? '常态' : `${planned}%`;
}

/** Status, percent and light on a line each. */
export function stateOf(status: keyof typeof statusWords | null, percent: number | null, light: Light | null): string {
  const lines = [
    status === null ? '未报送' : statusWords[status],
    percent === null ? '' : `${percent}%`,
    light === null ? '' : lightWords[light],
  ];
  return status === null && light === null ? '—' : lines.filter((line) => line !== '').join('\n');
}

const asks = ['isClosed', 'isMissing', 'isOverdue', 'isRed', 'isYellow', 'isCompleted', 'isGoingOn'] as const;

/** The first that applies, in the order of urgency. */
function askedOf(entry: Entry): Pick<TaskRow, (typeof asks)[number]> {
  const applies = {
    isClosed: entry.isClosed,
    isMissing: entry.filing === 'missing',
    isOverdue: entry.isOverdue,
    isRed: entry.light === 'red',
    isYellow: entry.light === 'yellow',
    isCompleted: entry.status === 'completed',
    isGoingOn: true,
  };
  const first = asks.find((ask) => applies[ask]);
  const isFirst = (ask: (typeof asks)[number]): boolean => ask === first;
  return {
    isClosed: isFirst('isClosed'),
    isMissing: isFirst('isMissing'),
    isOverdue: isFirst('isOverdue'),
    isRed: isFirst('isRed'),
    isYellow: isFirst('isYellow'),
    isCompleted: isFirst('isCompleted'),
    isGoingOn: isFirst('isGoingOn'),
  };
}
