/**
 * Page numbers of landscape pages (8): where the other pages have them when the sheet lies in the file. The landscape page is such a
 * sheet turned to the left, so its left margin is the foot of the sheet, and the number reads from top to bottom.
 */
import { pageNumber } from '../../document/gbt9704.ts';
import { dxa, landscapeMargins, paper, twips } from './geometry.ts';
import { pageNumberRuns } from './page-number.ts';
import { noFill, shapeXml, textBox } from './shape.ts';
import { styledParagraph } from '../../ooxml/xml.ts';

const size = dxa(pageNumber.size);
const length = twips(30);
const hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>';

/** The footer's content; odd pages have the number at the sheet's right, which is the lower end here. */
export function landscapeNumberXml(parity: 'odd' | 'even'): string {
  const isOdd = parity === 'odd';
  // 7.5: the dash 7 mm from the block, one character in from its edge.
  const dashLine = landscapeMargins.left - twips(pageNumber.below);
  const lowerEnd = paper.width - landscapeMargins.bottom - size;
  const box = {
    // Parts of footers have ids of their own, far above those of the body.
    id: isOdd ? 90001 : 90002,
    name: '页码',
    horizontal: { from: 'page', at: dashLine - size / 2 },
    vertical: { from: 'page', at: isOdd ? lowerEnd - length : landscapeMargins.top + size },
    width: size,
    height: length,
    fill: noFill,
  } as const;
  const number = styledParagraph('PageNumber', pageNumberRuns(hint), `<w:jc w:val="${isOdd ? 'right' : 'left'}"/>`);
  return styledParagraph('PageNumber', shapeXml({ ...box, text: textBox(number, { isTurned: true, anchor: 'ctr' }) }));
}
