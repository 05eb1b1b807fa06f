/** Correction sheet 更正表: a unit's own rows with a column 问题, to be mailed back, mended and filed again as it is. */
import type { Language } from '../message/wording/language.ts';
import type { Unit } from '../domain/roster.ts';
import type { Message } from '../message/message.ts';
import { byUnit } from '../intake/returns/by-unit.ts';
import { referenceColumns } from '../intake/returns/form.ts';
import type { FileReading, ReturnsReading } from '../intake/returns/reading.ts';
import { writeCsv } from '../table/csv-write.ts';
import { withoutEscape } from '../table/escape.ts';
import { isBlank } from '../table/sheet.ts';
import type { SheetRow } from '../table/sheet.ts';
import { wordText } from '../message/wording/word.ts';
import { correctionXlsx, type CorrectionTable } from './correction-xlsx.ts';

/** The same sheet twice: as CSV, and as a workbook with the wrong cells marked. */
export type CorrectionSheet = {
  readonly unit: Unit | null;
  readonly file: string;
  readonly csv: Uint8Array;
  readonly xlsx: Uint8Array;
};

/** What the unit can do nothing about any more. Notes (info) are for the office too: hollow texts, zero reports, skipped rows. */
const officeOnly: ReadonlySet<string> = new Set(['late-return']);

/** One sheet for each file in which a unit has something to mend. `messages`: all of the check; those of other files do not matter. */
export function correctionSheets(
  reading: ReturnsReading,
  messages: readonly Message[],
  language: Language,
): readonly CorrectionSheet[] {
  const toMend = messages.filter(({ severity, code }) => severity !== 'info' && !officeOnly.has(code));
  return byUnit(reading, toMend).flatMap((group) =>
    group.files.flatMap((file) => {
      const own = group.messages.filter((message) => message.place?.file === file.file);
      if (own.length === 0) return [];
      const table = tableOf(ownRows(file, group.unit), own, language);
      return [{ unit: group.unit, file: file.file, csv: correctionCsv(table), xlsx: correctionXlsx(table) }];
    }),
  );
}

/** Without the rows of other units that stand in the same file. */
function ownRows(file: FileReading, unit: Unit | null): FileReading {
  return { ...file, rows: file.rows.filter((row) => row.unit === null || row.unit === unit) };
}

function tableOf({ table, rows }: FileReading, messages: readonly Message[], language: Language): CorrectionTable {
  const header = table.header?.cells ?? [];
  const width = Math.max(
    header.findLastIndex((cell) => !isBlank(cell)) + 1,
    table.header === null ? widest(table.unreadable) : 0,
  );
  const missing = messages.flatMap((each) => (each.code === 'missing-column' ? [each.data.column] : []));
  const names = [...Array.from({ length: width }, (_, at) => header[at] ?? ''), ...missing, referenceColumns.problem];
  const kept = new Set(rows.filter((row) => row.fate !== 'skipped').map((row) => row.row));
  const data = [...table.rows, ...table.unreadable]
    .filter((row) => kept.has(row.row))
    .toSorted((a, b) => a.row - b.row);
  const word = (message: Message): string => worded(message, header, language);
  const body = data.map((row) => {
    const own = messages.filter((message) => covers(message, row.row));
    const wrong = new Set(own.flatMap(({ place }) => (place?.column == null ? [] : [place.column - 1])));
    return { cells: [...fitted(row, width), ...missing.map(() => ''), own.map(word).join('\n')], wrong };
  });
  const above = messages.filter((message) => !data.some((row) => covers(message, row.row))).map(word);
  return { above, names, rows: body };
}

function correctionCsv({ above, names, rows }: CorrectionTable): Uint8Array {
  return writeCsv(
    names.map((name) => ({ name, kind: 'text' as const })),
    rows.map(({ cells }) => cells),
    above.map((text) => [text]),
  );
}

function covers({ place }: Message, row: number): boolean {
  if (place === null || place.row === null) return false;
  return place.row <= row && row <= (place.endRow ?? place.row);
}

/** With the column's own name before it, for the reader of a sheet sees names, not numbers. */
function worded(message: Message, header: readonly string[], language: Language): string {
  const text = wordText(message, language);
  const column = message.place?.column ?? null;
  const name = column === null || message.code === 'missing-column' ? '' : (header[column - 1] ?? '').trim();
  return name === '' || text.includes(name) ? text : `${name}：${text}`;
}

/** The row's cells in as many columns as the header has; what stands beyond is kept in the last of them. */
function fitted(row: SheetRow, width: number): readonly string[] {
  const cells = row.cells.map(withoutEscape);
  if (cells.length <= width) return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
  const beyond = cells.slice(Math.max(width - 1, 0)).filter((cell) => !isBlank(cell));
  return [...cells.slice(0, Math.max(width - 1, 0)), beyond.join('，')].slice(0, width);
}

function widest(rows: readonly SheetRow[]): number {
  return rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
}
