/** The same workbook gives the same bytes: exceljs writes the time of day into the package's properties and into its zip. */
import type { CalendarDate } from '../calendar.ts';
import { readZip, writeZip } from '../zip.ts';

/** The package again, with the given day for the times it names. */
export function repack(bytes: Uint8Array, day: CalendarDate): Uint8Array {
  const parts = [...readZip(bytes).value].map(([name, content]) => ({
    name,
    bytes: name === 'docProps/core.xml' ? withDay(content, day) : content,
  }));
  return writeZip(parts.toSorted((a, b) => orderOf(a.name) - orderOf(b.name) || (a.name < b.name ? -1 : 1)));
}

function withDay(core: Uint8Array, day: CalendarDate): Uint8Array {
  const text = new TextDecoder().decode(core);
  return Buffer.from(text.replaceAll(/>\d{4}-\d{2}-\d{2}T[\d:.]+Z</gu, `>${day}T00:00:00Z<`), 'utf8');
}

/** Some readers want the list of content types first. */
function orderOf(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}
