/** What GB/T 9704—2012 leaves to the office, chosen once for all writers: points, and colours as six hex digits. */
import { typeSize } from './gbt9704.ts';
import type { CellStyle, Orientation } from './tree.ts';

export const black = '000000';
export const mutedColor = '595959';

/** Tables are set in size 5, and in small size 5 where they lie across: ledgers of a hundred rows and more. */
export const tableType: Readonly<Record<Orientation, { readonly size: number; readonly pitch: number }>> = {
  portrait: { size: typeSize.five, pitch: 15.5 },
  landscape: { size: typeSize.smallFive, pitch: 13 },
};

/** From a cell's edge to its text. */
export const cellPadding = { x: 4.25, y: 1.4 } as const;

export const captionType = { size: typeSize.four, pitch: 24, before: 6 } as const;
export const noteType = { size: typeSize.five, pitch: 17 } as const;
export const colophonPitch = 21;

/** Fills of cells, pale enough that black text and a black-and-white print stay readable; '' = none. */
export const shades: Readonly<Record<CellStyle, string>> = {
  plain: '',
  strong: 'F2F2F2',
  muted: '',
  green: 'DDEFD5',
  yellow: 'FFF0C2',
  red: 'F9D9D6',
};

/** 7.2.7 gives the red rule no thickness, 10.1 none to the double rule. */
export const redRuleWidth = 1.25;
export const doubleRule = { thick: 1.5, thin: 0.7, gap: 1.2 } as const;
export const doubleRuleHeight = doubleRule.thick + doubleRule.gap + doubleRule.thin;
