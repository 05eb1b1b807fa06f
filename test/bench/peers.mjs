/**
 * One letter with its task tables, and one table as PDF, by Duban and by other libraries: the same words in the same rows, each with what its
 * users would write. CPU milliseconds a file, warm, and the ratio within one round, medians of all rounds: other work on the machine meets all
 * of them. The letter is the same for all turns; the tables have other texts each turn, once of other characters and once of the same characters
 * in other places, for there a subset of a face may be remembered. Each maker has a process of its own, as its users have: in one for all, each paid
 * for the garbage of the others. Peers: other-makers.mjs. Run: `npm run bench peers` (next arguments: rounds; `letter`, `table` or `all`; a folder that
 * keeps one file of each, to be looked at).
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { diskAt } from '../../src/disk/disk.ts';
import { setForLong, setForShort } from '../../src/disk/engine.ts';
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

const [rounds = '7', wanted = 'all', folder = '', ownTitle, ownName] = process.argv.slice(2);
if (ownName === 'Duban') setAsProgram();
const turns = 8;
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

const tableMakers = {
  Duban: ({ document }) => pdf.write(document).then(({ value }) => value),
  'by hand': lateMaker(() => handWriter(readFileSync(facePath))),
  'pdfmake, plain': lateMaker(pdfmakePlain),
  'pdfmake, tuned': lateMaker(pdfmakeTuned),
  'pdfkit, face shared': lateMaker(pdfkitShared),
  typst: lateMaker(typst),
};
const tableInput = (vary) => (number) => {
  const document = vary(table, number);
  return { document, paragraphs: [], tables: [partsOf(document.children).tables.flat()] };
};
/** What is compared: the makers, to which of them, and the input of each number. */
const comparisons = {
  'letter as DOCX': { unit: 'the zip alone', makers: await letterMakers(), input: () => null },
  'table as PDF, other characters': { unit: 'typst', makers: tableMakers, input: tableInput(otherCharacters) },
  'table as PDF, same characters': { unit: 'typst', makers: tableMakers, input: tableInput(sameCharacters) },
};
if (ownTitle === undefined) await compareAll();
else await make();

async function compareAll() {
  console.log(`letter: ${paragraphs.length} paragraphs, ${tables.flat().length} rows; table: ${sizeOf(table)} rows`);
  for (const [title, comparison] of Object.entries(comparisons)) {
    if (wanted === 'all' || title.startsWith(wanted)) await compare(title, comparison);
  }
}

/** V8 as the program sets it for a command that is long: so its users have it. */
function setAsProgram() {
  setForShort();
  setForLong();
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
async function compare(title, { unit, makers }) {
  const broken = {};
  const running = new Map();
  for (const name of Object.keys(makers)) {
    const child = fork(process.argv[1], [rounds, wanted, folder, title, name]);
    const { fault, bytes } = await answerOf(child);
    if (fault === undefined) running.set(name, { child, bytes, spent: [] });
    else broken[name] = fault;
  }
  if ('Duban' in broken) throw new Error(broken['Duban']);
  const one = running.has(unit) ? unit : 'Duban';
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const { child, spent } of running.values()) {
      child.send(round);
      spent.push(await answerOf(child));
    }
  }
  for (const { child } of running.values()) child.disconnect();
  console.log(`\n${title.padEnd(32)}   CPU ms  to ${one}    KB`);
  const { spent: ofOne } = running.get(one);
  for (const [name, { spent, bytes }] of running) {
    const ratios = spent.map((each, round) => each / ofOne[round]);
    const figures = [median(spent).toFixed(2), median(ratios).toFixed(2), (bytes / 1000).toFixed(0)];
    console.log(name.padEnd(32) + figures.map((figure, at) => figure.padStart([9, 4 + one.length, 6][at])).join(''));
  }
  for (const [name, fault] of Object.entries(broken)) console.log(`${name}: not run, ${fault}`);
}

/** What a maker's process says next. */
async function answerOf(child) {
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return typeof answer === 'object' || child.connected ? answer : { fault: `ended with ${answer}` };
}

/** A maker's process: warms up and says how many bytes a file has, then for the number of a round the CPU milliseconds a file. */
async function make() {
  const { makers, input } = comparisons[ownTitle];
  const maker = makers[ownName];
  try {
    const made = await makeWarm(maker, input, { turns: 2000, seconds: 2 });
    if (folder !== '') {
      diskAt(folder).write(
        `${ownTitle}, ${ownName}.${ownTitle.includes('PDF') ? 'pdf' : 'docx'}`,
        Uint8Array.from(made),
      );
    }
    process.send({ bytes: made.length });
  } catch (fault) {
    process.send({ fault: String(fault?.message ?? fault).split('\n')[0] });
    process.disconnect();
  }
  process.on('message', async (round) => {
    const inputs = Array.from({ length: turns }, (_, turn) => input(1 + round * turns + turn));
    process.send(await cpuOf(maker, input, inputs));
  });
}

/** What is made once V8 has compiled what it will: so many turns, or seconds of a processor; of inputs that no round has. */
async function makeWarm(maker, input, { turns, seconds }) {
  const before = process.cpuUsage();
  let made = null;
  for (let turn = 0; turn < turns; turn += 1) {
    made = await maker(input(1001 + turn));
    const { user, system } = process.cpuUsage(before);
    if (turn > 2 && user + system > seconds * 1e6) break;
  }
  return made;
}

async function cpuOf(maker, input, inputs) {
  globalThis.gc?.();
  // V8's other threads sweep on: that belongs to the inputs, not to the maker.
  await setTimeout(300);
  // Nor do the caches that the other processes have emptied, and the compiled code that V8 threw away with the last garbage.
  await makeWarm(maker, input, { turns: 30, seconds: 0.3 });
  const before = process.cpuUsage();
  for (const each of inputs) await maker(each);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / inputs.length;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
