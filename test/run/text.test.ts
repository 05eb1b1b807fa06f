/** What the made files say is what the trees say, and every unit finds each of its tasks once, and no other's. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { documentText, inlineText } from '../../src/document/text.ts';
import type { Block, Document, Row } from '../../src/document/tree.ts';
import type { Prepared } from '../../src/run/prepare.ts';
import { docxText } from '../write/docx/docx-text.ts';
import { pdfText } from '../../src/write/pdf/reader/pdf-text.ts';
import { allPapers, preparedSample, withoutSpace, draftsOf, tablesOf } from './papers.ts';
import { builtSample, sampleFolder, type Sample } from './workspace.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let sample: Sample;
let prepared: Prepared;

beforeAll(async () => {
  sample = await builtSample();
  prepared = await preparedSample('2024Q4');
});

function bytesOf(file: string): Uint8Array | null {
  return sample.disk.read(`${sampleFolder}/${file}`);
}

test('every paper is there, in DOCX for what is sent and in PDF for what is kept', () => {
  const expected = [
    ...draftsOf(prepared).map(({ path }) => `${path}.docx`),
    ...tablesOf(prepared).map(({ path }) => `${path}.pdf`),
  ];
  expect(expected.filter((file) => bytesOf(file) === null)).toEqual([]);
  expect(draftsOf(prepared).filter(({ kind }) => kind === 'letter').length).toBe(41);
  expect(tablesOf(prepared).filter(({ kind }) => kind === 'scorecard').length).toBe(41);
});

test('the text of every DOCX is the text of its tree', () => {
  const differing = allPapers(prepared).flatMap(({ path, document }) => {
    const bytes = bytesOf(`${path}.docx`);
    if (bytes === null) return [];
    return withoutSpace(docxText(bytes)) === withoutSpace(documentText(document)) ? [] : [path];
  });
  expect(differing).toEqual([]);
});

// Between the pieces stand page numbers and repeated table heads; a row taller than a page is drawn in parts. The writer itself
// reconciles every run with the tree; this looks from outside.
test('the text of every PDF is the text of its tree, piece after piece', () => {
  const wrong = allPapers(prepared).flatMap(({ path, document }) => {
    const bytes = bytesOf(`${path}.pdf`);
    if (bytes === null) return [];
    const drawn = withoutSpace(pdfText(bytes).flatMap(({ runs }) => runs.map(({ text }) => text)));
    const pieces = documentText(document).map((piece) => withoutSpace([piece]));
    const outOfPlace = notNext(drawn, pieces);
    const missing = outOfPlace.filter((piece) => !isDrawnInParts(drawn, piece));
    return missing.length > 0 || outOfPlace.length > pieces.length * 0.02 ? [{ path, missing, outOfPlace }] : [];
  });
  expect(wrong).toEqual([]);
});

describe('every task of a unit', () => {
  const letters = (): Prepared['papers'] => draftsOf(prepared).filter(({ kind }) => kind === 'letter');
  const units = (): readonly string[] => letters().flatMap(({ addressee }) => addressee?.code ?? []);

  // What is common to all is counted, and listed once a year: test/papers/letters.test.ts.
  test('that it has by name stands in the annex to its letter exactly once, and nothing of another unit', () => {
    const named = units().map((unit) => tasksOf(unit, (group) => group === null));
    const [first] = named;
    expect(first?.length).toBeGreaterThan(40);
    expect(letters().map(({ document }) => rowsOf(dutiesAnnex(document)))).toEqual(named);
    expect(letters().map(({ path }, at) => [...new Set(rowsInDocx(`${path}.docx`, named[at] ?? []))])).toEqual(named);
  });

  test('that it has by name stands in its scorecard exactly once, and what is common to all is counted there', () => {
    const scorecards = tablesOf(prepared).filter(({ kind }) => kind === 'scorecard');
    const assessed = scorecards.map(({ path }) => /\/([^-]+)-/.exec(path)?.[1] ?? '');
    const named = assessed.map((unit) => tasksOf(unit, (group) => group === null));
    expect(scorecards.map(({ document }) => rowsOf(document))).toEqual(named);
    const counted = scorecards.map(({ document }) =>
      Number(/共性任务(\d+)项/u.exec(documentText(document).join(''))?.[1] ?? 0),
    );
    expect(counted).toEqual(assessed.map((unit) => tasksOf(unit, (group) => group !== null).length));
    expect(Math.max(...counted)).toBeGreaterThan(0);
    expect(assessed.toSorted()).toEqual(units().toSorted());
  });
});

/** `no text` of each task of the unit in the ledger, sorted. */
function tasksOf(unit: string, isMeant: (group: string | null) => boolean = () => true): readonly string[] {
  const entries = prepared.standing.ledger.entries.filter(
    (entry) => entry.unit.code === unit && isMeant(entry.group?.name ?? null),
  );
  return entries.map(({ task }) => `${task.no} ${task.text}`).toSorted();
}

/** 附件1 承担任务情况表. */
function dutiesAnnex(document: Document): Pick<Document, 'children'> {
  const annex = document.children.find((block) => block.type === 'annex' && block.title.endsWith('承担任务情况表'));
  return { children: annex?.type === 'annex' ? annex.children : [] };
}

/** `no text` of each row of a task table, sorted. */
function rowsOf(document: Pick<Document, 'children'>): readonly string[] {
  const tables = document.children.flatMap((block: Block) => (block.type === 'table' ? [block] : []));
  const tasks = tables.filter(({ header }) => cellTexts(header[0])[1] === '任务内容');
  return tasks
    .flatMap(({ rows }) => rows.map((row) => cellTexts(row)))
    .map(([no, text]) => `${no} ${text}`)
    .toSorted();
}

function cellTexts(row: Row | undefined): readonly string[] {
  return (row?.cells ?? []).map(({ lines }) => lines.map(inlineText).join(''));
}

/** The rows as the file itself has them: a paragraph with a task's number followed by one with its text. */
function rowsInDocx(file: string, tasks: readonly string[]): readonly string[] {
  const pieces = docxText(bytesOf(file) ?? new Uint8Array());
  const isTask = new Set(tasks);
  return pieces
    .map((piece, index) => `${piece} ${pieces[index + 1] ?? ''}`)
    .filter((pair) => isTask.has(pair))
    .toSorted();
}

/** As much as a page's number, a repeated head and the spans of a row that goes on can be. */
const furniture = 400;

/** The pieces that do not follow the one before, but for furniture. */
function notNext(drawn: string, pieces: readonly string[]): readonly string[] {
  let at = 0;
  return pieces.filter((piece) => {
    const found = drawn.indexOf(piece, at);
    if (found === -1 || found > at + furniture) return true;
    at = found + piece.length;
    return false;
  });
}

/** Whether the piece stands whole, or its beginning and its end on two pages. */
function isDrawnInParts(drawn: string, piece: string): boolean {
  if (drawn.includes(piece)) return true;
  const ends = [...Array(piece.length).keys()].slice(1);
  return ends.some((end) => {
    const first = drawn.indexOf(piece.slice(0, end));
    return first !== -1 && drawn.includes(piece.slice(end), first + end);
  });
}
