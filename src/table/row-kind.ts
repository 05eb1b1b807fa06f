/** Rows of a return that are no data: blank ones, totals, 填报说明, signatures, a header printed again. They are skipped, and said. */
import { foldHeader } from './columns.ts';
import { isBlank } from './sheet.ts';
import type { SheetRow } from './sheet.ts';

export type SkippedKind = 'title' | 'header' | 'blank' | 'total' | 'note' | 'signature';
export type SkippedRow = SheetRow & { readonly kind: SkippedKind };

// The word alone, or with a number: 累计完成… and 总计划… begin a report.
const total = /^(?:本页)?(?:合计|总计|小计|共计|累计)(?:数|项数)?\P{L}*(?:项|个|条)?\P{L}*$/u;
// After the unit's name, which some tables repeat in every row.
const totalBeside = /^(?:合计|总计|小计|共计)$/u;
const note = /^(填报说明|填表说明|填写说明|填报要求|说明|备注|注|附注)([:：]|\d|[一二三]|$)/u;
const signature =
  /^(填报人|填表人|审核人|审核|审批人|单位负责人|主要负责人|分管领导|制表人?|经办人|联系人|联系电话|填报日期|填报时间|填报单位|单位)(\(.*?\))?[:：]/u;

/** What a row below the header is, or null for data. `isInNotes`: the row before was 填报说明 or its continuation. */
export function skippedKind(row: SheetRow, header: SheetRow, isInNotes: boolean): SkippedKind | null {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  const [first, second = ''] = filled;
  if (first === undefined) return 'blank';
  const start = folded(first);
  if (total.test(start) || totalBeside.test(folded(second))) return 'total';
  if (signature.test(start)) return 'signature';
  if (filled.length <= 2 && note.test(start)) return 'note';
  if (isInNotes && filled.length === 1) return 'note';
  return isHeaderAgain(row, header) ? 'header' : null;
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
