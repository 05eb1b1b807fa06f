/** The tables that an office keeps in inputs/, each with its header: what is read, what `init` and `forms` lay out blank. */
import { adjustmentColumns } from '../intake/adjustments.ts';
import { closureColumns } from '../intake/closures.ts';
import { extensionColumns } from '../intake/extensions.ts';
import { planColumns } from '../intake/plan.ts';
import { reassignmentColumns } from '../intake/reassignments.ts';
import { remarkColumns } from '../intake/remarks.ts';
import { rosterColumns } from '../intake/roster.ts';
import { taskChangeColumns } from '../intake/task-changes.ts';
import { receiptColumns } from './receipts.ts';
import { writeCsv } from '../table/csv-write.ts';

type Tables = Readonly<Record<string, readonly string[]>>;

/** In `inputs/`. */
export const officeTables: Tables = {
  'units.csv': rosterColumns,
  'plan.csv': planColumns,
  'closures.csv': closureColumns,
  'reassignments.csv': reassignmentColumns,
  'task-changes.csv': taskChangeColumns,
  'extensions.csv': extensionColumns,
};

/** In `inputs/Q/`, beside the folder of returns. */
export const quarterTables: Tables = {
  'adjustments.csv': adjustmentColumns,
  'remarks.csv': remarkColumns,
  'receipts.csv': receiptColumns,
};

/** Files of a folder with their headers and no row, by path. */
export function blankTables(folder: string, tables: Tables): readonly (readonly [string, Uint8Array])[] {
  return Object.entries(tables).map(([name, columns]) => [`${folder}/${name}`, blankTable(columns)]);
}

function blankTable(columns: readonly string[]): Uint8Array {
  return writeCsv(
    columns.map((name) => ({ name, kind: 'text' })),
    [],
  );
}
