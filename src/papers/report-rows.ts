/** Progress by chapter, as the reports of quarter and year list it. */
import type { ViewOf } from '../document/shape.ts';
import type { Figures } from '../domain/figures.ts';

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
