/**
 * The package of a paper without its body, made once a page format by the docx library (the only file that imports it): settings,
 * footers, section geometry, content types and relations. Styles are ours (`styles.ts`).
 */
import { Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { ISectionOptions } from 'docx';
import type { PageFormat } from '../../document/tree.ts';
import { pageNumber as numberMeasures } from '../../document/gbt9704.ts';
import { dxa, landscapeMargins, paper, pitch, portraitMargins, twips } from './geometry.ts';
import { readZip } from '../../ooxml/zip.ts';

/** Parts by name; bytes as the library made them. */
export async function makePackage(format: PageFormat): Promise<ReadonlyMap<string, Uint8Array>> {
  const document = new Document({
    title: '',
    creator: '',
    lastModifiedBy: '',
    description: '',
    evenAndOddHeaderAndFooters: true,
    sections: [portrait(format === 'letter'), landscape()],
  });
  return readZip(await Packer.toBuffer(document)).value;
}

/** 10.1: a letter's first page carries no page number. */
function portrait(hasOwnFirstPage: boolean): ISectionOptions {
  return {
    properties: {
      titlePage: hasOwnFirstPage,
      page: {
        size: { width: paper.width, height: paper.height },
        margin: { ...portraitMargins, header: 851, footer: footerDistance },
      },
      grid: { type: 'lines', linePitch: pitch },
    },
    footers: {
      default: new Footer({ children: [pageNumber('right')] }),
      even: new Footer({ children: [pageNumber('left')] }),
      ...(hasOwnFirstPage ? { first: new Footer({ children: [new Paragraph({ style: 'PageNumber' })] }) } : {}),
    },
    children: [],
  };
}

// 7.5: the dashes 7 mm below the text block; half of the number's line lies above its dash.
const numberSize = dxa(numberMeasures.size);
const footerDistance = portraitMargins.bottom - twips(numberMeasures.below) - numberSize / 2;

/** 7.5: on odd pages one character from the right, on even ones one from the left. */
function pageNumber(side: 'left' | 'right'): Paragraph {
  return new Paragraph({
    style: 'PageNumber',
    alignment: side,
    indent: side === 'right' ? { right: numberSize } : { left: numberSize },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function landscape(): ISectionOptions {
  return {
    properties: {
      page: {
        // The library turns width and height round by itself.
        size: { width: paper.width, height: paper.height, orientation: PageOrientation.LANDSCAPE },
        margin: { ...landscapeMargins, header: 851, footer: 851 },
      },
      // Tables keep off the grid, and LibreOffice would centre its lines in the block: 1.4 mm lower.
      grid: { type: 'default', linePitch: pitch },
    },
    // Their content is set in the skeleton: the library has no text boxes that read from top to bottom.
    footers: {
      default: new Footer({ children: [new Paragraph(oddMark)] }),
      even: new Footer({ children: [new Paragraph(evenMark)] }),
    },
    children: [],
  };
}

/** Stand for the page numbers of landscape pages until the skeleton sets them. */
export const oddMark = 'landscape-odd';
export const evenMark = 'landscape-even';
