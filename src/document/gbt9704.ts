/**
 * The measures of GB/T 9704—2012, by clause: the one home of them for all writers. Lengths on the sheet are millimetres, type, lines
 * and rules are points; each writer turns them into its own unit. What the standard leaves to the office is in paper-look.ts.
 */

/** 5.1: A4. */
export const sheet = { width: 210, height: 297 } as const;

/** 5.2.1: 天头 37, 订口 28, 版心 156 × 225; what is left is right and bottom. */
export const textBlock = { width: 156, height: 225 } as const;
export const margins = {
  top: 37,
  left: 28,
  right: sheet.width - 28 - textBlock.width,
  bottom: sheet.height - 37 - textBlock.height,
} as const;

/** 8: a landscape page is the sheet turned to the left, so its left margin is the sheet's foot and its top one the binding edge. */
export const turnedMargins = {
  top: margins.left,
  left: margins.bottom,
  right: margins.top,
  bottom: margins.right,
} as const;

const pointsPerMillimetre = 72 / 25.4;

export function pointsOf(millimetres: number): number {
  return millimetres * pointsPerMillimetre;
}

/** 5.2.3: 22 lines of 28 characters fill the block. */
export const charactersALine = 28;
export const linePitch = pointsOf(textBlock.height) / 22;

/** 28 characters of size 3, which is 16 pt, are wider than 156 mm: a quarter point less from one to the next fits. */
export const characterPitch = 15.75;

/** 号 in points. */
export const typeSize = { two: 22, three: 16, four: 14, five: 10.5, smallFive: 9 } as const;

/** 5.2.4: Y80 % M80 %, turned to RGB without a profile (255 × (1 − 0.8) of green and blue), as office programs do. Six hex digits. */
export const red = 'FF3333';

/** 7.2.4: the mark's upper edge below the block's; 10.1: below the sheet's, in the letter format. */
export const markTop = { official: 35, letter: 30 } as const;

/** 7.2.5, 7.3.1: lines from the mark to the number, and from the last red rule to the title. */
export const linesToNumber = 2;
export const linesToTitle = 2;

/** 7.2.7: from the number to the red rule; 10.1: from the mark to the first double rule. */
export const ruleGap = 4;

/** 10.1: the double rules' width, the second one's distance from the sheet's foot, and from the first one to marks and number. */
export const letterRule = { width: 170, fromFoot: 20, toNumber: (typeSize.three * 7) / 8 } as const;

/** 7.4.1: the colophon's first and last rule, and those between, in millimetres; 7.4.2: its type. */
export const colophon = { outerRule: 0.35, innerRule: 0.25, size: typeSize.four } as const;

/** 7.5: the number's type, and its dashes below the block in millimetres. */
export const pageNumber = { size: typeSize.four, below: 7 } as const;
