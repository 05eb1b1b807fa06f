/** The pages of GB/T 9704—2012 (document/gbt9704.ts) in points (1/72 inch) from the top left corner. */
import { margins, pointsOf as points, sheet, turnedMargins } from '../../document/gbt9704.ts';
import type { Orientation } from '../../document/tree.ts';

export type Size = { readonly width: number; readonly height: number };

/** The part of a page that text may fill. */
export type TextArea = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export type PageGeometry = { readonly page: Size; readonly area: TextArea };

/** Clause 8: the head of a landscape page lies at the binding edge on odd pages and at the outer edge on even ones. */
export function officialGeometry(orientation: Orientation, pageNumber: number): PageGeometry {
  if (orientation === 'portrait') return geometry('portrait', margins);
  const { left, right, top, bottom } = turnedMargins;
  const isOdd = pageNumber % 2 === 1;
  return geometry('landscape', { left, right, top: isOdd ? top : bottom, bottom: isOdd ? bottom : top });
}

/** Assessment tables and internal papers: wider text than a letter, its margin still kept for binding. */
export function tableGeometry(orientation: Orientation, pageNumber: number): PageGeometry {
  if (orientation === 'portrait') return geometry('portrait', { left: margins.left, right: 20, top: 25, bottom: 25 });
  const [top, bottom] = pageNumber % 2 === 1 ? [28, 22] : [20, 30];
  return geometry('landscape', { left: 22, right: 22, top, bottom });
}

type Margins = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

/** Margins in millimetres. */
function geometry(orientation: Orientation, { left, right, top, bottom }: Margins): PageGeometry {
  const [width, height] = orientation === 'portrait' ? [sheet.width, sheet.height] : [sheet.height, sheet.width];
  return {
    page: { width: points(width), height: points(height) },
    area: {
      left: points(left),
      top: points(top),
      width: points(width - left - right),
      height: points(height - top - bottom),
    },
  };
}
