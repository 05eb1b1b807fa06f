/** Units by sections: how many entries stand at which light. */
import type { Entry, Ledger } from '../domain/entry.ts';
import { groupBy, groupOf } from '../domain/grouping.ts';
import type { LightCounts, LightTone, Matrix, MatrixRow, MatrixSection } from '../document/page-view.ts';
import { sectionKey, sectionsOf } from './page-ledger.ts';

export function pageMatrix(ledger: Ledger): Matrix {
  const entries = ledger.entries.filter(({ isAssessed }) => isAssessed);
  const keys = sectionsOf(ledger).map(({ key }) => key);
  const column = new Map(keys.map((key, index) => [key, index]));
  const byUnit = groupBy(entries, ({ unit }) => unit.code);
  const units = ledger.units.filter(({ code }) => byUnit.has(code));
  const cellsOf = (some: readonly Entry[]): readonly LightCounts[] => {
    const cells: Entry[][] = keys.map(() => []);
    for (const entry of some) cells[column.get(sectionKey(entry.task)) ?? 0]?.push(entry);
    return cells.map(lightCounts);
  };
  const rows = units.map((unit): MatrixRow => {
    const own = groupOf(byUnit, unit.code);
    return { unit: unit.name, cells: cellsOf(own), total: lightCounts(own) };
  });
  return { sections: matrixSections(ledger), rows, totals: cellsOf(entries), total: lightCounts(entries) };
}

export function lightCounts(entries: readonly Entry[]): LightCounts {
  const counts: Record<LightTone, number> = { green: 0, yellow: 0, red: 0, none: 0 };
  for (const { light } of entries) counts[light ?? 'none'] += 1;
  return counts;
}

function matrixSections(ledger: Ledger): readonly MatrixSection[] {
  const sections = new Map(ledger.tasks.map(({ task }) => [sectionKey(task), task.section]));
  return [...sections].map(([key, path]) => ({
    key,
    chapter: path.length > 1 ? (path[0] ?? '') : '',
    title: path[1] ?? path[0] ?? key,
  }));
}
