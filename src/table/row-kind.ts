/** Rows of a return that are no data: blank ones, headings, totals, 填报说明, signatures, a header printed again. They are skipped, and said. */
import type { SkippedKind } from '../message/wording/table.ts';
import { foldHeader } from './columns.ts';
import { isBlank } from './sheet.ts';
import type { HeaderRow, SheetLook, SheetRow } from './sheet.ts';

/** hidden, struck: what the workbook itself takes out of sight. lone: one cell that no return can stand in. */
type RowKind = SkippedKind | 'hidden' | 'struck' | 'lone';

export type SkippedRow = SheetRow & { readonly kind: RowKind };

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
export function skippedKind(row: SheetRow, around: Surroundings): RowKind | null {
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
export function acrossOf({ merges }: SheetLook): ReadonlySet<string> {
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

/** `3、7-9、12`: row numbers as a clerk would write them. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const open = ranges.at(-1);
    if (open !== undefined && open[1] === row - 1) open[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('、');
}
