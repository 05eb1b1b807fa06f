/** Of many papers few are held: those that were let go are worded again, in the same words. Trees that are alive are counted after garbage was collected. */
import { setImmediate as turn } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { soundTemplates } from '../../src/document/compile-templates.ts';
import { treeHash } from '../../src/document/tree-hash.ts';
import { papersOf, type MadePaper } from '../../src/papers/made.ts';
import { templateSources } from '../../src/workspace/shipped.ts';
import { ownDays, standingOf } from '../../src/run/standing.ts';
import { quarterlyOf } from '../../src/run/views.ts';
import { memoryDisk } from '../memory-disk.ts';
import { districtInMemory } from '../run/district.ts';
import type { Quarter } from '../../src/trade/calendar.ts';

const standing = standingOf(districtInMemory(), '2025Q2' as Quarter, ownDays).value;
if (standing === null) throw new Error('the small district does not stand');
const view = quarterlyOf(standing, { figures: {}, slim: {} });
const templates = soundTemplates(templateSources(memoryDisk()).value);

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;

function worded(room?: number): readonly MadePaper[] {
  return papersOf('quarter', view, room === undefined ? { templates } : { templates, room }).value;
}

/** Each paper is asked for what it says, one after the other. */
async function alive(papers: readonly MadePaper[]): Promise<number> {
  const trees = papers.map((paper) => new WeakRef(paper.document));
  await turn();
  collect();
  return trees.filter((tree) => tree.deref() !== undefined).length;
}

test('a quarter of usual size is held as a whole', async () => {
  const papers = worded();
  expect(papers.length).toBeGreaterThan(8);
  expect(await alive(papers)).toBe(papers.length);
  for (const paper of papers) expect(paper.document).toBe(paper.document);
});

test('of a larger one no more than has room, and the one that is being written', async () => {
  expect(await alive(worded(0))).toBe(1);
  const whole = worded();
  const few = await alive(worded(60));
  expect(few).toBeGreaterThan(2);
  expect(few).toBeLessThan(whole.length / 2);
});

test('what was written is let go, and says the same when it is asked for again', async () => {
  for (const papers of [worded(), worded(0)]) {
    const hashes = papers.map(({ tree }) => tree);
    for (const paper of papers) paper.letGo();
    const trees = papers.map((paper) => {
      const tree = new WeakRef(paper.document);
      paper.letGo();
      return tree;
    });
    await turn();
    collect();
    expect(trees.filter((tree) => tree.deref() !== undefined)).toEqual([]);
    expect(papers.map(({ document }) => treeHash(document))).toEqual(hashes);
  }
});

test('a paper that is worded again says the same', () => {
  const whole = worded();
  const again = worded(0);
  for (const [at, paper] of whole.entries()) {
    const { document, tree, letGo: _, ...named } = paper;
    const { document: other, tree: hash, letGo: __, ...others } = again[at] ?? paper;
    expect({ ...others, facts: again[at]?.facts }).toEqual({ ...named, facts: paper.facts });
    expect(other).not.toBe(document);
    expect(other).toEqual(document);
    expect(hash).toBe(tree);
    expect(treeHash(other)).toBe(tree);
  }
});
