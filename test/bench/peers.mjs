/**
 * One letter with its task tables, and one table as PDF, by Duban and by other libraries: the same words in the same rows, each with what its
 * users would write. CPU milliseconds a file, warm, and the ratio within one round, medians of all rounds: other work on the machine meets all
 * of them. Peers come by `npm install --prefix test/bench` and are no part of the product. Run: `npm run bench peers` (next argument: rounds).
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskAt } from '../../src/disk/disk.ts';
import { documentOf } from '../../src/document/paper.ts';
import { blockText, inlineText } from '../../src/document/text.ts';
import { escapeXml } from '../../src/ooxml/xml.ts';
import { readZip, writeZip } from '../../src/ooxml/zip.ts';
import { kinds } from '../../src/papers/kinds.ts';
import { wordQuarter } from '../../src/run/prepare.ts';
import { ownDays } from '../../src/run/standing.ts';
import { createDocxWriter } from '../../src/write/docx/writer.ts';
import { createPdfWriter } from '../../src/write/pdf/writer.ts';

const rounds = Number(process.argv[2] ?? 7);
const peers = createRequire(join(process.cwd(), 'test/bench/package.json'));
const { value: worded } = await wordQuarter(diskAt('.'), '2024Q4', { ...ownDays, isDrawn: true });
const { view, templates, faces, standing } = worded;

// The letter with the most tasks, and its unit's scorecard.
const words = kinds.letter.say(view).map((said) => ({ said, document: documentOf(templates, said.paper).value }));
const { said, document: letter } = words.toSorted((a, b) => sizeOf(b.document) - sizeOf(a.document))[0];
const { paragraphs, tables } = partsOf(letter.children);
const docx = createDocxWriter({ fonts: standing.workspace.office.fonts, reference: null }).value;
const pdf = createPdfWriter({ faces }).value;
const card = kinds.scorecard.say(view).find(({ unit }) => unit.code === said.unit.code);
const table = documentOf(templates, card.paper).value;
const cardRows = partsOf(table.children).tables.flat();
console.log(`letter: ${paragraphs.length} paragraphs, ${tables.flat().length} rows; table: ${cardRows.length} rows`);

await compare('letter as DOCX', 'the zip alone', await letterMakers());
await compare('table as PDF', 'Duban', tableMakers());

function sizeOf({ children }) {
  return partsOf(children).tables.flat().length;
}

function partsOf(blocks) {
  const found = { paragraphs: [], tables: [] };
  for (const block of blocks) {
    if (block.type === 'table') found.tables.push([...block.header, ...block.rows].map(cellsOf));
    else if (block.type === 'annex') {
      const inside = partsOf(block.children);
      found.paragraphs.push(block.title, ...inside.paragraphs);
      found.tables.push(...inside.tables);
    } else found.paragraphs.push(...blockText(block));
  }
  return found;
}

/** Eight cells a row, so that one template serves all tables. */
function cellsOf({ cells }) {
  const texts = cells.map(({ lines }) => lines.map(inlineText).join(' '));
  return Array.from({ length: 8 }, (_, at) => texts[at] ?? '');
}

async function letterMakers() {
  const Docxtemplater = peers('docxtemplater');
  const PizZip = peers('pizzip');
  const { TemplateHandler } = peers('easy-template-x');
  const carbone = peers('carbone');
  const d = peers('docx');
  const rows = tables.flat().map((cells) => Object.fromEntries(cells.map((text, at) => [`c${at}`, text])));
  const lines = paragraphs.map((text) => ({ text }));
  const cellNames = Array.from({ length: 8 }, (_, at) => `c${at}`);
  const curly = templateOf('{#lines}{text}{/lines}', [
    cellNames.map((name, at) => `${at === 0 ? '{#rows}' : ''}{${name}}${at === 7 ? '{/rows}' : ''}`),
  ]);
  const loops = templateOf('{#lines}{text}{/}', [
    cellNames.map((name, at) => `${at === 0 ? '{#rows}' : ''}{${name}}${at === 7 ? '{/}' : ''}`),
  ]);
  const marks = templateOf('{d.lines[i].text}</w:t></w:r></w:p><w:p><w:r><w:t>{d.lines[i+1].text}', [
    cellNames.map((name) => `{d.rows[i].${name}}`),
    cellNames.map((name) => `{d.rows[i+1].${name}}`),
  ]);
  const carboneFile = join(process.env.TMPDIR ?? '/tmp', `carbone-${process.pid}.docx`);
  diskAt(join(carboneFile, '..')).write(carboneFile.split('/').at(-1), marks);
  const handler = new TemplateHandler();
  // What a letter of ours is made of, so that everybody's zip would hold as much.
  const made = readZip(docx(letter, new Map())).value;
  const entries = [...made].map(([name, bytes]) => ({ name, bytes: Uint8Array.from(bytes) }));
  const others = entries.filter(({ name }) => name !== 'word/document.xml');
  return {
    'the zip alone': () => writeZip(entries),
    'strings and zlib': () => {
      const body = bodyXml(paragraphs.map(xmlParagraph).join(''), tables.flat());
      return writeZip([...others, { name: 'word/document.xml', bytes: new TextEncoder().encode(body) }]);
    },
    Duban: () => docx(documentOf(templates, said.paper).value, new Map()),
    docxtemplater: () => {
      const made = new Docxtemplater(new PizZip(curly), { paragraphLoop: true });
      made.render({ lines, rows });
      return made.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    },
    'easy-template-x': () => handler.process(Buffer.from(loops), { lines, rows }),
    carbone: () =>
      new Promise((resolve, reject) => {
        carbone.render(carboneFile, { lines, rows }, (fault, made) => (fault ? reject(fault) : resolve(made)));
      }),
    'docx (library)': () =>
      d.Packer.toBuffer(
        new d.Document({
          sections: [
            {
              children: [
                ...paragraphs.map((text) => new d.Paragraph(text)),
                new d.Table({
                  rows: tables.flat().map(
                    (cells) =>
                      new d.TableRow({
                        children: cells.map((text) => new d.TableCell({ children: [new d.Paragraph(text)] })),
                      }),
                  ),
                }),
              ],
            },
          ],
        }),
      ),
  };
}

function templateOf(line, rows) {
  return writeZip(packageOf(bodyXml(`<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`, rows, (text) => text)));
}

function xmlParagraph(text) {
  return `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

function bodyXml(lines, rows, escape = escapeXml) {
  const cell = (text) =>
    `<w:tc><w:tcPr><w:tcW w:w="1100" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p></w:tc>`;
  const table = rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('');
  const grid = '<w:gridCol w:w="1100"/>'.repeat(8);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines}<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${table}</w:tbl><w:p/></w:body></w:document>`;
}

function packageOf(body) {
  const entry = (name, text) => ({ name, bytes: new TextEncoder().encode(text) });
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const types = 'application/vnd.openxmlformats-';
  return [
    entry(
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    entry(
      '_rels/.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    entry('word/document.xml', body),
  ];
}

function tableMakers() {
  const pdfmake = peers('pdfmake');
  const PdfKit = peers('pdfkit');
  const face = readFileSync('templates/fonts/FandolFang.otf');
  const facePath = join(process.cwd(), 'templates/fonts/FandolFang.otf');
  pdfmake.setFonts({ face: { normal: facePath } });
  const shared = createRequire(peers.resolve('pdfkit'))('fontkit').create(face);
  const definition = () => ({
    defaultStyle: { font: 'face', fontSize: 10 },
    pageOrientation: 'landscape',
    content: [
      {
        table: {
          headerRows: 1,
          widths: Array.from({ length: 8 }, () => '*'),
          body: cardRows.map((cells) => [...cells]),
        },
      },
    ],
  });
  return {
    Duban: () => pdf.write(table).then(({ value }) => value),
    'pdfmake, plain': () => pdfmake.createPdf(definition()).getBuffer(),
    'pdfkit, face shared': () => kitTable(PdfKit, shared),
  };
}

/** pdfkit's own tables; it takes a parsed font where it finds one. */
function kitTable(PdfKit, face) {
  return new Promise((resolve) => {
    const document = new PdfKit({ size: 'A4', layout: 'landscape', font: null });
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.registerFont('face', face);
    document.font('face').fontSize(10);
    document.table({ data: cardRows.map((cells) => [...cells]) });
    document.end();
  });
}

async function compare(title, unit, makers) {
  const sizes = {};
  const broken = {};
  for (const [name, make] of Object.entries(makers)) {
    try {
      sizes[name] = await sizeWarm(make);
    } catch (fault) {
      broken[name] = String(fault?.message ?? fault).split('\n')[0];
    }
  }
  if (unit in broken) throw new Error(`${unit}: ${broken[unit]}`);
  const names = Object.keys(makers).filter((name) => !(name in broken));
  const spent = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) spent[name].push(await cpuOf(makers[name]));
  }
  console.log(`\n${title.padEnd(32)}   CPU ms  ratio    KB`);
  for (const name of names) {
    const ratios = spent[name].map((each, round) => each / spent[unit][round]);
    const figures = [median(spent[name]).toFixed(2), median(ratios).toFixed(2), (sizes[name] / 1000).toFixed(0)];
    console.log(name.padEnd(32) + figures.map((figure, at) => figure.padStart([9, 7, 6][at])).join(''));
  }
  for (const [name, fault] of Object.entries(broken)) console.log(`${name}: not run, ${fault}`);
}

/** Bytes of what is made, once V8 has compiled what it will: 200 turns, or two seconds of a processor. */
async function sizeWarm(make) {
  const before = process.cpuUsage();
  let size = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    size = (await make()).length;
    const { user, system } = process.cpuUsage(before);
    if (turn > 2 && user + system > 2e6) break;
  }
  return size;
}

async function cpuOf(make) {
  const turns = 5;
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn += 1) await make();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / turns;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
