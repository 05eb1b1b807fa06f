/** 版记 (7.4): at the foot of the last page's text block, its last rule on the block's lower edge. */
import { formatIssueDate } from '../../document/official-text.ts';
import type { Meta } from '../../document/tree.ts';
import { portraitWidth } from './geometry.ts';
import { layoutTableXml } from './layout-table.ts';
import type { LayoutCell, LayoutRow } from './layout-table.ts';
import { emWidth } from './text-width.ts';
import { run, styledParagraph } from './xml.ts';

const size4 = 280;
// First and last rule 0.35 mm, inner ones 0.25 mm, in eighths of a point.
const outerRule = 8;
const innerRule = 6;

export function hasColophon(meta: Meta): boolean {
  return meta.copiedTo.length > 0 || (meta.format !== 'letter' && meta.printedBy !== '');
}

/** A table that floats at the foot of the page of the paragraph after it. 10.1: a letter's colophon has no rules and no printer. */
export function colophonXml(meta: Meta): string {
  const hasRules = meta.format !== 'letter';
  const copied = meta.copiedTo.length === 0 ? [] : [copiedTo(meta)];
  const printed = hasRules && meta.printedBy !== '' ? [printedBy(meta)] : [];
  const contents = [...copied, ...printed];
  const rows = contents.map((content, index): LayoutRow => {
    const borders = hasRules ? rules(index === 0, index === contents.length - 1) : '';
    const cell: LayoutCell = { width: portraitWidth, content, ...(hasRules ? { borders } : {}) };
    return { cells: [cell] };
  });
  return rows.length === 0 ? '' : layoutTableXml(rows, position);
}

const position =
  '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="left" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>';

function rules(isFirst: boolean, isLast: boolean): string {
  const rule = (edge: string, eighths: number): string =>
    `<w:${edge} w:val="single" w:sz="${eighths}" w:space="0" w:color="000000"/>`;
  return rule('top', isFirst ? outerRule : innerRule) + rule('bottom', isLast ? outerRule : innerRule);
}

/** 7.4.2: one character in from both sides, further lines under the first name, a full stop at the end. */
function copiedTo(meta: Meta): string {
  const text = `抄送：${meta.copiedTo.join('、')}。`;
  return styledParagraph(
    'Colophon',
    run(text),
    `<w:ind w:left="${4 * size4}" w:right="${size4}" w:hanging="${3 * size4}"/>`,
  );
}

/** 7.4.3: printer one character from the left, date with 印发 one character from the right, on one line. */
function printedBy(meta: Meta): string {
  const date = `${formatIssueDate(meta.issuedOn)}印发`;
  const fitsOneLine = (emWidth(meta.printedBy) + emWidth(date) + 1) * size4 <= portraitWidth - 2 * size4;
  if (!fitsOneLine) {
    return (
      styledParagraph('Colophon', run(meta.printedBy)) + styledParagraph('Colophon', run(date), '<w:jc w:val="right"/>')
    );
  }
  const tabs = `<w:tabs><w:tab w:val="right" w:pos="${portraitWidth - size4}"/></w:tabs>`;
  return styledParagraph('Colophon', `${run(meta.printedBy)}<w:r><w:tab/></w:r>${run(date)}`, tabs);
}
