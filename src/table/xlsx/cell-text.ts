/** A cell's value as the text a clerk sees: nothing is guessed from it here, readers of values take strings. */
import { formatNumber } from './number-format.ts';
import type { RawCell } from './sheet-cells.ts';
import { plainStyle } from './styles.ts';
import type { CellRun } from './text.ts';
import { withoutXmlEscapes } from './text.ts';
import type { Workbook } from './workbook.ts';

export type CellText = {
  readonly text: string;
  /** What stands in the cell with a line through it, and is no part of its text. */
  readonly struck: string;
};

/** The text, or why there is none: the cell names a string that the workbook does not have. */
export function cellText(cell: RawCell, workbook: Workbook): CellText | 'lost-text' {
  const { type, value } = cell;
  const style = workbook.styles[cell.style] ?? plainStyle;
  if (type === 's' && value.trim() === '') return { text: '', struck: '' };
  if (type === 's') {
    const runs = /^\s*\d+\s*$/u.test(value) ? workbook.strings[Number(value)] : undefined;
    return runs === undefined ? 'lost-text' : joined(runs, style.isStruck);
  }
  if (type === 'inlineStr') return joined(cell.runs, style.isStruck);
  const text = valueText(cell, workbook);
  return style.isStruck ? { text: '', struck: text } : { text, struck: '' };
}

function joined(runs: readonly CellRun[], isCellStruck: boolean): CellText {
  const part = (wanted: boolean): string =>
    runs
      .filter(({ isStruck }) => (isStruck ?? isCellStruck) === wanted)
      .map(({ text }) => text)
      .join('');
  return { text: part(false), struck: part(true) };
}

function valueText({ type, style, value }: RawCell, workbook: Workbook): string {
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 10);
  const number = Number(value);
  if (type !== 'n' || value === '' || !Number.isFinite(number)) return withoutXmlEscapes(value);
  return formatNumber(number, (workbook.styles[style] ?? plainStyle).format, workbook.is1904);
}
