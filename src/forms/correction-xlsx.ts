/** A correction sheet as .xlsx: the rows as the unit wrote them, the wrong cells marked, the problems beside them. */
import { emWidth } from '../document/text-width.ts';
import { writeXlsx } from '../table/xlsx-write/write-xlsx.ts';
import { columnWidth, headerRow, looks, pageFooter, sheetRow, wholeRow } from './sheet-look.ts';

export type CorrectionTable = {
  /** What concerns the table as a whole, a line each. */
  readonly above: readonly string[];
  /** Of the columns; the last one holds the problems. */
  readonly names: readonly string[];
  /** `wrong`: indexes of the cells that a problem is about. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly wrong: ReadonlySet<number> }[];
};

const problemWidth = 36;
const narrowest = 8;
const usual = 30;

export function correctionXlsx({ above, names, rows }: CorrectionTable): Uint8Array {
  const last = names.length - 1;
  const widths = names.map((_, at) => {
    const texts = rows.map(({ cells }) => cells[at] ?? '');
    return columnWidth(texts, at === last ? problemWidth : naturalWidth(texts));
  });
  // Nothing is locked: a unit mends what it likes, and every cell is text, so that 2024-10 stays what was typed.
  const body = rows.map(({ cells, wrong }) =>
    sheetRow(
      cells.map((value, at) => ({ value, look: at === last ? looks.given : wrong.has(at) ? looks.wrong : looks.open })),
      widths,
    ),
  );
  const headerAt = above.length + 1;
  return writeXlsx({
    name: '更正表',
    widths,
    rows: [...above.map((text) => wholeRow(text, looks.note, widths)), headerRow(names, widths), ...body],
    limits: [],
    frozen: { columns: Math.min(2, names.length), rows: headerAt },
    titleRow: headerAt,
    footer: pageFooter,
    isProtected: false,
  });
}

/** Room for the longest line, two digits to an em, within reason. */
function naturalWidth(texts: readonly string[]): number {
  const longest = Math.max(0, ...texts.flatMap((text) => text.split('\n').map(emWidth)));
  return Math.min(usual, Math.max(narrowest, Math.ceil(longest * 2) + 2));
}
