/** 署名, 成文日期 and 附注 (7.3.5, 7.3.6). Positions come from text widths in characters: the grid makes them exact. */
import { formatIssueDate } from '../../document/official-text.ts';
import type { Meta } from '../../document/tree.ts';
import { characterWidth as ch, linePitch, portraitWidth } from './geometry.ts';
import { layoutTableXml } from './layout-table.ts';
import { emWidth } from '../../document/text-width.ts';
import { run, styledParagraph } from './xml.ts';

/** What stands below the body. A bulletin has office and date in its head; a table paper has neither. */
export function signatureXml(meta: Meta): string {
  const note = meta.note === '' ? '' : styledParagraph('PaperNote', run(`（${meta.note}）`));
  if (meta.format === 'table') return '';
  if (meta.format === 'bulletin') return note;
  return (meta.isSealed ? sealedXml(meta) : unsealedXml(meta)) + note;
}

/** 7.3.5.1. A seal is 42 mm wide; its top lies within one line of the body and name and date a little below its middle: two lines free. */
function sealedXml(meta: Meta): string {
  if (meta.issuers.length > 1) return jointlySealedXml(meta);
  const date = formatIssueDate(meta.issuedOn);
  const [issuer = ''] = meta.issuers;
  // Name and date are centred in one strip at the right: the date then ends four characters from the edge.
  const strip = Math.max(8 + emWidth(date), emWidth(issuer)) * ch;
  const place = (before: number): string => centred(Math.max(0, Math.round(portraitWidth - strip)), before);
  const issuerLine = issuer === '' ? '' : styledParagraph('Issuer', run(issuer), place(2 * linePitch));
  return issuerLine + styledParagraph('IssueDate', run(date), place(issuer === '' ? 3 * linePitch : 0));
}

function centred(left: number, before: number): string {
  return `<w:spacing w:before="${before}"/><w:ind w:left="${left}" w:right="0"/><w:jc w:val="center"/>`;
}

/** Joint papers: at most three seals in a row, each over its name, not touching; the last row ends at the right, with the date. */
function jointlySealedXml(meta: Meta): string {
  const count = meta.issuers.length;
  const rows = Math.ceil(count / 3);
  const perRow = Math.ceil(count / rows);
  const width = Math.floor(portraitWidth / perRow);
  const blanks = rows * perRow - count;
  const places = [
    ...meta.issuers.slice(0, (rows - 1) * perRow),
    ...Array<string>(blanks).fill(''),
    ...meta.issuers.slice((rows - 1) * perRow),
  ];
  const layoutRows = Array.from({ length: rows }, (_, row) => ({
    cells: places.slice(row * perRow, (row + 1) * perRow).map((name, column) => {
      const isLast = row === rows - 1 && column === perRow - 1;
      return { width, content: jointCellXml(name, isLast ? formatIssueDate(meta.issuedOn) : '') };
    }),
    // 42 mm of seal need four lines and a half.
    height: 5 * linePitch,
  }));
  return layoutTableXml(layoutRows) + separator;
}

function jointCellXml(name: string, date: string): string {
  const place = (before: number): string => `<w:spacing w:before="${before}"/><w:jc w:val="center"/>`;
  const nameXml = styledParagraph('Issuer', run(name), place(2 * linePitch));
  return date === '' ? nameXml : nameXml + styledParagraph('IssueDate', run(date), place(0));
}

/** Two tables that touch become one, and a cell or page must end with a paragraph: as low as can be. */
export const separator = styledParagraph('SectionEnd', '');

/** 7.3.5.2: name two characters from the right, one line below the body; the date begins two characters right of the name. */
function unsealedXml(meta: Meta): string {
  const date = formatIssueDate(meta.issuedOn);
  const mainIssuer = meta.issuers[0] ?? '';
  const width = portraitWidth / ch;
  const isDateLonger = emWidth(date) > emWidth(mainIssuer);
  const dateStart = isDateLonger ? width - 2 - emWidth(date) : width - emWidth(mainIssuer);
  const start = Math.max(0, dateStart - 2);
  const indent = (count: number): string => `<w:ind w:left="${Math.round(count * ch)}"/>`;
  const names = meta.issuers.map((issuer, index) => {
    const left = index === 0 ? start : Math.max(0, Math.min(start, width - 2 - emWidth(issuer)));
    const before = index === 0 ? `<w:spacing w:before="${linePitch}"/>` : '';
    return styledParagraph('Issuer', run(issuer), `${before}${indent(left)}`);
  });
  const before = names.length === 0 ? `<w:spacing w:before="${linePitch}"/>` : '';
  return names.join('') + styledParagraph('IssueDate', run(date), before + indent(start + 2));
}
