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
  const items: PageItem[] = [];
  const color = shades[cell.style];
  const x = setting.left + cell.x;
  if (color !== '') items.push({ kind: 'fill', x, y: top, width: cell.width, height, color });
  pushText(items, part, setting);
  return items;
}

function pushText(items: PageItem[], part: CellPart, { faces, type, left }: DrawSetting): void {
  const { cell, lines, isContinuation, isRepeated } = part;
  const count = lines.length + (isContinuation ? 1 : 0);
  const slack = part.height - 2 * type.padY - count * type.pitch;
  let y = part.top + type.padY + Math.max(0, slack) / 2;
  const place = {
    x: left + cell.x + type.padX,
    width: cell.width - 2 * type.padX,
    baseline: 0,
    size: type.size,
    align: cell.align,
    color: cell.style === 'muted' ? mutedColor : black,
    piece: null as number | null,
  };
  const push = (line: TextLine, piece: number | null): void => {
    place.piece = piece;
    place.baseline = baselineIn(y, type.pitch, type.size);
    items.push(...lineItems(line, place));
    y += type.pitch;
  };
  // The mark follows the words of a span that are said again, and precedes words that run on.
  if (isContinuation && !isRepeated) push(continuedMark(faces), null);
  for (const { line, piece } of lines) push(line, isRepeated ? null : piece);
  if (isContinuation && isRepeated) push(continuedMark(faces), null);
}

function continuedMark(faces: FaceSet): TextLine {
  const letters = plainLetters('（续）', 'kai', faces);
  return { letters, width: widthOf(letters), isLast: true };
}
