/**
 * Makes the sample's returns, inputs/2024Q3/returns and inputs/2024Q4/returns, from the content files and the habits
 * beside it: same content, same bytes. `SAMPLE=write npx vitest run --config test/vitest.config.ts test/sample` writes them.
 */
import { sampleRows } from './content.ts';
import type { SampleQuarter, SampleRow } from './content.ts';
import { corrections, habitOf, isLeftOut } from './habits.ts';
import { returnFile } from './return-file.ts';

export const sampleQuarters: readonly SampleQuarter[] = ['2024Q3', '2024Q4'];

/** Path below inputs/ → bytes. */
export function sampleFiles(): ReadonlyMap<string, Buffer> {
  return new Map(sampleQuarters.flatMap((quarter) => [...filesOf(quarter)]));
}

/** The rows that are really filed, last word first corrected: what the ledger should end with. */
export function filedRows(quarter: SampleQuarter): readonly SampleRow[] {
  return sampleRows(quarter).filter(({ unit, task }) => !isLeftOut(unit, task, quarter));
}

function* filesOf(quarter: SampleQuarter): Generator<[string, Buffer]> {
  const rows = filedRows(quarter);
  for (const unit of new Set(rows.map((row) => row.unit))) {
    const own = rows.filter((row) => row.unit === unit);
    const habit = habitOf(unit, quarter);
    const first = own.map((row) => asFirstFiled(row, quarter));
    yield [`${quarter}/returns/${unit}.csv`, returnFile({ quarter, unit, rows: first, habit })];
    for (const { task, correctedOn } of corrections.filter((each) => each.quarter === quarter && each.unit === unit)) {
      const corrected = own.filter((row) => row.task === task);
      const file = returnFile({ quarter, unit, rows: corrected, habit: { ...habit, lateOn: correctedOn } });
      yield [`${quarter}/returns/${unit}（更正）.csv`, file];
    }
  }
}

function asFirstFiled(row: SampleRow, quarter: SampleQuarter): SampleRow {
  const correction = corrections.find(
    (each) => each.quarter === quarter && each.unit === row.unit && each.task === row.task,
  );
  return correction === undefined ? row : { ...row, said: correction.first };
}
