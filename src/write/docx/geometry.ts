/** The page of GB/T 9704—2012 (document/gbt9704.ts) in twentieths of a point (DXA), the unit of WordprocessingML. */
import {
  characterPitch,
  linePitch as exactPitch,
  margins,
  pointsOf,
  sheet,
  turnedMargins,
} from '../../document/gbt9704.ts';
import type { Orientation } from '../../document/tree.ts';

export function twips(millimetres: number): number {
  return dxa(pointsOf(millimetres));
}

/** Points to twentieths. */
export function dxa(points: number): number {
  return Math.round(points * 20);
}

type Margins = Readonly<Record<'top' | 'left' | 'right' | 'bottom', number>>;

function inTwips({ top, left, right, bottom }: Margins): Margins {
  return { top: twips(top), left: twips(left), right: twips(right), bottom: twips(bottom) };
}

export const paper = { width: twips(sheet.width), height: twips(sheet.height) } as const;
export const portraitMargins = inTwips(margins);
export const landscapeMargins = inTwips(turnedMargins);

export const portraitWidth = paper.width - portraitMargins.left - portraitMargins.right;
export const landscapeWidth = paper.height - landscapeMargins.left - landscapeMargins.right;
export const portraitHeight = paper.height - portraitMargins.top - portraitMargins.bottom;
export const landscapeHeight = paper.width - landscapeMargins.top - landscapeMargins.bottom;

export const typeAreaWidth: Readonly<Record<Orientation, number>> = {
  portrait: portraitWidth,
  landscape: landscapeWidth,
};

/** 5.2.3 rounded down to whole twentieths: 579 give 22 lines a page in Word's arithmetic and in LibreOffice, 580 give 21 in the latter. */
export const pitch = Math.floor(exactPitch * 20);

export const characterWidth = dxa(characterPitch);

/** English Metric Units, the unit of drawings: 635 a twentieth of a point. */
export function emu(value: number): number {
  return Math.round(value * 635);
}
