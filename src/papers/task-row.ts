/** One entry of the ledger as a table row of a paper. */
import { lightWords, roleWords, statusWords } from '../trade/claims.ts';
import type { Light } from '../trade/claims.ts';
import type { Entry } from '../domain/entry.ts';
import type { ShapeFields, ViewOf } from '../document/shape.ts';
import { endedWords } from './words.ts';

/** A task as it is judged: its plan, its course and its lights. */
export const judgedTaskShape = {
  no: 'text',
  text: 'text',
  role: 'text',
  /** Percent, or 常态 for a standing task without one. */
  planned: 'text',
  /** `正常推进80%`, and the light on a line of its own; `—` where nothing was reported. */
  previous: 'text',
  previousClass: 'text',
  current: 'text',
  currentClass: 'text',
} as const satisfies ShapeFields;

/** `since`: what became of the task after the ledger's day (已转至区司法局). */
export function judgedTask(entry: Entry, since?: string): ViewOf<typeof judgedTaskShape> {
  const { task, role, planned, previous, latest, previousLight, light } = entry;
  return {
    no: task.no,
    text: task.text,
    role: roleWords[role],
    planned: plannedWords(planned),
    previous: cellOf(stateOf(previous?.status ?? null, previous?.percent ?? null, previousLight)),
    previousClass: previousLight ?? 'plain',
    current:
      (endedWords(entry) || cellOf(stateOf(latest?.status ?? null, entry.percent, light))) +
      (since === undefined ? '' : `\n${since}`),
    currentClass: light ?? 'plain',
  };
}

export function plannedWords(planned: number | null): string {
  return planned === null ? '常态' : `${planned}%`;
}

/** Status and percent on one line, the light below: a row of two lines. */
function cellOf(state: string): string {
  return state.replace(/\n(?=\d)/u, '');
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

const [leastBrief, mostBrief] = [10, 30];

/** A task by its first words, where its full text stands elsewhere in the paper: `制订勤廉考评办法…`, cut at a comma where there is one. */
export function briefTask(text: string): string {
  const [sentence = ''] = text.split(/[。；]/u);
  const isWhole = sentence === text.replace(/[。；]$/u, '');
  if (sentence.length <= mostBrief) return isWhole ? sentence : `${sentence}…`;
  const comma = Math.max(sentence.lastIndexOf('，', mostBrief), sentence.lastIndexOf(',', mostBrief));
  return `${sentence.slice(0, comma < leastBrief ? mostBrief : comma)}…`;
}
