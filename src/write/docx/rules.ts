/** The red double rules of the letter format (10.1), drawn at their places on the page whatever the text does. */
import { emu, paper, red, twips } from './geometry.ts';

const length = twips(170);
const thick = 30;
const thin = 14;
const gap = 24;

/** 10.1: the first rule is thick over thin, the one 20 mm from the lower edge thin over thick; both 170 mm, in the middle of the sheet. */
export function letterRulesXml(firstRuleTop: number, nextId: () => number): string {
  const footRuleBottom = paper.height - twips(20);
  const lines = [
    { top: firstRuleTop, height: thick },
    { top: firstRuleTop + thick + gap, height: thin },
    { top: footRuleBottom - thick - gap - thin, height: thin },
    { top: footRuleBottom - thick, height: thick },
  ];
  return lines.map((line) => ruleXml(line.top, line.height, nextId())).join('');
}

function ruleXml(top: number, height: number, id: number): string {
  const size = `cx="${emu(length)}" cy="${emu(height)}"`;
  const fill = `<a:solidFill><a:srgbClr val="${red}"/></a:solidFill>`;
  const shape =
    '<wps:wsp><wps:cNvSpPr/><wps:spPr>' +
    `<a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}<a:ln><a:noFill/></a:ln>` +
    '</wps:spPr><wps:bodyPr/></wps:wsp>';
  const anchor =
    `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">` +
    `<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${emu((paper.width - length) / 2)}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="page"><wp:posOffset>${emu(top)}</wp:posOffset></wp:positionV><wp:extent ${size}/>` +
    `<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="${id}" name="红色双线 ${id}" descr="红色双线"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`;
}
