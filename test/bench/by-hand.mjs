/**
 * A PDF written by hand: what papers like ours cost at the least. Plain lines and a plain grid of eight columns on A4 across, one face, with the
 * subset that Duban would embed; no GB/T 9704, no metadata, no PDF/A, nothing is checked or read back.
 */
import { deflateSync } from 'node:zlib';
import { advanceOf, characterWise } from '../../src/write/pdf/character-font.ts';
import { openFonts } from '../../src/write/pdf/face.ts';

const page = { width: 842, height: 595, margin: 40 };
const size = 10;
const leading = 13;
const columns = 8;
const columnWidth = (page.width - 2 * page.margin) / columns;

/** Answers with the bytes of a paper of these lines and rows; subsets are remembered by their characters. */
export function handWriter(faceBytes) {
  const font = characterWise(openFonts(faceBytes)[0]);
  const advances = new Map();
  const programs = new Map();
  const advance = (character) => {
    const known = advances.get(character);
    if (known !== undefined) return known;
    const found = advanceOf(font, font.glyphForCodePoint(character.codePointAt(0)).id);
    advances.set(character, found);
    return found;
  };
  return ({ paragraphs, tables }) => {
    const characters = [...new Set([...paragraphs, ...tables.flat(2)].join(''))].toSorted();
    const codes = new Map(characters.map((character, at) => [character, (at + 1).toString(16).padStart(4, '0')]));
    const pages = pagesOf({ paragraphs, tables }, (text, width) => wrapped(text, width, advance), codes);
    return fileOf(pages, { characters, advance, program: programOf(characters) });
  };

  function programOf(characters) {
    const key = characters.join('');
    const known = programs.get(key);
    if (known !== undefined) return known;
    const subset = font.createSubset();
    for (const character of characters) subset.includeGlyph(character.codePointAt(0));
    const program = subset.encode();
    programs.set(key, program);
    return program;
  }
}

function wrapped(text, width, advance) {
  const most = ((width - 4) * 1000) / size;
  const lines = [];
  let [line, used] = ['', 0];
  for (const character of text) {
    const wide = advance(character);
    if (used + wide > most) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += character;
    used += wide;
  }
  return [...lines, line];
}

function pagesOf({ paragraphs, tables }, wrap, codes) {
  const pages = [];
  let [operators, y] = [[], page.height - page.margin];
  const next = () => {
    pages.push(operators.join('\n'));
    [operators, y] = [['0.5 w'], page.height - page.margin];
  };
  const write = (line, x, at) => {
    let hex = '';
    for (const character of line) hex += codes.get(character);
    operators.push(`BT /F1 ${size} Tf ${x} ${at} Td <${hex}> Tj ET`);
  };
  for (const text of paragraphs) {
    for (const line of wrap(text, page.width - 2 * page.margin)) {
      if (y - leading < page.margin) next();
      y -= leading;
      write(line, page.margin, y);
    }
  }
  for (const rows of tables) {
    for (const row of rows) place(row, rows[0]);
  }
  next();
  return pages;

  function place(row, header) {
    const cells = row.map((text) => wrap(text, columnWidth));
    const height = Math.max(...cells.map((lines) => lines.length)) * leading + 4;
    if (y - height < page.margin) {
      next();
      if (row !== header) place(header, header);
    }
    for (const [at, lines] of cells.entries()) {
      const x = page.margin + at * columnWidth;
      operators.push(`${x} ${y - height} ${columnWidth} ${height} re S`);
      for (const [turn, line] of lines.entries()) write(line, x + 2, y - (turn + 1) * leading);
    }
    y -= height;
  }
}

function fileOf(pages, { characters, advance, program }) {
  const kids = pages.map((_, at) => `${7 + 2 * at} 0 R`);
  const stream = (head, bytes) => [`<< ${head} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream'];
  const packed = (text) => stream('/Filter /FlateDecode', deflateSync(Buffer.from(text, 'latin1')));
  const widths = characters.map(advance).join(' ');
  const utf16 = (character) => Buffer.from(character, 'utf16le').swap16().toString('hex');
  const ranges = characters.map((character, at) => `<${(at + 1).toString(16).padStart(4, '0')}> <${utf16(character)}>`);
  const blocks = Array.from({ length: Math.ceil(ranges.length / 100) }, (_, at) =>
    ranges.slice(100 * at, 100 * at + 100),
  );
  const unicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.map((each) => `${each.length} beginbfchar\n${each.join('\n')}\nendbfchar`).join('\n')}\nendcmap end end`;
  const objects = [
    [`<< /Type /Catalog /Pages 2 0 R >>`],
    [
      `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> >>`,
    ],
    [
      `<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Face /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /AAAAAA+Face /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 4 0 R /W [1 [${widths}]] >>] /ToUnicode 6 0 R >>`,
    ],
    [
      `<< /Type /FontDescriptor /FontName /AAAAAA+Face /Flags 4 /FontBBox [-100 -300 1100 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 /FontFile3 5 0 R >>`,
    ],
    stream('/Filter /FlateDecode /Subtype /CIDFontType0C', program),
    packed(unicode),
    ...pages.flatMap((content, at) => [
      [`<< /Type /Page /Parent 2 0 R /Contents ${8 + 2 * at} 0 R >>`],
      packed(content),
    ]),
  ];
  const chunks = [];
  const places = [];
  let length = 0;
  const put = (part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    chunks.push(bytes);
    length += bytes.length;
  };
  put('%PDF-1.4\n');
  for (const [at, parts] of objects.entries()) {
    places.push(length);
    put(`${at + 1} 0 obj\n`);
    for (const part of parts) put(part);
    put('\nendobj\n');
  }
  const start = length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  put(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(chunks);
}
