/** A part of a cell as items of the page: its fill, its text, and the box for the grid. */
import { black, mutedColor, shades } from '../../../document/paper-look.ts';
import type { FaceSet } from '../face.ts';
import { plainLetters } from '../letters.ts';
import { baselineIn, lineItems, widthOf, type TextLine } from '../lines.ts';
import type { PageItem } from '../page.ts';
import type { TableType } from './cells.ts';
import type { CellPart } from './open-cell.ts';

export type DrawSetting = { readonly faces: FaceSet; readonly type: TableType; readonly left: number };

export function drawPart(part: CellPart, setting: DrawSetting): readonly PageItem[] {
  const { cell, top, height } = part;
  const color = shades[cell.style];
  const x = setting.left + cell.x;
  const fillItem: PageItem = { kind: 'fill', x, y: top, width: cell.width, height, color };
  return [...(color === '' ? [] : [fillItem]), ...textOf(part, setting)];
}

function textOf(part: CellPart, setting: DrawSetting): readonly PageItem[] {
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
      color: cell.style === 'muted' ? mutedColor : black,
      piece,
    };
    y += type.pitch;
    return lineItems(line, place);
  });
}

function continuedMark(faces: FaceSet): TextLine {
  const letters = plainLetters('（续）', 'kai', faces);
  return { letters, width: widthOf(letters), isLast: true };
}
