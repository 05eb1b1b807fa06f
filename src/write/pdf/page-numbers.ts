/** Page numbers, put on when all pages are there. They are no text of the paper. */
import type { FontRole } from '../../document/fonts.ts';
import { outline, type FaceSet } from './face.ts';
import { margins, pageNumber, pointsOf as points } from '../../document/gbt9704.ts';
import { black } from '../../document/paper-look.ts';
import { plainLetters } from './letters.ts';
import { lineItems, widthOf } from './lines.ts';
import type { PageItem, Page, TextItem } from './page.ts';

export type NumberStyle = {
  /** official: `— 1 —`, odd right, even left (7.5) · table: 「第1页 共3页」, centred. */
  readonly kind: 'official' | 'table';
  /** 10.1: the first page of a letter carries none. */
  readonly skipsFirst: boolean;
};

export function numberPages(pages: readonly Page[], style: NumberStyle, faces: FaceSet): readonly Page[] {
  return pages.map((page, index) => {
    if (style.skipsFirst && index === 0) return page;
    const number = index + 1;
    const items =
      style.kind === 'table'
        ? tableNumber(page, `第${number}页　共${pages.length}页`, faces)
        : officialNumber(page, number, faces);
    return { size: page.size, items: [...page.items, ...items] };
  });
}

const tableSize = 10.5;

function tableNumber(page: Page, text: string, faces: FaceSet): readonly PageItem[] {
  const baseline = page.size.height - points(13);
  return textLine(text, { x: 0, width: page.size.width, baseline, size: tableSize, align: 'center' }, faces);
}

const { size } = pageNumber;
const binding = points(margins.left);
const outer = points(margins.right);

function officialNumber(page: Page, number: number, faces: FaceSet): readonly PageItem[] {
  const text = `— ${number} —`;
  // 7.5: the dash stands 7 mm below the text block; it lies in the middle of the digits.
  const fromBottom = points(margins.bottom - pageNumber.below) - size * 0.35;
  if (page.size.width > page.size.height) return [sidewaysNumber(page, { text, number, fromBottom }, faces)];
  const left = number % 2 === 1 ? binding : outer;
  const width = page.size.width - binding - outer;
  const align = number % 2 === 1 ? 'right' : 'left';
  const place = { x: left + size, width: width - 2 * size, size, align } as const;
  return textLine(text, { ...place, baseline: page.size.height - fromBottom }, faces);
}

type Sideways = { readonly text: string; readonly number: number; readonly fromBottom: number };

/**
 * Clause 8: the number of a landscape page stands where the portrait pages have it, so it reads from the side. The landscape
 * page's left edge is the sheet's foot; the number is drawn as a shape, turned clockwise by a quarter.
 */
function sidewaysNumber(page: Page, { text, number, fromBottom }: Sideways, faces: FaceSet): PageItem {
  const letters = plainLetters(text, 'number', faces);
  const width = widthOf(letters) * size;
  // Down the sheet's foot, from the binding or outer edge: right page corner below, left page corner above.
  let y = number % 2 === 1 ? page.size.height - outer - size - width : outer + size;
  const path = letters.map((letter) => {
    const { font } = faces[letter.face];
    const scale = size / font.unitsPerEm;
    // A glyph's x runs down the page, its y (upwards in the font) runs to the right.
    const matrix = [0, scale, scale, 0, fromBottom, y];
    y += letter.advance * size;
    return outline(faces[letter.face], letter.value.codePointAt(0) as number, matrix);
  });
  return { kind: 'shape', path: path.join(''), color: black };
}

type TextPlace = Pick<TextItem, 'x' | 'baseline' | 'size'> & {
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
};

function textLine(text: string, place: TextPlace, faces: FaceSet): readonly PageItem[] {
  const role: FontRole = 'number';
  const letters = plainLetters(text, role, faces);
  const width = widthOf(letters);
  return lineItems({ letters, width, isLast: true }, { ...place, color: black, piece: null });
}
