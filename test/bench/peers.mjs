/**
 * One letter with its task tables, and one table as PDF, by Duban and by other libraries: the same words in the same rows, each with what its
 * users would write. CPU milliseconds a file, warm, and the ratio within one round, medians of all rounds: other work on the machine meets all
 * of them. The letter is the same for all turns; the tables have other texts each turn, once of other characters and once of the same characters
 * in other places, for there a subset of a face may be remembered. Peers: other-makers.mjs. Run: `npm run bench peers` (next arguments: rounds; a folder
 * that keeps one file of each, to be looked at).
 */
import { join } from 'node:path';
import { diskAt } from '../../src/disk/disk.ts';
import { documentOf } from '../../src/document/paper.ts';
import { readZip, writeZip } from '../../src/ooxml/zip.ts';
import { kinds } from '../../src/papers/kinds.ts';
import { wordQuarter } from '../../src/run/prepare.ts';
import { ownDays } from '../../src/run/standing.ts';
import { createDocxWriter } from '../../src/write/docx/writer.ts';
import { createPdfWriter } from '../../src/write/pdf/writer.ts';
import { readFileSync } from 'node:fs';
import { handWriter } from './by-hand.mjs';
import { docxLibrary, facePath, pdfkitShared, pdfmakePlain, pdfmakeTuned, peers, typst } from './other-makers.mjs';
import { otherCharacters, sameCharacters } from './varied.mjs';
import { bodyXml, packageOf, xmlParagraph } from './plain-docx.mjs';
import { partsOf } from './words.mjs';

const rounds = Number(process.argv[2] ?? 7);
const kept = process.argv[3] === undefined ? null : diskAt(process.argv[3]);
const turns = 5;
const { value: worded } = await wordQuarter(diskAt('.'), '2024Q4', { ...ownDays, isDrawn: true });
const { view, templates, faces, standing } = worded;

// The letter with the most tasks, and its unit's scorecard.
const words = kinds.letter.say(view).map((said) => ({ said, document: documentOf(templates, said.paper()).value }));
const { said, document: letter } = words.toSorted((a, b) => sizeOf(b.document) - sizeOf(a.document))[0];
const { paragraphs, tables } = partsOf(letter.children);
const paper = said.paper();
const docx = createDocxWriter({ fonts: standing.workspace.office.fonts, reference: null }).value;
const pdf = createPdfWriter({ faces }).value;
const card = kinds.scorecard.say(view).find(({ unit }) => unit.code === said.unit.code);
const table = documentOf(templates, card.paper()).value;
console.log(`letter: ${paragraphs.length} paragraphs, ${tables.flat().length} rows; table: ${sizeOf(table)} rows`);

const letters = await letterMakers();
const tableMakers = {
  Duban: ({ document }) => pdf.write(document).then(({ value }) => value),
  'by hand': lateMaker(() => handWriter(readFileSync(facePath))),
  'pdfmake, plain': lateMaker(pdfmakePlain),
  'pdfmake, tuned': lateMaker(pdfmakeTuned),
  'pdfkit, face shared': lateMaker(pdfkitShared),
  typst: lateMaker(typst),
};
const sameLetter = () => Array.from({ length: turns }, () => null);
await compare('letter as DOCX', { unit: 'the zip alone', makers: letters, inputs: sameLetter });
const tableOf = (document) => ({ document, paragraphs: [], tables: [partsOf(document.children).tables.flat()] });
for (const [title, vary] of [
  ['table as PDF, other characters', otherCharacters],
  ['table as PDF, same characters', sameCharacters],
]) {
  const inputs = (round) => Array.from({ length: turns }, (_, turn) => tableOf(vary(table, 1 + round * turns + turn)));
  await compare(title, { unit: 'typst', makers: tableMakers, inputs });
}

function sizeOf({ children }) {
  return partsOf(children).tables.flat().length;
}

/** What is not installed is told when it is first asked for. */
function lateMaker(open) {
  let made = null;
  return (input) => (made ??= open())(input);
}

async function letterMakers() {
  const Docxtemplater = peers('docxtemplater');
  const PizZip = peers('pizzip');
  const { TemplateHandler } = peers('easy-template-x');
  const carbone = peers('carbone');
  const docxLetter = lateMaker(docxLibrary);
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
    Duban: () => docx(documentOf(templates, paper).value, new Map()),
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
    'docx (library)': () => docxLetter({ paragraphs, tables }),
  };
}

function templateOf(line, rows) {
  return writeZip(packageOf(bodyXml(`<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`, rows, (text) => text)));
}

/** Against `unit`, or where that was not run against Duban. */
async function compare(title, { unit, makers, inputs }) {
  const sizes = {};
  const broken = {};
  for (const [name, make] of Object.entries(makers)) {
    try {
      const made = await makeWarm(make, inputs);
      sizes[name] = made.length;
      kept?.write(`${title}, ${name}.${title.includes('PDF') ? 'pdf' : 'docx'}`, Uint8Array.from(made));
    } catch (fault) {
      broken[name] = String(fault?.message ?? fault).split('\n')[0];
    }
  }
  if ('Duban' in broken) throw new Error(broken['Duban']);
  const names = Object.keys(makers).filter((name) => !(name in broken));
  const one = names.includes(unit) ? unit : 'Duban';
  const spent = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const given = inputs(round);
    for (const name of names) spent[name].push(await cpuOf(makers[name], given));
  }
  console.log(`\n${title.padEnd(32)}   CPU ms  to ${one}    KB`);
  for (const name of names) {
    const ratios = spent[name].map((each, round) => each / spent[one][round]);
    const figures = [median(spent[name]).toFixed(2), median(ratios).toFixed(2), (sizes[name] / 1000).toFixed(0)];
    console.log(name.padEnd(32) + figures.map((figure, at) => figure.padStart([9, 4 + one.length, 6][at])).join(''));
  }
  for (const [name, fault] of Object.entries(broken)) console.log(`${name}: not run, ${fault}`);
}

/** What is made once V8 has compiled what it will: 200 turns, or two seconds of a processor; of inputs that no round has. */
async function makeWarm(make, inputs) {
  const before = process.cpuUsage();
  let made = null;
  for (let turn = 0; turn < 200; turn += 1) {
    const [input] = inputs(1000 + turn);
    made = await make(input);
    const { user, system } = process.cpuUsage(before);
    if (turn > 2 && user + system > 2e6) break;
  }
  return made;
}

async function cpuOf(make, inputs) {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (const input of inputs) await make(input);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / inputs.length;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
