/** Rows and phrases of the report: progress by chapter, and units with the numbers of their tasks. */
import type { ViewOf } from '../document/shape.ts';
import type { Entry, Ledger } from '../domain/ledger.ts';
import { taskNumbers } from './words.ts';

export const chapterShape = {
  chapter: 'text',
  tasks: 'number',
  entries: 'number',
  green: 'number',
  yellow: 'number',
  red: 'number',
  completed: 'number',
  closed: 'number',
} as const;

/** One row a chapter (the outermost heading), in the order of the source. */
export function chapterRows(ledger: Ledger): readonly ViewOf<typeof chapterShape>[] {
  const chapters = [...new Set(ledger.tasks.map(({ task }) => chapterOf(task.section)))];
  return chapters.map((chapter) => {
    const entries = ledger.entries.filter((entry) => entry.isAssessed && chapterOf(entry.task.section) === chapter);
    const count = (applies: (entry: Entry) => boolean): number => entries.filter(applies).length;
    return {
      chapter: chapter.replace(/^[一二三四五六七八九十]+、/, ''),
      tasks: ledger.tasks.filter(({ task }) => chapterOf(task.section) === chapter).length,
      entries: entries.length,
      green: count(({ light }) => light === 'green'),
      yellow: count(({ light }) => light === 'yellow'),
      red: count(({ light }) => light === 'red'),
      completed: count(({ status, isClosed }) => status === 'completed' && !isClosed),
      closed: count(({ isClosed }) => isClosed),
    };
  });
}

/** `区财政局（第12、15项）、区民政局（第17项）`, units in the order in which they first occur. */
export function unitsWithTasks(entries: readonly Entry[]): string {
  const names = [...new Set(entries.map(({ unit }) => unit.name))];
  const numbersOf = (name: string): string =>
    taskNumbers(entries.filter(({ unit }) => unit.name === name).map(({ task }) => task.no));
  return names.map((name) => `${name}（${numbersOf(name)}）`).join('、');
}

function chapterOf(section: readonly string[]): string {
  return section[0] ?? '任务';
}
