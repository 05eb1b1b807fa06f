/** The red double rules of the letter format (10.1), drawn at their places on the page whatever the text does. */
import { paper, red, twips } from './geometry.ts';
import { shapeXml, solidFill } from './shape.ts';

const width = twips(170);
const thick = 30;
const thin = 14;
const gap = 24;

/** Height of a double rule. */
export const doubleRule = thick + gap + thin;

/** 10.1: the first rule is thick over thin, the one 20 mm from the lower edge thin over thick; both 170 mm, in the middle of the sheet. */
export function letterRulesXml(firstTop: number, nextId: () => number): string {
  const lastTop = paper.height - twips(20) - doubleRule;
  const lines = [
    { top: firstTop, height: thick },
    { top: firstTop + thick + gap, height: thin },
    { top: lastTop, height: thin },
    { top: lastTop + thin + gap, height: thick },
  ];
  return lines
    .map(({ top, height }) =>
      shapeXml({
        id: nextId(),
        name: '红色双线',
        horizontal: { from: 'page', at: (paper.width - width) / 2 },
        vertical: { from: 'page', at: top },
        width,
        height,
        fill: solidFill(red),
        text: '<wps:bodyPr/>',
      }),
    )
    .join('');
}
