/** How the office's sheets look: forms and correction sheets alike. */
import { heightLimit, type CellLook, type NewCell, type NewRow } from '../table/xlsx-write/new-sheet.ts';
import { fittingWidth, rowHeight } from '../table/xlsx-write/row-height.ts';

const base = {
  face: '宋体',
  size: 10,
  fill: null,
  isBordered: true,
  horizontal: 'general',
  vertical: 'top',
  format: '@',
  isLocked: false,
} as const satisfies CellLook;

export const looks = {
  title: {
    ...base,
    face: '黑体',
    size: 16,
    isBordered: false,
    horizontal: 'center',
    vertical: 'center',
    isLocked: true,
  },
  note: { ...base, isBordered: false, isLocked: true },
  header: { ...base, face: '黑体', size: 11, fill: 'D9E1F2', horizontal: 'center', vertical: 'center', isLocked: true },
  /** To be written by the unit. */
  open: base,
  /** Given by the office: grey, not to be changed. */
  given: { ...base, fill: 'EDEDED', isLocked: true },
  /** To be mended by the unit. */
  wrong: { ...base, fill: 'FFE699' },
} as const satisfies Readonly<Record<string, CellLook>>;

const widest = 80;

/** Width of a column: as usual, but more where its longest text would make a row higher than a row can be. */
export function columnWidth(texts: readonly string[], usual: number): number {
  return fittingWidth(texts, base.size, { least: usual, most: widest });
}

/** Cells side by side, as high as the tallest of them needs; blanks that are to be written have room for three lines. */
export function sheetRow(cells: readonly NewCell[], widths: readonly number[]): NewRow {
  return { cells, height: rowHeight(cells, widths, 48), isMerged: false };
}

export function headerRow(names: readonly string[], widths: readonly number[]): NewRow {
  const cells = names.map((value) => ({ value, look: looks.header }));
  return { cells, height: rowHeight(cells, widths, 32), isMerged: false };
}

/** One text over all columns. */
export function wholeRow(value: string, look: CellLook, widths: readonly number[]): NewRow {
  const cells = [{ value, look }];
  const width = widths.reduce((sum, each) => sum + each, 0);
  return { cells, height: Math.min(heightLimit, rowHeight(cells, [width], 18)), isMerged: true };
}

export const pageFooter = '第 &P 页，共 &N 页';
