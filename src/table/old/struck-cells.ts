/** Cells of an old workbook that are struck out: the library knows no fonts, the records of the stream do. Runs beside the program, as in-worker.ts. */
import type { Library, StruckCells } from './in-worker.ts';

/** FONT, XF and the cells that name an XF, alike in Excel 95 and 97; nothing of what is no such stream. No name from outside. */
export function struckCells(library: Library, bytes: Uint8Array, rows: number): readonly StruckCells[] {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return [];
  const container = library.CFB.read(bytes, { type: 'buffer' });
  const stream = library.CFB.find(container, 'Workbook') ?? library.CFB.find(container, 'Book');
  const content = Uint8Array.from(stream?.content ?? []);
  const data = new DataView(content.buffer);
  const fonts: boolean[] = [];
  const looks: number[] = [];
  const starts: number[] = [];
  const found = new Map<number, [number, number][]>();
  let sheet: [number, number][] = [];
  for (let at = 0; at + 4 <= data.byteLength;) {
    const kind = data.getUint16(at, true);
    const from = at + 4;
    const end = from + data.getUint16(at + 2, true);
    if (end > data.byteLength) break;
    const word = (offset: number): number => (from + offset + 2 <= end ? data.getUint16(from + offset, true) : 0);
    // Font 4 does not exist: the fifth is number 5.
    const isStruck = (look: number): boolean => {
      const font = looks[look] ?? 0;
      return fonts[font > 4 ? font - 1 : font] === true;
    };
    const cell = (column: number, look: number): void => {
      if (isStruck(look) && word(0) < rows) sheet.push([word(0) + 1, column + 1]);
    };
    if (kind === 0x809) {
      sheet = [];
      found.set(at, sheet);
    } else if (kind === 0x85) starts.push(word(0) + word(2) * 0x10000);
    else if (kind === 0x31) fonts.push((word(2) & 8) !== 0);
    else if (kind === 0xe0) looks.push(word(0));
    // Text, number, formula, truth: row, column, look. Several numbers: row, first column, look and number for each.
    else if ([0xfd, 0x204, 0xd6, 0x203, 0x27e, 0x06, 0x205].includes(kind)) cell(word(2), word(4));
    else if (kind === 0xbd)
      for (let offset = 4; from + offset + 8 <= end; offset += 6) cell(word(2) + (offset - 4) / 6, word(offset));
    at = end;
  }
  return starts.toSorted((a, b) => a - b).map((start) => found.get(start) ?? []);
}
