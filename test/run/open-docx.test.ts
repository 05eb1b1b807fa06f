/** The DOCX of the sample for others: the Open XML SDK finds no error in any, and LibreOffice opens them. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { Prepared } from '../../src/run/prepare.ts';
import { isSkipped, missing, popplerTexts } from '../pdf-tools.ts';
import { converted, missingTool } from '../libre-office.ts';
import { preparedSample, withoutSpace, draftsOf, tablesOf } from './papers.ts';
import { builtSample, sampleFolder, type Sample } from './workspace.ts';
import { times } from '../long.ts';
import { packageFaults } from '../ooxml/validator.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let sample: Sample;
let prepared: Prepared;
let files: readonly string[];

beforeAll(async () => {
  sample = await builtSample();
  prepared = await preparedSample('2024Q4');
  files = sample.disk.list(sampleFolder).filter((file) => file.endsWith('.docx'));
});

test('the Open XML SDK finds no error in any DOCX', async () => {
  expect(files.length).toBeGreaterThan(41);
  const faulty = [];
  // Letters are made alike: a part of them is looked at each time, all of them in the long form.
  const letters = files.filter((file) => file.includes('/letters/'));
  const chosen = files.filter((file) => !letters.includes(file) || letters.indexOf(file) % times(6, 1) === 0);
  expect(chosen.length).toBeGreaterThan(8);
  for (const file of chosen) {
    const bytes = new Uint8Array(sample.disk.read(file) ?? []);
    const errors = await packageFaults(bytes, 'docx');
    if (errors.length > 0) faulty.push({ file, errors });
  }
  expect(faulty).toEqual([]);
});

describe.skipIf(isSkipped(missingTool()))('LibreOffice', () => {
  test('opens a paper of each kind, and every task of the unit is on its pages', async () => {
    const kinds = [...new Set(draftsOf(prepared).map(({ kind }) => kind))];
    // Of the letters the longest, that with the longest body, a short one and one with a name of Latin letters in it.
    const letters = draftsOf(prepared).filter(
      ({ kind, addressee }) =>
        kind === 'letter' && (['101', '103', '207'].includes(addressee?.code ?? '') || addressee?.name.includes('XX')),
    );
    const others = kinds.flatMap((kind) => draftsOf(prepared).find((draft) => draft.kind === kind) ?? []);
    const chosen = [...new Set([...letters, ...others])];
    const pages = await opened(chosen.map((draft) => draft.path));
    const lost = chosen.flatMap(({ path: paper, kind, document, addressee }) => {
      const text = withoutSpace(pages.get(paper) ?? []);
      const wanted = [document.meta.title, ...(kind === 'letter' ? taskTexts(addressee?.code ?? '') : [])];
      return wanted.filter((each) => !text.includes(withoutSpace([each]))).map((each) => `${paper}: ${each}`);
    });
    expect(chosen.length).toBeGreaterThan(4);
    expect(lost).toEqual([]);
    // What somebody signs is read in two pages; the annexes begin on pages of their own.
    const bodies = letters.map(({ path: paper }) =>
      pages.get(paper)?.findIndex((page) => /^\s*附件\s*1?\s*\n/u.test(page)),
    );
    expect(Math.min(...bodies.map(Number))).toBeGreaterThan(0);
    expect(Math.max(...bodies.map(Number))).toBe(2);
  });
});

/** Letter and scorecard list what the unit has by name; what is common to all is counted there. */
function taskTexts(code: string): readonly string[] {
  const own = prepared.standing.ledger.entries.filter(({ unit }) => unit.code === code);
  return own.filter(({ group }) => group === null).map(({ task }) => task.text);
}

/** Path of a paper → the text of each of its pages as LibreOffice lays them out. One run for all. */
async function opened(papers: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = path.join(inject('runFolder'), 'opened');
  fs.mkdirSync(folder);
  // A letter and a reminder to one unit have one name.
  const copies = papers.map((paper, at) => {
    const copy = path.join(folder, `${at}.docx`);
    fs.copyFileSync(path.join(sample.root, sampleFolder, `${paper}.docx`), copy);
    return copy;
  });
  await converted('pdf', folder, copies);
  const texts = popplerTexts(papers.map((_, at) => path.join(folder, `${at}.pdf`)));
  return new Map(papers.map((paper, at) => [paper, (texts[at] ?? '').replaceAll(/\n— \d+ —\n/gu, '').split('\f')]));
}

describe.skipIf(isSkipped(missing.pdftotext))('pdftotext', () => {
  test('finds every named task of a unit in its scorecard', () => {
    const scorecards = tablesOf(prepared).filter(({ kind }) => kind === 'scorecard');
    const texts = popplerTexts(scorecards.map((each) => path.join(sample.root, sampleFolder, `${each.path}.pdf`)));
    const lost = scorecards.flatMap(({ path: paper }, at) => {
      const text = withoutSpace([texts[at] ?? '']);
      const code = /\/([^-]+)-/.exec(paper)?.[1] ?? '';
      return taskTexts(code).filter((each) => !text.includes(withoutSpace([each])));
    });
    expect(lost).toEqual([]);
  });
});
