/** The body of a paper: from the tree straight to WordprocessingML, one handler a node type. */
import { belongsTo } from '../../document/belonging.ts';
import { charactersALine } from '../../document/gbt9704.ts';
import { inlineText } from '../../document/text.ts';
import { emWidth } from '../../document/text-width.ts';
import { titleLines, titleRoom } from '../../document/title-lines.ts';
import type { Annex, Block, Document, Orientation } from '../../document/tree.ts';
import { colophonXml, hasColophon } from './colophon.ts';
import { figureXml } from './figure.ts';
import { landscapeHeight, landscapeWidth, portraitHeight, portraitWidth } from './geometry.ts';
import { headXml } from './head.ts';
import type { Media } from './media.ts';
import { attachmentNoteXml, headingXml, paragraphXml } from './paragraph.ts';
import { keptSeparator, separator, signatureXml } from './signature.ts';
import { tableXml } from './table.ts';
import type { TextBlock } from './table.ts';
import { lineBreak, run, styledParagraph, type XmlPieces } from '../../ooxml/xml.ts';

/** A stretch of pages that stand the same way. */
export type Section = { readonly orientation: Orientation; readonly xml: XmlPieces };

const textBlocks: Readonly<Record<Orientation, TextBlock>> = {
  portrait: { orientation: 'portrait', width: portraitWidth, height: portraitHeight },
  landscape: { orientation: 'landscape', width: landscapeWidth, height: landscapeHeight },
};

/** The sections of a paper in order: head, body and signature, annexes, colophon on the last page. */
export function bodySections(document: Document, media: Media, hasOwnLetterhead: boolean): readonly Section[] {
  const { meta, children } = document;
  const body = children.filter((block) => block.type !== 'annex');
  const annexes = children.filter((block) => block.type === 'annex');
  const signature = signatureXml(meta, annexes.length === 0 && hasColophon(meta));
  const first = [
    headXml(meta, { hasOwnLetterhead, nextId: media.nextId }),
    ...blocksXml(body, { orientation: meta.orientation, media, isSigned: signature !== '' }),
    signature,
  ];
  const sections: Section[] = [{ orientation: meta.orientation, xml: first }];
  annexes.forEach((annex, index) => {
    const place = {
      orientation: annex.orientation,
      media,
      isSigned: hasColophon(meta) && index === annexes.length - 1,
    };
    addSection(sections, annex.orientation, annexXml(annex, place, sections.at(-1)));
  });
  const last = sections.at(-1)?.orientation ?? meta.orientation;
  if (hasColophon(meta)) addSection(sections, last, [colophonXml(meta, textBlocks[last].width, media.nextId)]);
  return sections;
}

/** Pages that stand as those before them go on in the same section. */
function addSection(sections: Section[], orientation: Orientation, xml: XmlPieces): void {
  const last = sections.at(-1);
  if (last?.orientation === orientation) sections[sections.length - 1] = { orientation, xml: [...last.xml, ...xml] };
  else sections.push({ orientation, xml });
}

/** `isSigned`: signature or colophon follows, which may stand on no page alone. */
type Place = { readonly orientation: Orientation; readonly media: Media; readonly isSigned: boolean };

function blocksXml(blocks: readonly Block[], place: Place): XmlPieces {
  // The attachment note stays with the signature, and the text before it with both.
  const lastOfBody = blocks.findLastIndex((block) => block.type !== 'attachmentNote');
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const isLast = place.isSigned && index >= lastOfBody;
    const xml = blockXml(block, place, (isLast && isShort(block)) || belongsTo(block, next));
    return block.type === 'table' && (next === undefined || next.type === 'table')
      ? [...xml, place.isSigned ? keptSeparator : separator]
      : xml;
  });
}

/**
 * A short last paragraph, or the last row of a table, goes to the next page with 署名, which must not stand there alone. LibreOffice
 * moves such a paragraph whole, so a long one is left to break.
 */
function isShort(block: Block): boolean {
  return (
    block.type === 'table' ||
    (block.type === 'paragraph' && emWidth(inlineText(block.children)) <= 10 * charactersALine)
  );
}

function blockXml(block: Block, place: Place, isKept: boolean): XmlPieces {
  switch (block.type) {
    case 'heading':
      return [headingXml(block)];
    case 'paragraph':
      return [paragraphXml(block, isKept)];
    case 'table':
      return tableXml(block, { ...textBlocks[place.orientation], isKept });
    case 'figure':
      return [figureXml(block, place.media.add(block), textBlocks[place.orientation].width)];
    case 'attachmentNote':
      return [attachmentNoteXml(block)];
    case 'pageBreak':
      return [pageBreakXml];
    case 'annex':
      return [];
  }
}

/** A page break in a paragraph as low as can be, which stays on the page that ends. */
const pageBreakXml = styledParagraph('SectionEnd', '<w:r><w:br w:type="page"/></w:r>');

// 7.3.7: on a new page; 「附件」 and its number in 黑体 on the first line, the title centred on the third.
function annexXml(annex: Annex, place: Place, before: Section | undefined): XmlPieces {
  const { orientation } = annex;
  const isNewPage = before?.orientation === orientation ? '<w:pageBreakBefore/>' : '';
  const lines = titleLines(annex.title, titleRoom(textBlocks[orientation].width / 20), []);
  return [
    styledParagraph('AnnexLabel', run(`附件${annex.number ?? ''}`), isNewPage),
    annex.title === '' ? '' : styledParagraph('AnnexTitle', lines.map((line) => run(line)).join(lineBreak)),
    ...blocksXml(annex.children, place),
  ];
}
