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
import { pushTable } from './table.ts';
import type { TextBlock } from './table.ts';
import { lineBreak, run, styledParagraph, type XmlPieces } from '../../ooxml/xml.ts';

/** A stretch of pages that stand the same way. */
export type Section = { readonly orientation: Orientation; readonly xml: XmlPieces };

type OpenSection = { readonly orientation: Orientation; readonly xml: string[] };

const textBlocks: Readonly<Record<Orientation, TextBlock>> = {
  portrait: { orientation: 'portrait', width: portraitWidth, height: portraitHeight },
  landscape: { orientation: 'landscape', width: landscapeWidth, height: landscapeHeight },
};

/** The sections of a paper in order: head, body and signature, annexes, colophon on the last page. */
export function bodySections(document: Document, media: Media, hasOwnLetterhead: boolean): readonly Section[] {
  const { meta, children } = document;
  const annexes = children.filter(isAnnex);
  const body = annexes.length === 0 ? children : children.filter((block) => !isAnnex(block));
  const signature = signatureXml(meta, annexes.length === 0 && hasColophon(meta));
  const first: OpenSection = { orientation: meta.orientation, xml: [] };
  first.xml.push(headXml(meta, { hasOwnLetterhead, nextId: media.nextId }));
  pushBlocks(first.xml, body, { orientation: meta.orientation, media, isSigned: signature !== '' });
  first.xml.push(signature);
  const sections = [first];
  for (const annex of annexes) {
    const isSigned = hasColophon(meta) && annex === annexes.at(-1);
    pushAnnex(sections, annex, { orientation: annex.orientation, media, isSigned });
  }
  const last = sections.at(-1) ?? first;
  if (hasColophon(meta)) last.xml.push(colophonXml(meta, textBlocks[last.orientation].width, media.nextId));
  return sections;
}

function isAnnex(block: Block): block is Annex {
  return block.type === 'annex';
}

/** `isSigned`: signature or colophon follows, which may stand on no page alone. */
type Place = { readonly orientation: Orientation; readonly media: Media; readonly isSigned: boolean };

/** Long tables have thousands of pieces: they go into one list. */
function pushBlocks(pieces: string[], blocks: readonly Block[], place: Place): void {
  // The attachment note stays with the signature, and the text before it with both.
  const lastOfBody = blocks.findLastIndex(isNoNote);
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const isLast = place.isSigned && index >= lastOfBody;
    pushBlock(pieces, block, { ...place, isKept: (isLast && isShort(block)) || belongsTo(block, next) });
    if (block.type === 'table' && (next === undefined || next.type === 'table')) {
      pieces.push(place.isSigned ? keptSeparator : separator);
    }
  }
}

function isNoNote({ type }: Block): boolean {
  return type !== 'attachmentNote';
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

/** `isKept`: stays with what follows. */
function pushBlock(pieces: string[], block: Block, place: Place & { readonly isKept: boolean }): void {
  const { orientation, media, isKept } = place;
  switch (block.type) {
    case 'heading':
      return void pieces.push(headingXml(block));
    case 'paragraph':
      return void pieces.push(paragraphXml(block, isKept));
    case 'table':
      return pushTable(pieces, block, { ...textBlocks[orientation], isKept });
    case 'figure':
      return void pieces.push(figureXml(block, media.add(block), textBlocks[orientation].width));
    case 'attachmentNote':
      return void pieces.push(attachmentNoteXml(block));
    case 'pageBreak':
      return void pieces.push(pageBreakXml);
    case 'annex':
      return undefined;
  }
}

/** A page break in a paragraph as low as can be, which stays on the page that ends. */
const pageBreakXml = styledParagraph('SectionEnd', '<w:r><w:br w:type="page"/></w:r>');

// 7.3.7: on a new page; 「附件」 and its number in 黑体 on the first line, the title centred on the third.
function pushAnnex(sections: OpenSection[], annex: Annex, place: Place): void {
  const { orientation } = annex;
  const before = sections.at(-1);
  // Pages that stand as those before them go on in the same section.
  const isNew = before?.orientation !== orientation;
  const section = isNew ? { orientation, xml: [] } : before;
  if (isNew) sections.push(section);
  const lines = titleLines(annex.title, titleRoom(textBlocks[orientation].width / 20), []);
  section.xml.push(
    styledParagraph('AnnexLabel', run(`附件${annex.number ?? ''}`), isNew ? '' : '<w:pageBreakBefore/>'),
    annex.title === '' ? '' : styledParagraph('AnnexTitle', lines.map((line) => run(line)).join(lineBreak)),
  );
  pushBlocks(section.xml, annex.children, place);
}
