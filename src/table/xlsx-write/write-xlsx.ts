/** Writes a workbook of one sheet. The same sheet gives the same bytes: no times, no names of people or programs stand in it. */
import { escapeXml } from '../../ooxml/xml.ts';
import { writeZip } from '../../ooxml/zip.ts';
import type { NewSheet } from './new-sheet.ts';
import { sheetXml } from './sheet-xml.ts';
import { createStyles } from './styles-xml.ts';

export function writeXlsx(sheet: NewSheet): Uint8Array {
  const styles = createStyles();
  // The sheet's cells make the styles.
  const cells = sheetXml(sheet, styles);
  const parts: readonly (readonly [string, string])[] = [
    // Some readers want the list of content types first.
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheet)],
    ['xl/_rels/workbook.xml.rels', relations(bookRelations)],
    ['xl/worksheets/sheet1.xml', cells],
    ['xl/styles.xml', styles.xml()],
  ];
  return writeZip(parts.map(([name, xml]) => ({ name, bytes: Buffer.from(`${declaration}\n${xml}`, 'utf8') })));
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const bookRelations = [
  ['worksheet', 'worksheets/sheet1.xml'],
  ['styles', 'styles.xml'],
] as const;

const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`;

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relationTypes}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

/** The rows that are printed on every page are a name of the workbook (18.2.5). */
function workbookXml({ name, titleRow }: NewSheet): string {
  const titles = `'${name.replaceAll("'", "''")}'!$${titleRow}:$${titleRow}`;
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationTypes}">` +
    `<bookViews><workbookView/></bookViews><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets>` +
    `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeXml(titles)}</definedName></definedNames></workbook>`
  );
}
