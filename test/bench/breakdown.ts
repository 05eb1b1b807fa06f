/**
 * Reads breakdowns of 1, 2, 5 and 10 MB and prints milliseconds a megabyte, which stay level when time is linear in length.
 * Run after `npm ci`: `node test/bench/breakdown.js` from the compiled tree, or with any TypeScript runner.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { readBreakdown } from '../../src/read/breakdown/parse.ts';

const path = 'seeds/惩防体系2020-2024年责任分解意见.txt';
const seed = readFileSync(path, 'utf8');
const layouts: Readonly<Record<string, string>> = {
  'lines of the seed': seed,
  'broken every 28 characters': seed
    .split('\n')
    .flatMap((line) => line.match(/.{1,28}/gu) ?? [''])
    .join('\n'),
  'without a line end': seed.replaceAll('\n', ''),
  'without numbers or labels': seed.replaceAll(/^(?:\d+\.|.{4}：)/gmu, ''),
};

for (const [name, text] of Object.entries(layouts)) {
  for (const megabytes of [1, 2, 5, 10]) {
    const bytes = Buffer.from(text.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(text))), 'utf8');
    const start = performance.now();
    const { value } = readBreakdown({ path, bytes });
    const milliseconds = performance.now() - start;
    const rate = (milliseconds / megabytes).toFixed(0);
    console.log(
      `${name}: ${megabytes} MB, ${milliseconds.toFixed(0)} ms, ${rate} ms/MB, ${value.catalogue.tasks.length} tasks`,
    );
  }
}
