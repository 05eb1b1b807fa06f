/** 版记 (7.4): at the foot of the last page's text; copied-to, and printing office with date, between rules. Letters have no rules (10.1). */
import { formatIssueDate } from '../../document/official-text.ts';
import type { Meta } from '../../document/tree.ts';
import { heightOf, type FlowLine, type PageFlow } from './flow.ts';
import { colophon, pointsOf as points } from '../../document/gbt9704.ts';
import { black, colophonPitch as pitch } from '../../document/paper-look.ts';
import { drawLines } from './head-parts.ts';
import { plainLetters } from './letters.ts';
import { widthOf } from './lines.ts';
import type { RuleItem } from './page.ts';
import { textParagraph } from './paragraphs.ts';
import type { ParagraphType, Setting } from './setting.ts';

const { size, outerRule, innerRule } = colophon;

type At = { readonly flow: PageFlow; readonly setting: Setting };

/** On the page that ends the paper, also where that lies across: no page holds a colophon alone. */
export function placeColophon(meta: Meta, at: At): void {
  const { flow } = at;
  const { copied, printed } = colophonLines(meta, at);
  const height = heightOf([...copied, ...printed]);
  if (height === 0) return;
  flow.reserve(height + pitch / 2);
  const { top, height: area } = flow.area();
  const start = top + area - height;
  const middle = drawLines(flow, copied, start);
  drawLines(flow, printed, middle);
  const inner = printed.length > 0 && copied.length > 0 ? [middle] : [];
  if (meta.format !== 'letter') flow.draw(colophonRules([start, start + height], inner, at));
  flow.advance(flow.room());
}

type ColophonLines = { readonly copied: readonly FlowLine[]; readonly printed: readonly FlowLine[] };

function colophonLines(meta: Meta, at: At): ColophonLines {
  const hasPrinter = meta.format !== 'letter' && meta.printedBy !== '';
  return {
    copied: meta.copiedTo.length === 0 ? [] : copiedLines(meta, at),
    printed: hasPrinter ? printedLines(meta, at) : [],
  };
}

/** The room that it needs below the text; 0 = the paper has none. */
export function colophonHeight(meta: Meta, at: At): number {
  const { copied, printed } = colophonLines(meta, at);
  const height = heightOf([...copied, ...printed]);
  return height === 0 ? 0 : height + pitch / 2;
}

/** One character in from both sides, running on under the first name, closed by 。 */
function copiedLines(meta: Meta, { flow, setting }: At): readonly FlowLine[] {
  const { left, width } = flow.area();
  const type: ParagraphType = { role: 'body', size, pitch, align: 'justify', indent: 3, firstIndent: -3 };
  const box = { left: left + size, width: width - 2 * size, type, piece: setting.pieces.number('copiedTo') };
  return textParagraph(`抄送：${meta.copiedTo.join('、')}。`, box, setting);
}

/** 印发机关 at the left, 印发日期 at the right, one character in each. */
function printedLines(meta: Meta, { flow, setting }: At): readonly FlowLine[] {
  const area = flow.area();
  const date = `${formatIssueDate(meta.issuedOn)}印发`;
  const dateWidth = (widthOf(plainLetters(date, 'body', setting.faces)) + 1) * size;
  const type: ParagraphType = { role: 'body', size, pitch, align: 'left', indent: 0, firstIndent: 0 };
  const inside = { left: area.left + size, width: area.width - 2 * size };
  const office = { ...inside, width: inside.width - dateWidth, type, piece: setting.pieces.number('printedBy') };
  const day = { ...inside, type: { ...type, align: 'right' }, piece: setting.pieces.number('printedOn') } as const;
  const [dateLine] = textParagraph(date, day, setting);
  return textParagraph(meta.printedBy, office, setting).map((line, index) => ({
    ...line,
    items: (top) => [...line.items(top), ...(index === 0 ? (dateLine?.items(top) ?? []) : [])],
  }));
}

/** 7.4.1: as wide as the text. */
function colophonRules(outer: readonly number[], inner: readonly number[], { flow }: At): readonly RuleItem[] {
  const { left, width } = flow.area();
  const rule = (y: number, thickness: number): RuleItem => {
    return { kind: 'rule', x1: left, x2: left + width, y1: y, y2: y, width: points(thickness), color: black };
  };
  return [...outer.map((y) => rule(y, outerRule)), ...inner.map((y) => rule(y, innerRule))];
}
