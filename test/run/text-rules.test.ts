/** Rules of official writing that generated text must keep (GB/T 9704, GB/T 15834, GB/T 15835), over every paper of the sample, of the quarter and of the year. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { documentText, inlineText } from '../../src/document/text.ts';
import type { Block, Document } from '../../src/document/tree.ts';
import type { Prepared } from '../../src/run/prepare.ts';
import { prepareYear } from '../../src/run/prepare.ts';
import { allPapers, preparedQuarter, type NamedPaper, draftsOf } from './papers.ts';
import { builtSample } from './workspace.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let prepared: Prepared;
let papers: readonly NamedPaper[];
let quoted: ReadonlySet<string>;

beforeAll(async () => {
  const { disk } = await builtSample();
  prepared = await preparedQuarter(disk, '2024Q4');
  quoted = quotedTexts();
  const { value: year } = await prepareYear(disk, 2024, null);
  if (year === null) throw new Error('the papers of the year were not made');
  papers = [...allPapers(prepared), ...year.papers];
});

/** `paper: text` of each piece, in every paper, in which the pattern is found. */
function found(pattern: RegExp, textsOf: (document: Document) => readonly string[] = generatedText): readonly string[] {
  return papers.flatMap(({ path, document }) =>
    textsOf(document)
      .filter((text) => pattern.test(text))
      .map((text) => `${path}: ${text}`),
  );
}

/** What Duban says itself; what the source and the units say is theirs, and stands as they wrote it. */
function generatedText(document: Document): readonly string[] {
  const known = generated.get(document);
  if (known !== undefined) return known;
  const texts = documentText(document)
    .filter((text) => !quoted.has(text))
    .map(ownWords);
  generated.set(document, texts);
  return texts;
}

let theirs: readonly string[] | undefined;
const generated = new Map<Document, readonly string[]>();

/** A sentence of Duban may hold what a unit wrote, without the mark that closes it. */
function ownWords(text: string): string {
  theirs ??= [...quoted].map((each) => each.replace(/[。；]$/u, '')).filter((each) => each.length > 5);
  return theirs.reduce((rest, each) => (rest.includes(each) ? rest.replace(each, '某某') : rest), text);
}

function quotedTexts(): ReadonlySet<string> {
  const { tasks, entries } = prepared.standing.ledger;
  const said = entries.flatMap(({ latest }) =>
    latest === null
      ? []
      : [latest.progress, latest.problems, latest.nextSteps, latest.evidence].flatMap((text) => text.split('\n')),
  );
  return new Set([...tasks.map(({ task }) => task.text), ...said]);
}

function blocks(document: Document): readonly Block[] {
  return document.children.flatMap((block) => (block.type === 'annex' ? [block, ...block.children] : [block]));
}

test('a document number has 六角括号, the whole year, no 第 and no padded zero', () => {
  expect(found(/[[(（【]\d{4}[\])）】]\s*\d*\s*号/u)).toEqual([]);
  expect(found(/〔(?!\d{4}〕)[^〕]*〕\s*\d*号/u)).toEqual([]);
  expect(found(/〔\d{4}〕\s*(第|0)/u)).toEqual([]);
  const drafts = papers.filter(({ document }) => document.meta.documentNumber !== null);
  expect(found(/〔2024〕　号/u).length).toBe(drafts.length);
  // The special report of the year goes beside those of the quarter.
  expect(drafts.length).toBe(draftsOf(prepared).length + 1);
});

test('dates have Arabic digits, the whole year and no padded zeros', () => {
  expect(found(/年0\d月|月0\d日/u)).toEqual([]);
  expect(found(/[〇一二三四五六七八九]{4}年/u)).toEqual([]);
  expect(found(/\d{4}-\d{2}-\d{2}/u)).toEqual([]);
  expect(found(/(?<!\d)\d{2}年\d+月/u)).toEqual([]);
});

test('both ends of a range have their %', () => {
  expect(found(/\d[~～—-]\d+%/u)).toEqual([]);
});

test('no 、 stands between 《》《》 or “””“', () => {
  expect(found(/》、《|”、“/u)).toEqual([]);
});

test('captions and headings have no 。 at their end', () => {
  const captions = (document: Document): readonly string[] =>
    blocks(document).flatMap((block) => (block.type === 'table' || block.type === 'figure' ? [block.caption] : []));
  const headings = (document: Document): readonly string[] => [
    document.meta.title,
    ...blocks(document).flatMap((block) => (block.type === 'heading' ? [inlineText(block.children)] : [])),
  ];
  expect(found(/[。；，]$/u, captions)).toEqual([]);
  expect(found(/[。；，]$/u, headings)).toEqual([]);
});

test('attachment names have no closing punctuation', () => {
  const names = (document: Document): readonly string[] =>
    blocks(document).flatMap((block) => (block.type === 'attachmentNote' ? block.names : []));
  expect(found(/[。；，]$/u, names)).toEqual([]);
});

describe('headings', () => {
  const patterns = [/^[一二三四五六七八九十]+、/u, /^（[一二三四五六七八九十]+）/u, /^\d+\./u, /^（\d+）/u];

  test('are numbered 一、 then （一） then 1. then （1）, from the first and without a gap', () => {
    const wrong = papers.flatMap(({ path, document }) => {
      const levels = blocks(document).flatMap((block) => (block.type === 'heading' ? [block] : []));
      const counts = [0, 0, 0, 0];
      return levels.flatMap(({ level, children }) => {
        counts.fill(0, level);
        counts[level - 1] = (counts[level - 1] ?? 0) + 1;
        const text = inlineText(children);
        const isRight = patterns[level - 1]?.test(text) === true && numberOf(text) === counts[level - 1];
        return isRight ? [] : [`${path}: ${text}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  function numberOf(text: string): number {
    const [numeral = ''] = /[一二三四五六七八九十]+|\d+/u.exec(text) ?? [];
    const index = '一二三四五六七八九十'.indexOf(numeral) + 1;
    return index > 0 ? index : Number(numeral);
  }
});

test('no template leaves a blank where a word should stand', () => {
  expect(found(/undefined|null|NaN|\[object|\{\{|\}\}/u)).toEqual([]);
  expect(found(/（）|“”|《》|：。|，。|、。|。。|，，|、、|；。/u)).toEqual([]);
  // A count of nothing is left out; only tables have noughts, as numbers alone and as a percentage that a unit reported.
  expect(found(/(?<![\d.])0(?:项|个|次|份)|占0(?:\.0)?%/u)).toEqual([]);
});

test('Chinese text has Chinese punctuation', () => {
  expect(found(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u)).toEqual([]);
});

test('the body of the report stays under 4,000 characters', () => {
  const report = papers.find(({ kind }) => kind === 'report');
  const body = report?.document.children.filter((block) => block.type !== 'annex') ?? [];
  const document = { meta: report?.document.meta, children: body } as Document;
  const length = documentText(document).join('').replaceAll(/\s/gu, '').length;
  expect(length).toBeGreaterThan(500);
  expect(length).toBeLessThan(4000);
});

test('every letter says whom it is for, what is asked, by which day and whom to ask', () => {
  const letters = papers.filter(({ kind }) => kind === 'letter');
  const silent = letters.filter(({ document }) => {
    const { recipients, note } = document.meta;
    const text = documentText(document).join('\n');
    return recipients.length !== 1 || !note.includes('联系电话') || !/请自印发之日起\d+日内/u.test(text);
  });
  expect(silent.map(({ path }) => path)).toEqual([]);
});
