/**
 * Other libraries at the same work: lines and rows of eight cells in, a file out, each as its users would write it, and pdfmake also as one who knows
 * it would. They come by `npm install --prefix test/bench` and are no part of the product; what is not installed throws when it is asked for.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const peers = createRequire(join(process.cwd(), 'test/bench/package.json'));
export const facePath = join(process.cwd(), 'templates/fonts/FandolFang.otf');

const size = 10;
/** A4 across less pdfmake's margins, in eight columns with their paddings. */
const columnWidth = (842 - 80 - 8 * 9) / 8;

export function docxLibrary() {
  const d = peers('docx');
  return ({ paragraphs, tables }) =>
    d.Packer.toBuffer(
      new d.Document({
        sections: [
          {
            children: [
              ...paragraphs.map((text) => new d.Paragraph(text)),
              ...tables.map(
                (rows) =>
                  new d.Table({
                    rows: rows.map(
                      (cells) =>
                        new d.TableRow({
                          children: cells.map((text) => new d.TableCell({ children: [new d.Paragraph(text)] })),
                        }),
                    ),
                  }),
              ),
            ],
          },
        ],
      }),
    );
}

/** The face by its path, columns as wide as they find. */
export function pdfmakePlain() {
  const pdfmake = openPdfmake();
  return (paper) => {
    pdfmake.setFonts({ face: { normal: facePath } });
    return pdfmake.createPdf(definitionOf(paper, '*')).getBuffer();
  };
}

/** The face parsed once for all papers, columns of a given width. */
export function pdfmakeTuned() {
  const pdfmake = openPdfmake();
  const fontkit = createRequire(peers.resolve('pdfkit'))('fontkit');
  const parsed = fontkit.create(readFileSync(facePath));
  const mark = 'parsed-face';
  fontkit.registerFormat(
    // fontkit calls `new format(stream)`; a constructor that returns an object yields that object.
    class {
      static probe(bytes) {
        return Buffer.from(bytes).toString('latin1') === mark;
      }

      constructor() {
        return parsed;
      }
    },
  );
  pdfmake.virtualfs.writeFileSync(mark, Buffer.from(mark, 'latin1'));
  return (paper) => {
    pdfmake.setFonts({ face: { normal: mark } });
    return pdfmake.createPdf(definitionOf(paper, columnWidth)).getBuffer();
  };
}

/** It warns in every document where no policy is set. */
function openPdfmake() {
  const pdfmake = peers('pdfmake');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => file === facePath);
  return pdfmake;
}

function definitionOf({ paragraphs, tables }, width) {
  const widths = Array.from({ length: 8 }, () => width);
  return {
    defaultStyle: { font: 'face', fontSize: size },
    pageOrientation: 'landscape',
    content: [
      ...paragraphs,
      ...tables.map((rows) => ({ table: { headerRows: 1, widths, body: rows.map((cells) => [...cells]) } })),
    ],
  };
}

/** pdfkit's own tables; it takes a parsed font where it finds one. */
export function pdfkitShared() {
  const PdfKit = peers('pdfkit');
  const parsed = createRequire(peers.resolve('pdfkit'))('fontkit').create(readFileSync(facePath));
  return ({ paragraphs, tables }) =>
    new Promise((resolve) => {
      const document = new PdfKit({ size: 'A4', layout: 'landscape', font: null });
      const chunks = [];
      document.on('data', (chunk) => chunks.push(chunk));
      document.on('end', () => resolve(Buffer.concat(chunks)));
      document.registerFont('face', parsed);
      document.font('face').fontSize(size);
      for (const text of paragraphs) document.text(text);
      for (const rows of tables) document.table({ data: rows.map((cells) => [...cells]) });
      document.end();
    });
}

/** One compiler for all papers; without the tags that it writes unasked, for ours have none. */
export function typst() {
  const { NodeCompiler } = peers('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({
    workspace: process.cwd(),
    fontArgs: [{ fontBlobs: [readFileSync(facePath)] }],
  });
  // Strings of typst know the escapes of JSON that occur here.
  const row = (cells) => cells.map((text) => JSON.stringify(text)).join(', ');
  return ({ paragraphs, tables }) => {
    const mainFileContent = [
      `#set page(paper: "a4", flipped: true, margin: 40pt)`,
      `#set text(font: "FandolFang Duban", size: ${size}pt, lang: "zh")`,
      ...paragraphs.map((text) => `#par(${JSON.stringify(text)})`),
      ...tables.map(
        ([header, ...rows]) => `#table(columns: (1fr,) * 8, table.header(${row(header)}), ${rows.map(row).join(', ')})`,
      ),
    ].join('\n');
    const made = compiler.pdf({ mainFileContent }, { pdfTags: false });
    // As its makers advise, so that a long run keeps no paper for ever.
    compiler.evictCache(10);
    return made;
  };
}
