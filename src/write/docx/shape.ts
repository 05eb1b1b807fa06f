/** Shapes that stand at a place on the page whatever the text does: red rules, the colophon, page numbers of landscape pages. */
import { emu } from './geometry.ts';

/** Twentieths of a point from an edge, or an alignment within it. */
type Axis = { readonly from: 'page' | 'margin'; readonly at: number | 'left' | 'bottom' };

export type DrawnShape = {
  readonly id: number;
  /** Shown in the selection pane of Word and WPS. */
  readonly name: string;
  readonly horizontal: Axis;
  readonly vertical: Axis;
  readonly width: number;
  readonly height: number;
  /** `wps:wsp` content after the geometry: fill and line, text box. */
  readonly fill: string;
  readonly text: string;
};

/** A run that holds the shape, anchored to its paragraph's page. Programs older than 2010 show nothing. */
export function shapeXml(shape: DrawnShape): string {
  const size = `cx="${emu(shape.width)}" cy="${emu(shape.height)}"`;
  const geometry = `<a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${shape.fill}<a:ln><a:noFill/></a:ln>`;
  const isText = shape.text.startsWith('<wps:txbx>');
  const wsp = `<wps:wsp><wps:cNvSpPr${isText ? ' txBox="1"' : ''}/><wps:spPr>${geometry}</wps:spPr>${shape.text}</wps:wsp>`;
  const drawing =
    `<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${shape.id}" behindDoc="${isText ? 0 : 1}" locked="0" layoutInCell="1" allowOverlap="1">` +
    `<wp:simplePos x="0" y="0"/>${axisXml('H', shape.horizontal)}${axisXml('V', shape.vertical)}<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${shape.id}" name="${shape.name} ${shape.id}" descr="${shape.name}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${wsp}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`;
}

function axisXml(letter: 'H' | 'V', axis: Axis): string {
  const place =
    typeof axis.at === 'number' ? `<wp:posOffset>${emu(axis.at)}</wp:posOffset>` : `<wp:align>${axis.at}</wp:align>`;
  return `<wp:position${letter} relativeFrom="${axis.from}">${place}</wp:position${letter}>`;
}

/** The body of a text box without inner margins. `turned`: read from top to bottom, as on a sheet turned to the left. */
export function textBox(
  content: string,
  look: { readonly isTurned: boolean; readonly anchor: 't' | 'ctr' | 'b' },
): string {
  const turned = look.isTurned ? ' vert="vert"' : '';
  return (
    `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>` +
    `<wps:bodyPr${turned} lIns="0" tIns="0" rIns="0" bIns="0" anchor="${look.anchor}"><a:noAutofit/></wps:bodyPr>`
  );
}

export const noFill = '<a:noFill/>';

export function solidFill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}
