/** Workbooks as sources: every visible sheet is a table, its rows as they are shown. */
import { info, warning } from '../message/message.ts';
import type { Message, Place, Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { InputFile } from '../table/file.ts';
import { isBlank } from '../table/sheet.ts';
import type { WorkbookSheet } from '../table/sheet.ts';
import { sheetReaders } from '../table/workbooks.ts';
import type { SourceBlock, SourceText } from './block.ts';
import type { SourceRow } from './row.ts';

/** The tables of a workbook; places are rows as Excel counts them. */
export function blocksOfWorkbook(file: InputFile, kind: 'xlsx' | 'ods' | 'xls' | 'xlsb'): Result<SourceText> {
  const { value: sheets, messages } = sheetReaders[kind](file);
  const filled = sheets.filter(({ rows }) => rows.some(({ cells }) => !cells.every(isBlank)));
  const shown = filled.filter(({ isHidden }) => !isHidden);
  const hidden = filled.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  return {
    value: { blocks: shown.map(tableOf), pageNumbers: [] },
    messages: [
      ...messages,
      ...(hidden.length > 0 ? [info(fileOnly(file.path), 'xlsx-hidden-sheets', { names: hidden })] : []),
      ...shown.flatMap((sheet) => [...sheet.messages, ...passedOver(sheet, file.path)]),
    ],
  };
}

function tableOf({ rows, look }: WorkbookSheet): SourceBlock {
  const lower = lowerCells(look.merges);
  // A merged cell below the last filled one of its row is a cell all the same.
  const width = Math.max(...rows.map(({ cells }) => cells.length), 0);
  const kept = rows.filter(({ row }) => !look.hiddenRows.has(row) && !look.struckRows.has(row));
  return {
    kind: 'table',
    rows: kept.map(({ row, cells }): SourceRow => {
      const merged = lower.get(row);
      const whole = Array.from({ length: width }, (_, at) => cells[at] ?? '');
      return { cells: whole, line: row, ...(merged === undefined ? {} : { merged }) };
    }),
  };
}

/** By row: the columns, from 0, that are the lower part of a merged cell. */
function lowerCells(merges: WorkbookSheet['look']['merges']): ReadonlyMap<number, ReadonlySet<number>> {
  const lower = new Map<number, Set<number>>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top + 1; row <= bottom; row += 1) {
      const columns = lower.get(row) ?? new Set();
      lower.set(row, columns);
      for (let column = left; column <= Math.min(right, left + widest); column += 1) columns.add(column - 1);
    }
  }
  return lower;
}

const widest = 100;

function titleOf(rows: WorkbookSheet['rows'], column: number): string {
  return rows.map(({ cells }) => cells[column]?.trim() ?? '').find((cell) => cell !== '') ?? '';
}

/** Rows that hold something and are not shown as true. */
function passedOver({ rows, look }: WorkbookSheet, file: string): readonly Message[] {
  const hidden = rows.filter(({ row, cells }) => look.hiddenRows.has(row) && !cells.every(isBlank));
  const struck = [...look.struckRows].filter((row) => !look.hiddenRows.has(row)).toSorted((a, b) => a - b);
  const columns = [...look.hiddenColumns].filter((column) => rows.some(({ cells }) => !isBlank(cells[column])));
  const at = (row: number | null, column: number | null = null): Place => ({ file, row, column });
  return [
    ...(hidden.length > 0
      ? [warning(at(hidden[0]?.row ?? null), 'hidden-rows', { rows: hidden.map(({ row }) => row) })]
      : []),
    ...(struck.length > 0 ? [warning(at(struck[0] ?? null), 'struck-rows', { rows: struck })] : []),
    ...columns.map((column) =>
      warning(at(null, column + 1), 'hidden-column', { column: titleOf(rows, column), isRead: true }),
    ),
  ];
}
