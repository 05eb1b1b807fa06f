/** What the sample's units say: the three content files as one list of rows, old names before the reform, new ones after it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { seatsAfterReform } from './reform.ts';
import type { Seat } from './reform.ts';

export type Said = {
  readonly percent: number;
  readonly status: string;
  readonly progress: string;
  readonly problems?: string;
  readonly next?: string;
  readonly evidence?: string;
};

export type SampleQuarter = '2024Q3' | '2024Q4';
export type SampleRow = Seat & { readonly said: Said };

type Quarters = { readonly q3?: Said; readonly q4?: Said };
type TaskContent = {
  readonly task: number;
  readonly lead?: Readonly<Record<string, Quarters>>;
  readonly cooperating?: Readonly<Record<string, Quarters>>;
};
type Written = Seat & { readonly quarters: Quarters };

/** Every row that every unit could file in the quarter, by task, leads first; deliberate gaps are cut later. */
export function sampleRows(quarter: SampleQuarter): readonly SampleRow[] {
  const written = [...contentOf('returns-001-067.yaml'), ...contentOf('returns-068-134.yaml')];
  return quarter === '2024Q3' ? rowsOf(written, 'q3') : rowsAfterReform(written);
}

function rowsAfterReform(written: readonly Written[]): readonly SampleRow[] {
  const rewritten = new Map(rowsOf(contentOf('returns-after-reform.yaml'), 'q4').map((row) => [keyOf(row), row.said]));
  const old = new Map(rowsOf(written, 'q4').map((row) => [keyOf(row), row.said]));
  return seatsAfterReform(written).map(({ seat, formerly }) => {
    // The unit's own text goes first; of two predecessors the later one named in the task speaks for both.
    const said =
      rewritten.get(keyOf(seat)) ??
      old.get(keyOf(seat)) ??
      formerly.map((unit) => old.get(keyOf({ ...seat, unit }))).findLast((text) => text !== undefined);
    if (said === undefined) throw new Error(`no text for task ${seat.task}, ${seat.unit} in 2024Q4`);
    return { ...seat, said };
  });
}

function rowsOf(written: readonly Written[], quarter: 'q3' | 'q4'): readonly SampleRow[] {
  return written.flatMap(({ quarters, ...seat }) => {
    const said = quarters[quarter];
    return said === undefined ? [] : [{ ...seat, said }];
  });
}

function contentOf(name: string): readonly Written[] {
  // Our own file; the tests beside it check its coverage.
  const tasks = parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as readonly TaskContent[];
  return tasks.flatMap(({ task, lead = {}, cooperating = {} }) => [
    ...Object.entries(lead).map(([unit, quarters]) => ({ task, role: '牵头' as const, unit, quarters })),
    ...Object.entries(cooperating).map(([unit, quarters]) => ({ task, role: '配合' as const, unit, quarters })),
  ]);
}

function keyOf({ task, role, unit }: Seat): string {
  return `${task} ${role} ${unit}`;
}
