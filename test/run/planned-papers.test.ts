/** Papers that are planned: each is let go with its last format, and the large ones say that they need memory. */
import { expect, test } from 'vitest';
import type { Document } from '../../src/document/tree.ts';
import type { MadePaper } from '../../src/papers/made.ts';
import { planJobs, type Format, type Writers } from '../../src/run/plan.ts';
import { silent } from '../../src/message/result.ts';

function told(formats: readonly Format[], kind: MadePaper['kind'], size = 10) {
  const said: string[] = [];
  // Nothing but who asks for it is of interest.
  const document = {} as Document;
  const write = (format: Format) => () => {
    said.push(format);
    return Promise.resolve(silent(null));
  };
  const writers: Writers = {
    write: { docx: write('docx'), pdf: write('pdf') },
    recipe: { docx: { program: '1', look: '仿宋' }, pdf: { program: '1', look: '楷体' } },
  };
  const paper: MadePaper = {
    path: `${kind}s/1`,
    kind,
    addressee: null,
    title: '',
    size,
    tree: 'abc',
    facts: [],
    get document() {
      said.push('asked');
      return document;
    },
    letGo: () => void said.push('let go'),
  };
  return { said, jobs: planJobs({ papers: [paper], files: [], again: [], writers }, { formats, inputsOf: () => [] }) };
}

test('a paper is held until its last format is being written', async () => {
  const { said, jobs } = told(['docx', 'pdf'], 'letter');
  expect(said).toEqual([]);
  for (const job of jobs) await job.make();
  expect(said).toEqual(['asked', 'docx', 'asked', 'let go', 'pdf']);
});

test('of a kind that has one format, with that', async () => {
  const { said, jobs } = told(['docx', 'pdf'], 'scorecard');
  for (const job of jobs) await job.make();
  expect(said).toEqual(['asked', 'let go', 'pdf']);
});

test('a recipe is in the parts of its format and of the words', () => {
  const { jobs } = told(['docx', 'pdf'], 'letter');
  expect(jobs.map(({ recipe }) => recipe)).toEqual([
    { program: '1', look: '仿宋', words: 'abc' },
    { program: '1', look: '楷体', words: 'abc' },
  ]);
});

test('a report of 30,000 rows weighs tens of megabytes, a letter next to nothing', () => {
  const weights = [300, 300_000].flatMap((size) =>
    told(['docx'], 'report', size).jobs.map(({ weight }) => weight ?? 0),
  );
  expect(weights[0]).toBeLessThan(1 << 20);
  expect(weights[1]).toBeGreaterThan(50 << 20);
});
