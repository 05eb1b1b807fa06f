/** 版记 (7.4): at the foot of the last page's text block, its last rule on the block's lower edge. */
import { formatIssueDate } from '../../document/official-text.ts';
import type { Meta } from '../../document/tree.ts';
import { colophon, pointsOf } from '../../document/gbt9704.ts';
import { black, colophonPitch } from '../../document/paper-look.ts';
import { dxa } from './geometry.ts';
import { layoutTableXml } from './layout-table.ts';
import type { LayoutCell, LayoutRow } from './layout-table.ts';
import { noFill, shapeXml, textBox } from './shape.ts';
import { separator } from './signature.ts';
import { emWidth } from '../../document/text-width.ts';
import { run, styledParagraph, tab } from '../../ooxml/xml.ts';

const size4 = dxa(colophon.size);
// Borders are in eighths of a point.
const outerRule = Math.round(pointsOf(colophon.outerRule) * 8);
const innerRule = Math.round(pointsOf(colophon.innerRule) * 8);

export function hasColophon(meta: Meta): boolean {
  return meta.copiedTo.length > 0 || (meta.format !== 'letter' && meta.printedBy !== '');
}

/**
 * A text box on the lower edge of the text block. Its paragraph, the last one of the paper, is as high as the box: when both do not
 * fit below the text, they go to a page of their own together. 10.1: a letter's colophon has no rules and no printer.
 */
export function colophonXml(meta: Meta, width: number, nextId: () => number): string {
  const rows = colophonRows(meta, width);
  if (rows.length === 0) return '';
  const height = rows.reduce((sum, row) => sum + row.lines * lineHeight, 0) + ruleRoom * (rows.length + 1);
  const table = layoutTableXml(rows.map(({ cell }): LayoutRow => ({ cells: [cell] })));
  const shape = shapeXml({
    id: nextId(),
    name: '版记',
    horizontal: { from: 'margin', at: 'left' },
    vertical: { from: 'margin', at: 'bottom' },
    width,
    height,
    fill: noFill,
    text: textBox(table + separator, { isTurned: false, anchor: 'b' }),
  });
  return styledParagraph('SectionEnd', shape, `<w:spacing w:line="${height}" w:lineRule="exact"/>`);
}

type ColophonRow = { readonly cell: LayoutCell; readonly lines: number };

const lineHeight = dxa(colophonPitch);
const ruleRoom = 20;

function colophonRows(meta: Meta, width: number): readonly ColophonRow[] {
  const hasRules = meta.format !== 'letter';
  const copied = meta.copiedTo.length === 0 ? [] : [copiedTo(meta, width)];
  const printed = hasRules && meta.printedBy !== '' ? [printedBy(meta, width)] : [];
  const contents = [...copied, ...printed];
  return contents.map(({ xml, lines }, index) => {
    const borders = hasRules ? { borders: rules(index === 0, index === contents.length - 1) } : {};
    return { lines, cell: { width, content: xml, ...borders } };
  });
}

function rules(isFirst: boolean, isLast: boolean): string {
  const rule = (edge: string, eighths: number): string =>
    `<w:${edge} w:val="single" w:sz="${eighths}" w:space="0" w:color="${black}"/>`;
  return rule('top', isFirst ? outerRule : innerRule) + rule('bottom', isLast ? outerRule : innerRule);
}

type Lines = { readonly xml: string; readonly lines: number };

/** 7.4.2: one character in from both sides, further lines under the first name, a full stop at the end. */
function copiedTo(meta: Meta, width: number): Lines {
  const names = `${meta.copiedTo.join('、')}。`;
  const indent = `<w:ind w:left="${4 * size4}" w:right="${size4}" w:hanging="${3 * size4}"/>`;
  const perLine = Math.floor(width / size4) - 5;
  return {
    xml: styledParagraph('Colophon', run(`抄送：${names}`), indent),
    lines: Math.max(1, Math.ceil(emWidth(names) / perLine)),
  };
}

/** 7.4.3: printer one character from the left, date with 印发 one character from the right, on one line where both fit. */
function printedBy(meta: Meta, width: number): Lines {
  const date = `${formatIssueDate(meta.issuedOn)}印发`;
  const fitsOneLine = (emWidth(meta.printedBy) + emWidth(date) + 1) * size4 <= width - 2 * size4;
  if (!fitsOneLine) {
    const below = styledParagraph('Colophon', run(date), '<w:jc w:val="right"/>');
    const lines = Math.ceil((emWidth(meta.printedBy) * size4) / (width - 2 * size4));
    return { xml: styledParagraph('Colophon', run(meta.printedBy)) + below, lines: lines + 1 };
  }
  const tabs = `<w:tabs><w:tab w:val="right" w:pos="${width - size4}"/></w:tabs>`;
  return { xml: styledParagraph('Colophon', run(meta.printedBy) + tab + run(date), tabs), lines: 1 };
}
