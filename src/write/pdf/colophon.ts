/** 版记 (7.4): at the foot of the last page's text; copied-to, and printing office with date, between rules. Letters have no rules (10.1). */
import { formatIssueDate } from '../../document/official-text.ts';
import type { Meta } from '../../document/tree.ts';
import type { Flow, FlowLine } from './flow.ts';
import { points, typeSize } from './geometry.ts';
import { baselineIn } from './lines.ts';
import { oneLine } from './one-line.ts';
import { black, type Item, type RuleItem } from './page.ts';
import { textParagraph } from './paragraphs.ts';
import type { ParagraphType, Setting } from './setting.ts';

const size = typeSize.four;
const pitch = size * 1.5;

type At = { readonly flow: Flow; readonly setting: Setting };

export function placeColophon(meta: Meta, at: At): void {
  const { flow } = at;
  const hasPrinter = meta.format !== 'letter' && meta.printedBy !== '';
  if (meta.copiedTo.length === 0 && !hasPrinter) return;
  // The colophon closes the paper on an upright page.
  if (flow.orientation() === 'landscape' && meta.orientation === 'portrait') flow.newPage('portrait');
  const copied = meta.copiedTo.length === 0 ? [] : copiedLines(meta, at);
  const height = (copied.length + (hasPrinter ? 1 : 0)) * pitch;
  flow.reserve(height + pitch / 2);
  const { top, height: area } = flow.area();
  const start = top + area - height;
  const items: Item[] = [];
  let y = start;
  for (const line of copied) {
    items.push(...line.items(y));
    y += pitch;
  }
  const inner = hasPrinter && copied.length > 0 ? [y] : [];
  if (hasPrinter) items.push(...printedLine(meta, y, at));
  const rules = meta.format === 'letter' ? [] : colophonRules([start, start + height], inner, at);
  flow.draw([...items, ...rules]);
  flow.advance(flow.room());
}

/** One character in from both sides, running on under the first name, closed by 。 */
function copiedLines(meta: Meta, { flow, setting }: At): readonly FlowLine[] {
  const { left, width } = flow.area();
  const type: ParagraphType = { role: 'body', size, pitch, align: 'justify', indent: 3, firstIndent: -3 };
  const box = { left: left + size, width: width - 2 * size, type, piece: setting.pieces.number('copiedTo') };
  return textParagraph(`抄送：${meta.copiedTo.join('、')}。`, box, setting);
}

function printedLine(meta: Meta, top: number, { flow, setting }: At): readonly Item[] {
  const { left, width } = flow.area();
  const place = {
    x: left + size,
    width: width - 2 * size,
    baseline: baselineIn(top, pitch, size),
    size,
    role: 'body',
  } as const;
  const office = { ...place, align: 'left', piece: setting.pieces.number('printedBy') } as const;
  const date = { ...place, align: 'right', piece: setting.pieces.number('printedOn') } as const;
  return [
    ...oneLine(meta.printedBy, office, setting.faces),
    ...oneLine(`${formatIssueDate(meta.issuedOn)}印发`, date, setting.faces),
  ];
}

/** 7.4.1: the outer rules 0.35 mm, the inner 0.25 mm, as wide as the text. */
function colophonRules(outer: readonly number[], inner: readonly number[], { flow }: At): readonly RuleItem[] {
  const { left, width } = flow.area();
  const rule = (y: number, thickness: number): RuleItem => {
    return { kind: 'rule', x1: left, x2: left + width, y1: y, y2: y, width: points(thickness), color: black };
  };
  return [...outer.map((y) => rule(y, 0.35)), ...inner.map((y) => rule(y, 0.25))];
}
