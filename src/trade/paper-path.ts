/** Where a paper lies in out/Q, and what the path of a made paper says: its quarter and its unit. */
import { parseQuarter, type Quarter } from './calendar.ts';
import { codedName } from './file-name.ts';
import { kindsInOrder, paperRow, type PaperKind } from './paper-kinds.ts';

/** Without ending: `letters/012-区财政局` of a unit, `report` of all. */
export function paperPath(kind: PaperKind, unit: { readonly code: string; readonly name: string } | null): string {
  const { path } = paperRow(kind);
  return unit === null ? path : `${path}/${codedName(unit.code, unit.name)}`;
}

/** `out/2024Q4/letters/012-区财政局.docx` → 2024Q4; null when no folder is a quarter. */
export function quarterIn(file: string): Quarter | null {
  const quarters = file.split(/[\\/]/).map(parseQuarter);
  return quarters.find((quarter) => quarter !== null) ?? null;
}

/** `out/2024/special-report.docx` → 2024: the papers of a year; null when no folder under `out` is one. */
export function yearIn(file: string): number | null {
  const year = /(?:^|[\\/])out[\\/](\d{4})[\\/]/.exec(file)?.[1];
  return year === undefined ? null : Number(year);
}

const unitFolders = kindsInOrder.map(paperRow).flatMap(({ to, path }) => (to === 'unit' ? [path] : []));

/** `012` of a paper of one unit; null for papers of all. */
export function unitCodeIn(file: string): string | null {
  const parts = file.split(/[\\/]/);
  const name = parts.at(-1) ?? '';
  return unitFolders.includes(parts.at(-2) ?? '') ? (name.split('-')[0] ?? null) : null;
}
