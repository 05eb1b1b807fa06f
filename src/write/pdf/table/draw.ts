/** A part of a cell as items of the page: its fill, its text, and the box for the grid. */
import type { CellStyle } from '../../../document/tree.ts';
import type { FaceSet } from '../face.ts';
import { plainLetters } from '../letters.ts';
import { baselineIn, lineItems, widthOf, type Line } from '../lines.ts';
import { black, grey, type Item } from '../page.ts';
import type { TableType } from './cells.ts';
import type { CellPart } from './open-cell.ts';

/** Pale enough that black text and a black-and-white print stay readable; the cell carries the word itself. */
const fills: Readonly<Record<CellStyle, string | null>> = {
  plain: null,
  strong: null,
  muted: null,
  green: '#d9ead3',
  yellow: '#fff2cc',
  red: '#f4cccc',
};
const headerFill = '#f2f2f2';

export type DrawSetting = { readonly faces: FaceSet; readonly type: TableType; readonly left: number };

export function drawPart(part: CellPart, setting: DrawSetting): readonly Item[] {
  const { cell, top, height } = part;
  const fill = cell.isHeader ? headerFill : fills[cell.style];
  const x = setting.left + cell.x;
  const fillItem: Item = { kind: 'fill', x, y: top, width: cell.width, height, color: fill ?? '' };
  return [...(fill === null ? [] : [fillItem]), ...textOf(part, setting)];
}

function textOf(part: CellPart, setting: DrawSetting): readonly Item[] {
  const { cell, top, height } = part;
  const { type } = setting;
  const mark = part.isContinuation ? [{ line: continuedMark(setting.faces), piece: null }] : [];
  const lines = part.isRepeated ? part.lines.map(({ line }) => ({ line, piece: null })) : part.lines;
  // The mark follows the words of a span that are said again, and precedes words that run on.
  const shown = part.isRepeated ? [...lines, ...mark] : [...mark, ...lines];
  const slack = height - 2 * type.padY - shown.length * type.pitch;
  let y = top + type.padY + Math.max(0, slack) / 2;
  return shown.flatMap(({ line, piece }) => {
    const place = {
      x: setting.left + cell.x + type.padX,
      width: cell.width - 2 * type.padX,
      baseline: baselineIn(y, type.pitch, type.size),
      size: type.size,
      align: cell.align,
      color: cell.style === 'muted' ? grey : black,
      piece,
    };
    y += type.pitch;
    return lineItems(line, place);
  });
}

function continuedMark(faces: FaceSet): Line {
  const letters = plainLetters('（续）', 'kai', faces);
  return { letters, width: widthOf(letters), isLast: true };
}
