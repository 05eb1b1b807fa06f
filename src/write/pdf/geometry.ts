/** Lengths in points (1/72 inch) and the page geometry of GB/T 9704—2012, clause 5. */
import type { Orientation } from '../../document/tree.ts';

export type Size = { readonly width: number; readonly height: number };

/** The part of a page that text may fill, in points from the page's top left corner. */
export type TextArea = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export type PageGeometry = { readonly page: Size; readonly area: TextArea };

export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** 号 as type sizes. Size 3 is 15.75 pt: 28 characters fill 156 mm, which Word's 16 pt would not (5.2.3). */
export const typeSize = { two: 22, three: 15.75, four: 14, smallFour: 12, five: 10.5 } as const;

/** 5.2.3: 22 lines fill 225 mm. */
export const linePitch = points(225) / 22;

/** 5.2.1 margins: top 37, binding 28, text 156 × 225 mm. */
export function officialGeometry(orientation: Orientation, pageNumber: number): PageGeometry {
  if (orientation === 'portrait') {
    return geometry('portrait', { left: 28, top: 37, width: 156, height: 225 });
  }
  // Clause 8: the head of a landscape page lies at the binding edge on odd pages and at the outer edge on even ones.
  return geometry('landscape', { left: 35, top: pageNumber % 2 === 1 ? 28 : 26, width: 225, height: 156 });
}

/** Assessment tables and internal papers: wider text than a letter, 28 mm still kept for binding. */
export function tableGeometry(orientation: Orientation, pageNumber: number): PageGeometry {
  if (orientation === 'portrait') return geometry('portrait', { left: 28, top: 25, width: 162, height: 247 });
  return geometry('landscape', { left: 22, top: pageNumber % 2 === 1 ? 28 : 20, width: 253, height: 160 });
}

function geometry(orientation: Orientation, millimetres: TextArea): PageGeometry {
  const { left, top, width, height } = millimetres;
  const page = orientation === 'portrait' ? { width: 210, height: 297 } : { width: 297, height: 210 };
  return {
    page: { width: points(page.width), height: points(page.height) },
    area: { left: points(left), top: points(top), width: points(width), height: points(height) },
  };
}
