/** The worksheet part (ECMA-376 part 1, 18.3.1.99), its elements in the order that the schema asks for. */
import { escapeXml } from '../../ooxml/xml.ts';
import type { Limit, NewCell, NewRow, NewSheet } from './new-sheet.ts';
import type { Styles } from './styles-xml.ts';

export function sheetXml(sheet: NewSheet, styles: Styles): string {
  const rows = sheet.rows.map((row, at) => rowXml(row, at + 1, { styles, columns: sheet.widths.length }));
  const parts = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet.frozen),
    '<sheetFormatPr defaultRowHeight="18"/>',
    `<cols>${sheet.widths.map(columnXml).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    // What 0 says is allowed all the same.
    sheet.isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
      : '',
    mergesXml(sheet),
    limitsXml(sheet.limits),
    '<pageMargins left="0.3" right="0.3" top="0.4" bottom="0.5" header="0.2" footer="0.2"/>',
    // A4 across, as wide as the page and as many pages long as it takes.
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>${escapeXml(sheet.footer)}</oddFooter></headerFooter>`,
  ];
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${parts.join('')}</worksheet>`;
}

/** `AB` for 28. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest === 0 ? '' : columnName(rest)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

function viewXml({ columns, rows }: NewSheet['frozen']): string {
  const corner = `${columnName(columns + 1)}${rows + 1}`;
  const pane = `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
  const selection = `<selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/>`;
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}${selection}</sheetView></sheetViews>`;
}

function columnXml(width: number, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
}

type RowContext = { readonly styles: Styles; readonly columns: number };

/** A merged row has cells in all its columns, so that fill and border reach over them. */
function rowXml({ cells, height, isMerged }: NewRow, number: number, { styles, columns }: RowContext): string {
  const [first] = cells;
  const rest = isMerged && first !== undefined ? Array.from({ length: columns - 1 }, () => blankAs(first)) : [];
  const all = [...cells, ...rest].map((cell, at) => cellXml(cell, `${columnName(at + 1)}${number}`, styles));
  return `<row r="${number}" ht="${height}">${all.join('')}</row>`;
}

function blankAs({ look }: NewCell): NewCell {
  return { value: null, look };
}

function cellXml({ value, look }: NewCell, reference: string, styles: Styles): string {
  const start = `<c r="${reference}" s="${styles.styleOf(look)}"`;
  if (value === null || value === '') return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(withXmlEscapes(value))}</t></is></c>`;
}

/** What XML cannot hold becomes `_x0007_`, and what looks like such an escape is escaped itself: the reverse of what the reader does. */
function withXmlEscapes(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

// The characters that XML 1.0 refuses, and half a pair, which UTF-8 cannot hold.
const unwritable = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function mergesXml({ rows, widths }: NewSheet): string {
  const last = columnName(widths.length);
  const merged = rows.flatMap(({ isMerged }, at) =>
    isMerged && widths.length > 1 ? [`<mergeCell ref="A${at + 1}:${last}${at + 1}"/>`] : [],
  );
  return merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`;
}

function limitsXml(limits: readonly Limit[]): string {
  const all = limits.map(limitXml).join('');
  return limits.length === 0 ? '' : `<dataValidations count="${limits.length}">${all}</dataValidations>`;
}

function limitXml({ column, from, to, title, error, rule }: Limit): string {
  const name = columnName(column);
  const kind = 'words' in rule ? 'type="list"' : 'type="decimal" operator="between"';
  const told = `allowBlank="1" showErrorMessage="1" errorTitle="${escapeXml(title)}" error="${escapeXml(error)}"`;
  const formulas = 'words' in rule ? [`"${rule.words.join(',')}"`] : [String(rule.least), String(rule.most)];
  const written = formulas.map((each, at) => `<formula${at + 1}>${escapeXml(each)}</formula${at + 1}>`).join('');
  return `<dataValidation ${kind} ${told} sqref="${name}${from}:${name}${to}">${written}</dataValidation>`;
}
