/** The page of GB/T 9704—2012 in twentieths of a point (DXA), the unit of WordprocessingML. */

export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

// 5.1 A4; 5.2.1 top 37 mm, binding edge 28 mm, text block 156 × 225 mm.
export const paper = { width: 11906, height: 16838 } as const;
export const portraitMargins = { top: twips(37), left: twips(28), right: twips(26), bottom: twips(35) } as const;

/**
 * 8: a landscape table stands on the same sheet turned to the left: its head lies on the binding edge of an odd page (and the outer
 * edge of an even one), so the sheet's left margin becomes the top one.
 */
export const landscapeMargins = {
  top: portraitMargins.left,
  left: portraitMargins.bottom,
  right: portraitMargins.top,
  bottom: portraitMargins.right,
} as const;

export const portraitWidth = paper.width - portraitMargins.left - portraitMargins.right;
export const landscapeWidth = paper.height - landscapeMargins.left - landscapeMargins.right;
export const portraitHeight = paper.height - portraitMargins.top - portraitMargins.bottom;
export const landscapeHeight = paper.width - landscapeMargins.top - landscapeMargins.bottom;

/**
 * 5.2.3: 22 lines × 28 characters fill the block. 225 mm / 22 = 28.99 pt; 579 twentieths give 22 lines in Word's arithmetic and in
 * LibreOffice, 580 give 21 in LibreOffice.
 */
export const linePitch = 579;

/** Size 3 is 16 pt in Word, but 28 × 16 pt are wider than 156 mm: a quarter point less between characters gives 15.75 pt. */
export const characterWidth = 315;
export const characterSpacing = -5;
export const bodySize = 320;

/** Red of the head: Y80 % M80 % (5.2.4), as screen colour. */
export const red = 'FF3333';

/** English Metric Units, the unit of drawings: 635 a twentieth of a point. */
export function emu(value: number): number {
  return Math.round(value * 635);
}
