/**
 * The tables of docs/performance.md as one picture, drawn by Duban's own charts: `npm run bench chart` reads the page and writes
 * docs/pictures/performance.svg.
 */
import { readFileSync } from 'node:fs';
import { diskAt } from '../../src/disk/disk.ts';
import { drawChart } from '../../src/chart/draw.ts';

const rows = readFileSync('docs/performance.md', 'utf8')
  .split('\n')
  .flatMap(
    (line) => /^\| (?<kind>letter|table): (?<label>[^|]+?) \| (?<milliseconds>[\d.]+) \|/u.exec(line)?.groups ?? [],
  );
const stacks = rows.map(({ kind, label, milliseconds }) => ({
  label: `${kind}: ${label}`,
  values: [Number(milliseconds)],
}));
const figure = drawChart({
  kind: 'bars',
  caption: 'CPU milliseconds a file, warm',
  measure: 'ms',
  scale: 'count',
  series: [{ name: 'CPU ms', tone: 'middle' }],
  stacks,
});
diskAt('docs/pictures').write('performance.svg', new TextEncoder().encode(figure.svg));
