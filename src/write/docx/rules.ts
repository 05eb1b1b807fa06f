/** The red double rules of the letter format (10.1), drawn at their places on the page whatever the text does. */
import { letterRule, red } from '../../document/gbt9704.ts';
import { doubleRule, doubleRuleHeight } from '../../document/paper-look.ts';
import { dxa, paper, twips } from './geometry.ts';
import { shapeXml, solidFill } from './shape.ts';

const width = twips(letterRule.width);
const [thick, thin, gap] = [doubleRule.thick, doubleRule.thin, doubleRule.gap].map(dxa) as [number, number, number];

/** 10.1: the first rule is thick over thin, the one 20 mm from the lower edge thin over thick; both 170 mm, in the middle of the sheet. */
export function letterRulesXml(firstTop: number, nextId: () => number): string {
  const lastTop = paper.height - twips(letterRule.fromFoot) - dxa(doubleRuleHeight);
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
