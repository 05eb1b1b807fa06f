/**
 * What faces take in a PDF of ours: each subset beside the one that fontTools makes of the same face for the same characters, and what the rest of the file
 * takes; the longest scorecard of the sample, its ledger and its summary. fontTools is optional (Debian: python3-fonttools): without it only our own
 * sizes are told. Run it after `npm ci`: `npm run bench subsets` (next argument: a folder of PDFs).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

const folder = mkdtempSync(join(tmpdir(), 'duban-subsets-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const papers = process.argv[2] === undefined ? ofTheSample() : pdfsIn(process.argv[2]);
const faces = new Map(faceFiles('templates/fonts').map((file) => [postScriptName(readFileSync(file)), file]));
const python = ['python3', '/usr/bin/python3'].find((each) => spawnSync(each, ['-c', 'import fontTools']).status === 0);
if (python === undefined) console.log('fontTools: not run, no Python has it (Debian: python3-fonttools)');

console.log(
  'file                  face                       characters     raw  fontTools  ratio  in the file  fontTools deflated  ratio',
);
for (const { name, bytes } of papers) {
  const subsets = subsetsIn(bytes);
  for (const subset of subsets) tell(name, subset);
  const ofFaces = subsets.reduce((sum, { packed }) => sum + packed.length, 0);
  console.log(
    `${name.padEnd(22)}the rest of the file: ${kilobytes(bytes.length - ofFaces)} KB of ${kilobytes(bytes.length)}`,
  );
}

function tell(name, { face, characters, packed }) {
  const raw = inflateSync(packed);
  const theirs = python === undefined ? null : outlinesOf(theirSubset(face, characters));
  const deflated = theirs === null ? null : deflateSync(theirs);
  const ratio = (ours, other) => (other === null ? '–' : (ours.length / other.length).toFixed(3));
  const size = (each) => (each === null ? '–' : kilobytes(each.length));
  const figures = [
    characters.length,
    size(raw),
    size(theirs),
    ratio(raw, theirs),
    size(packed),
    size(deflated),
    ratio(packed, deflated),
  ];
  const cells = figures.map((figure, at) => String(figure).padStart([10, 8, 11, 7, 13, 20, 7][at]));
  console.log(name.padEnd(22) + face.padEnd(26) + cells.join(''));
}

function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1);
}

/** As a PDF needs it: no layout, no hints, nothing but outlines; glyphs as they are, for ours are. */
function theirSubset(face, characters) {
  const file = faces.get(face);
  if (file === undefined) throw new Error(`none of the shipped faces is called ${face}`);
  const [texts, made] = [join(folder, 'characters.txt'), join(folder, 'subset.otf')];
  writeFileSync(texts, characters.join(''));
  const options = [
    '--no-hinting',
    '--layout-features=',
    '--notdef-outline',
    '--no-glyph-names',
    '--drop-tables+=GSUB,GPOS,vhea,vmtx,VORG',
  ];
  const { status, stderr } = spawnSync(python, [
    '-m',
    'fontTools.subset',
    file,
    `--text-file=${texts}`,
    `--output-file=${made}`,
    ...options,
  ]);
  if (status !== 0) throw new Error(String(stderr));
  return readFileSync(made);
}

/** What a PDF embeds of an OpenType face: its CFF table. A face with TrueType outlines is embedded as tables that need no measuring here. */
function outlinesOf(font) {
  const table = tablesOf(font).get('CFF ');
  if (table === undefined) throw new Error('a face without CFF outlines is not compared');
  return table;
}

function tablesOf(font) {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const entry = 12 + 16 * at;
      const start = font.readUInt32BE(entry + 8);
      return [font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12))];
    }),
  );
}

/** Name 6 of the name table, in the Windows encoding. */
function postScriptName(font) {
  const names = tablesOf(font).get('name');
  const [count, texts] = [names.readUInt16BE(2), names.readUInt16BE(4)];
  for (let at = 6; at < 6 + 12 * count; at += 12) {
    if (names.readUInt16BE(at) !== 3 || names.readUInt16BE(at + 6) !== 6) continue;
    const start = texts + names.readUInt16BE(at + 10);
    return Buffer.from(names.subarray(start, start + names.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le');
  }
  throw new Error('a face without a PostScript name');
}

function faceFiles(from) {
  return readdirSync(from)
    .filter((each) => each.endsWith('.otf'))
    .map((each) => join(from, each));
}

/** The faces of a PDF of ours (pdfkit writes its objects one after another, none in object streams), each with its characters and its program as it stands in the file. */
function subsetsIn(bytes) {
  const text = bytes.toString('latin1');
  const objects = new Map(
    [...text.matchAll(/^(?<id>\d+) 0 obj\n/gmu)].map(({ groups, index, 0: head }) => [groups.id, index + head.length]),
  );
  const headOf = (id) => text.slice(objects.get(id), text.indexOf('endobj', objects.get(id))).split('stream\n', 1)[0];
  const streamOf = (id) => {
    const start = text.indexOf('stream\n', objects.get(id)) + 'stream\n'.length;
    return bytes.subarray(start, start + Number(/\/Length (\d+)/u.exec(headOf(id))[1]));
  };
  const referenceIn = (id, key) => new RegExp(`/${key} \\[?(\\d+) 0 R`, 'u').exec(headOf(id))[1];
  return [...objects.keys()]
    .filter((id) => headOf(id).includes('/Subtype /Type0'))
    .flatMap((id) => {
      const descriptor = referenceIn(referenceIn(id, 'DescendantFonts'), 'FontDescriptor');
      if (!headOf(descriptor).includes('/FontFile3')) return [];
      const face = /\/FontName \/[A-Z]{6}\+(\S+)/u.exec(headOf(descriptor))[1];
      const characters = charactersIn(inflateSync(streamOf(referenceIn(id, 'ToUnicode'))).toString('latin1'));
      return [{ face, characters, packed: streamOf(referenceIn(descriptor, 'FontFile3')) }];
    });
}

/** Of pdfkit's ranges, which list every code; the first is .notdef. */
function charactersIn(map) {
  const listed = [...map.matchAll(/\[(?<codes>[^\]]*)\]/gu)].flatMap(
    ({ groups }) => groups.codes.match(/<[^>]*>/gu) ?? [],
  );
  const texts = listed.map((each) => Buffer.from(each.replaceAll(/[<> ]/gu, ''), 'hex').swap16().toString('utf16le'));
  return [...new Set(texts)].filter((each) => each !== '\0' && each !== '');
}

function pdfsIn(from) {
  const names = readdirSync(from, { recursive: true }).filter((each) => each.endsWith('.pdf'));
  return names.map((name) => ({ name, bytes: readFileSync(join(from, name)) }));
}

function ofTheSample() {
  const workspace = join(folder, 'workspace');
  for (const each of ['inputs', 'seeds', 'templates']) cpSync(each, join(workspace, each), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [
    resolve('dist/cli.js'),
    '-C',
    workspace,
    'build',
    '2024Q4',
    '--quiet',
    '--only',
    '*.pdf',
    '--only',
    'assessments/*',
  ]);
  if (status !== 0) throw new Error(String(stderr));
  const made = pdfsIn(join(workspace, 'out/2024Q4')).toSorted((a, b) => b.bytes.length - a.bytes.length);
  const longest = made.find(({ name }) => name.startsWith('assessments'));
  return [{ ...longest, name: 'longest scorecard' }, ...made.filter(({ name }) => !name.includes('/'))];
}
