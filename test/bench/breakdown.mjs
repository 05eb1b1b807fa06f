/**
 * Breakdowns of 1, 2, 5 and 10 MB: CPU milliseconds a megabyte stay level when time is linear in length. No test, for it measures a machine.
 * Run it after `npm ci`: `npm run bench breakdown` (next argument: the most megabytes).
 */
import { readFileSync } from 'node:fs';
import { readBreakdown } from '../../src/breakdown/parse.ts';

const most = Number(process.argv[2] ?? 10);
const path = 'seeds/惩防体系2020-2024年责任分解意见.txt';
const seed = readFileSync(path, 'utf8');
const layouts = {
  'lines of the seed': seed,
  'broken every 28 characters': seed
    .split('\n')
    .flatMap((line) => line.match(/.{1,28}/gu) ?? [''])
    .join('\n'),
  'without a line end': seed.replaceAll('\n', ''),
  'without an end of a sentence': '表格|文字|\n',
  'without numbers or labels': seed.replaceAll(/^(?:\d+\.|.{4}：)/gmu, ''),
};

console.log('layout                        MB   CPU ms   ms/MB    tasks');
for (const [layout, text] of Object.entries(layouts)) {
  for (const megabytes of [most / 10, most / 5, most / 2, most]) measure(layout, text, megabytes);
}

function measure(layout, text, megabytes) {
  const bytes = Buffer.from(text.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(text))), 'utf8');
  const start = process.cpuUsage();
  const { value } = readBreakdown({ path, bytes });
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  const figures = [megabytes, ms.toFixed(0), (ms / megabytes).toFixed(0), value.catalogue.tasks.length];
  console.log(layout.padEnd(27) + figures.map((figure, at) => String(figure).padStart([5, 9, 8, 9][at])).join(''));
}
