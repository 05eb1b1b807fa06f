/**
 * Tables of docs/performance.md as pictures beside it, drawn by Duban's own charts: `npm run bench chart` reads the page and writes them (next
 * argument: another folder for them). A table that the page has no longer is an error.
 */
import { readFileSync } from 'node:fs';
import { diskAt } from '../../src/disk/disk.ts';
import { drawChart } from '../../src/chart/draw.ts';

const folder = process.argv[2] ?? 'docs/pictures';
const page = readFileSync('docs/performance.md', 'utf8');
draw('performance.svg', {
  caption: 'CPU milliseconds a file, warm',
  rows: ['## A letter beside other libraries', '## A table beside other libraries'].flatMap((heading) =>
    tableUnder(heading).map((row) => ({ label: row['file'], value: row['CPU ms'] })),
  ),
});
draw('performance-stages.svg', {
  caption: 'CPU milliseconds of a first build, by stage',
  rows: tableUnder('## The stages of a first build').map((row) => ({ label: row['stage'], value: row['CPU ms'] })),
});

function draw(file, { caption, rows }) {
  const figure = drawChart({
    kind: 'bars',
    caption,
    measure: 'ms',
    scale: 'count',
    series: [{ name: 'CPU ms', tone: 'middle' }],
    stacks: rows
      .filter(({ label }) => label !== 'whole run')
      .map(({ label, value }) => ({ label, values: [Number(value)] })),
  });
  diskAt(folder).write(file, new TextEncoder().encode(figure.svg));
}

/** The first table below a heading: a row by the names of its columns. */
function tableUnder(heading) {
  const lines = page.slice(page.indexOf(`\n${heading}`) + 1).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  const [names, , ...rows] = lines.slice(start, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  if (!lines[0].startsWith(heading) || rows.length === 0)
    throw new Error(`docs/performance.md has no table below ${heading}`);
  return rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [names[at], cell])));
}
