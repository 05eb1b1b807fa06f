/** Rows of a table told apart: data, and what is none: blank rows, headings, totals, 填报说明, signatures, a header printed again. These are skipped, and said. */
import { info, warning } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { silent } from '../message/result.ts';
import type { SkippedKind } from '../message/wording/table.ts';
import { foldHeader } from './columns.ts';
import type { ColumnIndex, TableForm } from './columns.ts';
import { cut, isBlank, isPictureFormula } from './sheet.ts';
import type { HeaderRow, Sheet, SheetLook, SheetRow } from './sheet.ts';

/** hidden, struck: what the workbook itself takes out of sight. lone: one cell that no return can stand in. */
type RowKind = SkippedKind | 'hidden' | 'struck' | 'lone';

export type SkippedRow = SheetRow & { readonly kind: RowKind };

/** Every row of the sheet is one or the other. */
export type SortedRows = { readonly data: readonly SheetRow[]; readonly skipped: readonly SkippedRow[] };

type Context = { readonly file: string; readonly columns: ColumnIndex; readonly form: TableForm };

export function sortRows(sheet: Sheet, header: HeaderRow, context: Context): Result<SortedRows> {
  const clean = withoutPictures(sheet.rows, context.file);
  const value = withoutSkipped({ ...sheet, rows: clean.value }, header, context);
  return { value, messages: [...skippedMessages(value.skipped, context.file), ...clean.messages] };
}

/** The rows with such cells blank, each told: a required one then counts as missing. */
function withoutPictures(rows: readonly SheetRow[], file: string): Result<readonly SheetRow[]> {
  const pictured = rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, at) => (isPictureFormula(cell) ? [{ file, row, column: at + 1 }] : [])),
  );
  if (pictured.length === 0) return silent(rows);
  const value = rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (isPictureFormula(cell) ? '' : cell)) }));
  return { value, messages: pictured.map((place) => warning(place, 'picture-in-cell', undefined)) };
}

function withoutSkipped(sheet: Sheet, header: HeaderRow, { columns, form }: Context): SortedRows {
  const data: SheetRow[] = [];
  const skipped: SkippedRow[] = [];
  const content = contentColumns(header, columns, form);
  const across = acrossOf(sheet.look);
  let isInNotes = false;
  for (const row of sheet.rows) {
    const kind = skippedKind(row, { header, isInNotes, look: sheet.look, across, content });
    isInNotes = kind === 'note';
    if (kind === null) data.push(row);
    else skipped.push({ ...row, kind });
  }
  return { data, skipped };
}

/** Where a cell by itself may be a row of data. In a table of one or two required columns that is anywhere. */
function contentColumns(header: HeaderRow, columns: ColumnIndex, form: TableForm): ReadonlySet<number> {
  const required = form.columns.filter(({ need }) => need === 'required');
  if (required.length < 3) return new Set(header.cells.keys());
  const asked = required
    .filter(({ fillDown: rule }) => rule === undefined)
    .flatMap(({ name }) => columns.get(name) ?? []);
  return new Set(asked);
}

const quietKinds = [
  'title',
  'header',
  'blank',
  'heading',
  'total',
  'note',
  'signature',
] as const satisfies readonly SkippedKind[];

/** One line a kind: which rows were passed over. What a unit may have meant to count is a warning, and a lone cell is told with its text. */
function skippedMessages(skipped: readonly SkippedRow[], file: string): readonly Message[] {
  const rowsOf = (kind: SkippedRow['kind']): readonly number[] =>
    skipped.filter((each) => each.kind === kind).map((each) => each.row);
  const placeOf = (rows: readonly number[]) => ({ file, row: rows[0] ?? null, column: null });
  // The header itself is one such row of every table and needs no word.
  const quiet = quietKinds
    .filter((kind) => rowsOf(kind).length > (kind === 'header' ? 1 : 0))
    .map((kind) => {
      const rows = rowsOf(kind);
      return info(placeOf(rows), 'skipped-rows', { kind, rows });
    });
  const [hidden, struck] = [rowsOf('hidden'), rowsOf('struck')];
  const lone = skipped.flatMap(({ kind, row, cells }) => {
    const at = cells.findIndex((cell) => !isBlank(cell));
    if (kind !== 'lone') return [];
    return [warning({ file, row, column: at + 1 }, 'lone-cell', { written: cut(cells[at] ?? '') })];
  });
  return [
    ...quiet,
    ...(hidden.length === 0 ? [] : [warning(placeOf(hidden), 'hidden-rows', { rows: hidden })]),
    ...(struck.length === 0 ? [] : [warning(placeOf(struck), 'struck-rows', { rows: struck })]),
    ...lone,
  ];
}

// The word alone, or with a number: 累计完成… and 总计划… begin a report.
const total = /^(?:本页)?(?:合计|总计|小计|共计|累计)(?:数|项数)?\P{L}*(?:[项个条]\P{L}*)?$/u;
// After the unit's name, which some tables repeat in every row.
const totalBeside = /^(?:合计|总计|小计|共计)$/u;
const note = /^(填报说明|填表说明|填写说明|填报要求|说明|备注|注|附注)([:：]|\d|[一二三]|$)/u;
const signature =
  /^(填报人|填表人|审核人|审核|审批人|单位负责人|主要负责人|分管领导|制表人?|经办人|联系人|联系电话|填报日期|填报时间|填报单位|单位)(\(.*?\))?[:：]/u;
// 二、监管执法 · （三）优化服务 · 第一部分 …: a number, and what it is about.
const heading = /^(?:第[一二三四五六七八九十]+(?:部分|章|节|篇|类)|\(?[一二三四五六七八九十]+[、.)])\p{L}{2}/u;

type Surroundings = {
  readonly header: HeaderRow;
  /** The row before was 填报说明 or its continuation. */
  readonly isInNotes: boolean;
  readonly look: SheetLook;
  /** Merges that reach over several columns: `row column`, both from 1. */
  readonly across: ReadonlySet<string>;
  /** Indexes of columns in which a cell may stand alone in a row of data. */
  readonly content: ReadonlySet<number>;
};

/** What a row is, or null for data. */
function skippedKind(row: SheetRow, around: Surroundings): RowKind | null {
  const { header, look } = around;
  if (row.row <= header.row) return kindAbove(row, header);
  if (look.struckRows.has(row.row)) return 'struck';
  const at = row.cells.findIndex((cell) => !isBlank(cell));
  if (at === -1) return 'blank';
  const filled = row.cells.filter((cell) => !isBlank(cell));
  const start = folded(filled[0] ?? '');
  const kind = kindByWords(start, filled, around.isInNotes);
  if (kind !== null) return kind;
  if (header.parts.some((part) => isHeaderAgain(row, part))) return 'header';
  if (look.hiddenRows.has(row.row)) return 'hidden';
  if (filled.length > 1 || around.content.has(at)) return null;
  return heading.test(start) || around.across.has(`${row.row} ${at + 1}`) ? 'heading' : 'lone';
}

function kindByWords(start: string, filled: readonly string[], isInNotes: boolean): SkippedKind | null {
  if (total.test(start) || totalBeside.test(folded(filled[1] ?? ''))) return 'total';
  if (signature.test(start)) return 'signature';
  if (filled.length <= 2 && note.test(start)) return 'note';
  return isInNotes && filled.length === 1 ? 'note' : null;
}

function kindAbove(row: SheetRow, header: HeaderRow): SkippedKind {
  if (header.parts.some((part) => part.row === row.row)) return 'header';
  return row.cells.every(isBlank) ? 'blank' : 'title';
}

/** Where a cell reaches over the columns beside it. */
function acrossOf({ merges }: SheetLook): ReadonlySet<string> {
  const wide = merges.filter(({ left, right }) => right > left);
  return new Set(
    wide.flatMap(({ top, bottom, left }) => Array.from({ length: bottom - top + 1 }, (_, at) => `${top + at} ${left}`)),
  );
}

function folded(cell: string): string {
  return cell.normalize('NFKC').replaceAll(/\s/gu, '');
}

function isHeaderAgain(row: SheetRow, header: SheetRow): boolean {
  return header.cells.every((cell, at) => foldHeader(cell) === foldHeader(row.cells[at] ?? ''));
}
