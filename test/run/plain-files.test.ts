/** Files that are no papers, tens of megabytes with a hundred times the units: each is made once, when its turn comes, and let go when it is written. */
import { setImmediate as turn } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/disk/sha256.ts';
import { planJobs, type PlainFile, type Writers } from '../../src/run/plan.ts';

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc') as () => void;

const noWriters: Writers = {
  write: { docx: () => Promise.reject(new Error('no paper')), pdf: () => Promise.reject(new Error('no paper')) },
  recipe: { docx: { program: '', look: '' }, pdf: { program: '', look: '' } },
};

function jobOf(bytes: () => Uint8Array) {
  const file: PlainFile = { path: 'ledger.csv', kind: 'data', bytes };
  const [job] = planJobs(
    { papers: [], files: [file], again: [], writers: noWriters },
    { formats: ['docx'], inputsOf: () => [] },
  );
  if (job === undefined) throw new Error('no job');
  return job;
}

test('planned it is not made yet; hash and bytes come from one making', async () => {
  let times = 0;
  const job = jobOf(() => Buffer.from(`${(times += 1)}`));
  expect(times).toBe(0);
  expect(job.recipe).toBe(sha256('1'));
  expect((await job.make()).value).toEqual(Buffer.from('1'));
  expect(job.recipe).toBe(sha256('1'));
  expect(times).toBe(1);
});

test('what was given away is not held', async () => {
  let made: WeakRef<Uint8Array> | null = null;
  const job = jobOf(() => {
    const bytes = new Uint8Array(1 << 20);
    made = new WeakRef(bytes);
    return bytes;
  });
  expect(job.recipe).toHaveLength(64);
  const held = (): boolean => (made as WeakRef<Uint8Array> | null)?.deref() !== undefined;
  await turn();
  collect();
  expect(held()).toBe(true);
  await job.make();
  await turn();
  collect();
  expect(held()).toBe(false);
});
