/** The cells of a worksheet part, one after another. */
import type { XmlHandlers } from '../../ooxml/xml-reader.ts';
import type { RawCell } from './cell-text.ts';

/** `row` and `column` count from 1. */
export type PlacedCell = RawCell & { readonly row: number; readonly column: number; readonly hasFormula: boolean };

type OpenCell = { -readonly [K in keyof PlacedCell]: PlacedCell[K] };

/** Handlers that hand over each cell when it is complete. A reference left out means the next row or column. */
export function cellHandlers(onCell: (cell: PlacedCell) => void): XmlHandlers {
  let row = 0;
  let cell: OpenCell = cellAt(0, 0, {});
  let isValue = false;
  let isPhonetic = false;
  return {
    open: (name, attributes) => {
      if (name === 'row') {
        row = rowOf(attributes['r']) ?? row + 1;
        cell = cellAt(row, 0, {});
      }
      if (name === 'c') cell = cellAt(row, columnOf(attributes['r']) ?? cell.column + 1, attributes);
      if (name === 'f') cell.hasFormula = true;
      if (name === 'rPh') isPhonetic = true;
      isValue = (name === 'v' || name === 't') && !isPhonetic;
    },
    text: (text) => {
      if (isValue) cell.value += text;
    },
    close: (name) => {
      isValue = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'c') onCell(cell);
    },
  };
}

function cellAt(row: number, column: number, attributes: Readonly<Record<string, string>>): OpenCell {
  const type = attributes['t'] ?? 'n';
  return { type, style: Number(attributes['s'] ?? 0), value: '', row, column, hasFormula: false };
}

function rowOf(reference: string | undefined): number | null {
  return /^[1-9]\d{0,8}$/u.test(reference ?? '') ? Number(reference) : null;
}

/** `AB12` → 28. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 65) - 64, 0);
}
