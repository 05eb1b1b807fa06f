/** Rows and phrases of the report: progress by chapter, and units with the numbers of their tasks. */
import type { Entry } from '../domain/entry.ts';
import type { ViewOf } from '../document/shape.ts';
import type { Figures } from '../domain/figures.ts';
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
export function chapterRows(figures: Figures): readonly ViewOf<typeof chapterShape>[] {
  return figures.chapters.map(({ section, counts }) => ({
    chapter: (section[0] ?? '任务').replace(/^[一二三四五六七八九十]+、/, ''),
    ...counts,
  }));
}

/** `区财政局（第12、15项）、区民政局（第17项）`, units in the order in which they first occur. */
export function unitsWithTasks(entries: readonly Entry[]): string {
  const names = [...new Set(entries.map(({ unit }) => unit.name))];
  const numbersOf = (name: string): string =>
    taskNumbers(entries.filter(({ unit }) => unit.name === name).map(({ task }) => task.no));
  return names.map((name) => `${name}（${numbersOf(name)}）`).join('、');
}
