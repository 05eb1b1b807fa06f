/** Workbooks for tests, made cell by cell as Excel would save them. */
import excel from 'exceljs';
import type { Worksheet } from 'exceljs';
import { readZip, writeZip } from '../../src/ooxml/zip.ts';

/** A workbook of one sheet with the rows as text, after `change` has had its way with it. */
export async function makeXlsx(rows: readonly (readonly unknown[])[], change: (sheet: Worksheet) => void = () => {}) {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('反馈表');
  for (const row of rows) sheet.addRow([...row]);
  change(sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The package with parts added, replaced (by a function of the old text) or taken out (null). */
export function withParts(
  bytes: Uint8Array,
  changes: Readonly<Record<string, ((old: string) => string) | null>>,
): Uint8Array {
  const parts = new Map([...readZip(bytes).value].map(([name, content]) => [name, Buffer.from(content).toString()]));
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) parts.delete(name);
    else parts.set(name, change(parts.get(name) ?? ''));
  }
  return writeZip([...parts].map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}
