/** What changed since last quarter: lights better and worse, newly overdue, newly closed, reopened. */
import { previousQuarter } from '../calendar.ts';
import type { ChangeGroup, ChangeRow, Changes } from '../document/page-view.ts';
import type { Entry, Ledger } from '../domain/ledger.ts';
import { lightWords, quarterWords } from './words.ts';

const order = { green: 0, yellow: 1, red: 2 } as const;

const kinds: readonly (Omit<ChangeGroup, 'rows'> & {
  readonly applies: (entry: Entry) => boolean;
  readonly words: (entry: Entry) => Pick<ChangeRow, 'before' | 'after'>;
})[] = [
  { title: '亮灯变差', tone: 'red', applies: (entry) => stepOf(entry) > 0, words: lightsOf },
  {
    title: '新增逾期',
    tone: 'red',
    applies: ({ isOverdue, wasOverdue }) => isOverdue && !wasOverdue,
    words: () => ({ before: '未逾期', after: '逾期' }),
  },
  {
    title: '重新启动',
    tone: 'yellow',
    applies: ({ isReopened, wasClosed }) => isReopened && wasClosed,
    words: () => ({ before: '已销号', after: '重新启动' }),
  },
  { title: '亮灯好转', tone: 'green', applies: (entry) => stepOf(entry) < 0, words: lightsOf },
  {
    title: '新增销号',
    tone: 'green',
    applies: ({ isClosed, wasClosed }) => isClosed && !wasClosed,
    words: () => ({ before: '未销号', after: '已销号' }),
  },
];

export function pageChanges(ledger: Ledger): Changes {
  const assessed = ledger.entries.filter(({ isAssessed }) => isAssessed);
  const groups = kinds.map(({ title, tone, applies, words }) => ({
    title,
    tone,
    rows: assessed.filter(applies).map((entry) => ({
      no: entry.task.no,
      text: entry.task.text,
      unit: entry.unit.name,
      ...words(entry),
    })),
  }));
  return { since: quarterWords(previousQuarter(ledger.quarter)), groups };
}

/** Above 0: worse. An entry without a light then or now neither gained nor lost. */
function stepOf({ light, previousLight }: Entry): number {
  return light === null || previousLight === null ? 0 : order[light] - order[previousLight];
}

function lightsOf({ light, previousLight }: Entry): Pick<ChangeRow, 'before' | 'after'> {
  return {
    before: previousLight === null ? '—' : lightWords[previousLight],
    after: light === null ? '—' : lightWords[light],
  };
}
