/**
 * The pipeline's readable fixture: a small district, eight tasks, four units, two quarters. What every paper says stands as
 * text in test/fixtures/small-district/expected; a change of wording or reckoning is read there as prose.
 * `npx vitest run --config test/vitest.config.ts test/run/small-district -u` rewrites it.
 */
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { inOnePiece } from '../../src/build/job.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import { allPapers, preparedQuarter } from './papers.ts';
import { smallDistrict } from './program.ts';

// Whole runs: a minute on a quiet machine, several on a busy one.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const expected = path.join(smallDistrict, 'expected');

test.each(['2025Q1', '2025Q2'])('every paper of %s says what it should', async (quarter) => {
  const prepared = await preparedQuarter(diskAt(smallDistrict), quarter);
  const papers = allPapers(prepared);
  for (const { path: paper, document } of papers) {
    const text = `${documentText(document).join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(path.join(expected, quarter, `${paper}.txt`));
  }
  const csv = prepared.files.find((file) => file.path === 'ledger.csv');
  await expect(new TextDecoder().decode(inOnePiece(csv?.bytes() ?? []))).toMatchFileSnapshot(
    path.join(expected, quarter, 'ledger.csv'),
  );
  const wanted = papers.map((each) => `${quarter}/${each.path}.txt`);
  expect(diskAt(expected).list(quarter)).toEqual([...wanted, `${quarter}/ledger.csv`].toSorted());
});
