/** 署名, 成文日期 and 附注 (7.3.5, 7.3.6). Positions come from text widths in characters: the grid makes them exact. */
import { formatIssueDate } from '../../document/official-text.ts';
import type { Meta } from '../../document/tree.ts';
import { characterWidth as ch, pitch, portraitWidth } from './geometry.ts';
import { layoutTableXml } from './layout-table.ts';
import { spacedWidth } from '../../document/text-width.ts';
import { run, styledParagraph } from '../../ooxml/xml.ts';

/**
 * What stands below the body, kept together: no page has nothing but 附注. A bulletin has office and date in its head; a table paper has
 * neither. `isKept`: stays with the colophon too, when that follows at once.
 */
export function signatureXml(meta: Meta, isKept: boolean): string {
  if (meta.format === 'table') return '';
  const note = meta.note === '' ? '' : styledParagraph('PaperNote', run(`（${meta.note}）`), isKept ? keepNext : '');
  if (meta.format === 'bulletin') return note;
  const keep = isKept || note !== '' ? keepNext : '';
  return (meta.isSealed ? sealedXml(meta, keep) : unsealedXml(meta, keep)) + note;
}

const keepNext = '<w:keepNext/>';

/** 7.3.5.1. A seal is 42 mm wide; its top lies within one line of the body and name and date a little below its middle: two lines free. */
function sealedXml(meta: Meta, keep: string): string {
  if (meta.issuers.length > 1) return jointlySealedXml(meta, keep);
  const date = formatIssueDate(meta.issuedOn);
  const [issuer = ''] = meta.issuers;
  const [dateWidth, issuerWidth] = [spacedWidth(date), spacedWidth(issuer)];
  // The date ends four characters from the edge, less when a long name centred above it would not fit.
  const dateRight = Math.max(4, (issuerWidth - dateWidth) / 2);
  const strip = Math.round(portraitWidth - (2 * dateRight + dateWidth) * ch);
  const nameLine = styledParagraph(
    'Issuer',
    run(issuer),
    place({ before: 2, left: strip / ch, right: 0, align: 'center' }),
  );
  const dateLine = { before: issuer === '' ? 3 : 0, left: 0, right: dateRight, align: 'right' } as const;
  return (issuer === '' ? '' : nameLine) + styledParagraph('IssueDate', run(date), keep + place(dateLine));
}

/** Lines before, and characters at the sides. */
type Placing = {
  readonly before: number;
  readonly left: number;
  readonly right: number;
  readonly align: 'left' | 'center' | 'right';
};

function place({ before, left, right, align }: Placing): string {
  const sides = `w:left="${Math.max(0, Math.round(left * ch))}" w:right="${Math.max(0, Math.round(right * ch))}"`;
  return `<w:spacing w:before="${before * pitch}"/><w:ind ${sides}/><w:jc w:val="${align}"/>`;
}

/** Joint papers: at most three seals in a row, each over its name, not touching; the last row ends at the right, with the date. */
function jointlySealedXml(meta: Meta, keep: string): string {
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
    height: 5 * pitch,
  }));
  return layoutTableXml(layoutRows) + (keep === '' ? separator : keptSeparator);
}

function jointCellXml(name: string, date: string): string {
  const centred = (before: number): string => place({ before, left: 0, right: 0, align: 'center' });
  const nameXml = styledParagraph('Issuer', run(name), centred(2));
  return date === '' ? nameXml : nameXml + styledParagraph('IssueDate', run(date), centred(0));
}

/** Two tables that touch become one, and a cell or page must end with a paragraph: as low as can be. */
export const separator = styledParagraph('SectionEnd', '');
export const keptSeparator = styledParagraph('SectionEnd', '', '<w:keepNext/>');

/**
 * 7.3.5.2: name two characters from the right, one line below the body; the date begins two characters right of the name, or, when
 * it is the longer one, ends two from the right and the name begins two before it. Further offices stand below each other.
 */
function unsealedXml(meta: Meta, keep: string): string {
  const date = formatIssueDate(meta.issuedOn);
  const width = portraitWidth / ch;
  const [dateWidth, mainWidth] = [spacedWidth(date), spacedWidth(meta.issuers[0] ?? '')];
  const isDateLonger = dateWidth > mainWidth;
  const start = Math.max(0, isDateLonger ? width - 4 - dateWidth : width - 2 - mainWidth);
  const names = meta.issuers.map((issuer, index) => {
    const left = Math.min(start, width - 2 - spacedWidth(issuer));
    return styledParagraph(
      'Issuer',
      run(issuer),
      place({ before: index === 0 ? 1 : 0, left, right: 0, align: 'left' }),
    );
  });
  const before = names.length === 0 ? 1 : 0;
  const datePlace: Placing = isDateLonger
    ? { before, left: 0, right: 2, align: 'right' }
    : { before, left: start + 2, right: 0, align: 'left' };
  return names.join('') + styledParagraph('IssueDate', run(date), keep + place(datePlace));
}
