/** Figures: the SVG for programs that draw it, the same picture as PNG for all others. */
import type { Figure } from '../../document/tree.ts';
import { emu, twips } from './geometry.ts';
import { run, escapeXml, styledParagraph } from '../../ooxml/xml.ts';

/** Relation ids of the two pictures, and the drawing's id, unique in the paper. */
export type FigureIds = { readonly png: string; readonly svg: string; readonly drawing: number };

export function figureXml(figure: Figure, ids: FigureIds, blockWidth: number): string {
  const caption = figure.caption === '' ? '' : styledParagraph('FigureCaption', run(figure.caption));
  return styledParagraph('FigureBlock', drawingXml(figure, ids, blockWidth)) + caption;
}

function drawingXml(figure: Figure, ids: FigureIds, blockWidth: number): string {
  const scale = Math.min(1, blockWidth / twips(figure.widthMm));
  const size = `cx="${emu(twips(figure.widthMm) * scale)}" cy="${emu(twips(figure.heightMm) * scale)}"`;
  const named = `id="${ids.drawing}" name="图 ${ids.drawing}" descr="${escapeXml(figure.alt)}"`;
  const svg =
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">' +
    `<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${ids.svg}"/></a:ext></a:extLst>`;
  const picture =
    `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${ids.png}">${svg}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/><wp:cNvGraphicFramePr/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  );
}
