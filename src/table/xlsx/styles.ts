/** Cell styles, as far as they change what a clerk reads: the number format, and a line through the text. */
import { general, numberFormat } from './number-format.ts';
import type { NumberFormat } from './number-format.ts';
import { noHandlers, readPart } from './package.ts';
import type { Parts } from './package.ts';
import { isOn } from './text.ts';

export type CellFormat = { readonly format: NumberFormat; readonly isStruck: boolean };

export const plainStyle: CellFormat = { format: general, isStruck: false };

/** The styles by their index in the part; or why it cannot be read. */
export function readStyles(parts: Parts, part: string): readonly CellFormat[] | string {
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellFormat[] = [];
  // The innermost list that the reader is in: fonts and formats of other lists (dxfs, cellStyleXfs) are no cell's own.
  let list = '';
  const problem = readPart(parts, part, {
    ...noHandlers,
    open: (name, attributes) => {
      if (lists.has(name)) list = name;
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') formats.set(id, attributes['formatCode'] ?? '');
      if (name === 'font' && list === 'fonts') struckFonts.push(false);
      if (name === 'strike' && list === 'fonts') struckFonts[struckFonts.length - 1] = isOn(attributes['val']);
      if (name === 'xf' && list === 'cellXfs') {
        const isStruck = struckFonts[Number(attributes['fontId'] ?? 0)] === true;
        styles.push({ format: numberFormat(id, formats.get(id)), isStruck });
      }
    },
    close: (name) => {
      if (name === list) list = '';
    },
  });
  return problem ?? styles;
}

const lists: ReadonlySet<string> = new Set(['fonts', 'cellXfs', 'cellStyleXfs', 'dxfs']);
