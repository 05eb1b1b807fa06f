/**
 * What exceljs leaves to be mended in its packages: it writes the time of day into the properties and the zip, and the parts of a font in
 * an order that the schema does not allow.
 */
import type { CalendarDate } from '../trade/calendar.ts';
import { readZip, writeZip } from '../ooxml/zip.ts';

/** The package again: the same workbook gives the same bytes, with the given day for the times it names. */
export function repack(bytes: Uint8Array, day: CalendarDate): Uint8Array {
  const parts = [...readZip(bytes).value].map(([name, content]) => ({ name, bytes: mended(name, content, day) }));
  return writeZip(parts.toSorted((a, b) => orderOf(a.name) - orderOf(b.name) || (a.name < b.name ? -1 : 1)));
}

function mended(name: string, content: Uint8Array, day: CalendarDate): Uint8Array {
  if (name !== 'docProps/core.xml' && name !== 'xl/styles.xml') return content;
  const text = new TextDecoder().decode(content);
  const dated = text.replaceAll(/>\d{4}-\d{2}-\d{2}T[\d:.]+Z</gu, `>${day}T00:00:00Z<`);
  return Buffer.from(dated.replaceAll(/(?<=<font>).*?(?=<\/font>)/gu, inSchemaOrder), 'utf8');
}

/** CT_Font of ECMA-376 part 1, 18.8.22. */
const fontParts = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

function inSchemaOrder(font: string): string {
  const parts = font.match(/<[^>]+\/>/gu) ?? [];
  const rank = (part: string): number => fontParts.indexOf(/^<(\w+)/u.exec(part)?.[1] ?? '');
  return parts.toSorted((a, b) => rank(a) - rank(b)).join('');
}

/** Some readers want the list of content types first. */
function orderOf(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}
