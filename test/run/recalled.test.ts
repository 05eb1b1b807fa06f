/** What is recalled from the memory is what would be read anew, message for message, whatever changed since it was kept. */
import { expect, test } from 'vitest';
import { openMemory } from '../../src/disk/memory.ts';
import { ownDays, standingOf } from '../../src/run/standing.ts';
import type { Quarter } from '../../src/trade/calendar.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { districtInMemory } from './district.ts';

const quarter = '2025Q2' as Quarter;
const kept = { file: 'out/.memory', key: '' };

function standing(disk: MemoryDisk) {
  const { value, inputs, messages } = standingOf(disk, quarter, ownDays);
  // A table is opened when it is asked for.
  const files = inputs?.reading.files.map((each) => ({ ...each, table: each.table }));
  return { value, messages, inputs: { ...inputs, reading: { ...inputs?.reading, files } } };
}

function recalled(disk: MemoryDisk): ReturnType<typeof standing> {
  const keep = openMemory({ disk, ...kept });
  const stood = standing(disk);
  keep();
  return stood;
}

const returnsOf = (disk: MemoryDisk): readonly string[] =>
  [...disk.files.keys()].filter((file) => file.startsWith(`inputs/${quarter}/returns/`));

function edit(disk: MemoryDisk, file: string, change: (text: string) => string): void {
  disk.write(file, Buffer.from(change(Buffer.from(disk.read(file) ?? []).toString('utf8'))));
}

test.each<readonly [string, (disk: MemoryDisk) => void]>([
  ['nothing', () => undefined],
  [
    'a row more in the roster',
    (disk) => edit(disk, 'inputs/units.csv', (text) => text.replace('\n', '\n099,县志办,,单位,,,,\n')),
  ],
  ['a return taken away', (disk) => disk.remove(returnsOf(disk)[0] ?? '')],
  ['a return cut off', (disk) => edit(disk, returnsOf(disk)[1] ?? '', (text) => text.slice(0, -20))],
  [
    'two returns that say the same',
    (disk) => disk.write(`inputs/${quarter}/returns/再报.csv`, disk.read(returnsOf(disk)[0] ?? '') ?? Buffer.from('')),
  ],
  [
    'the office',
    (disk) => edit(disk, 'inputs/office.yaml', (text) => text.replace(/yellowFrom: \d+/u, 'yellowFrom: 7')),
  ],
  ['an act', (disk) => disk.remove('inputs/closures.csv')],
  ['the plan', (disk) => disk.remove('inputs/plan.csv')],
  [
    'a return of the quarter before',
    (disk) => disk.remove([...disk.files.keys()].find((file) => file.startsWith('inputs/2025Q1/returns/')) ?? ''),
  ],
])('after a change of %s', (what, change) => {
  const disk = districtInMemory();
  const before = recalled(disk);
  change(disk);
  const fresh = standing(disk);
  expect(recalled(disk)).toEqual(fresh);
  // And once more, from what the run before kept.
  const again = recalled(disk);
  expect(again).toEqual(fresh);
  expect(JSON.stringify(again)).toBe(JSON.stringify(fresh));
  expect(JSON.stringify(again) === JSON.stringify(before)).toBe(what === 'nothing');
});

test('units of recalled returns are those of the roster, as they are of returns read anew', () => {
  const disk = districtInMemory();
  recalled(disk);
  const { value } = recalled(disk);
  const units = new Set(value?.workspace.roster.units);
  expect(value?.parts.returns.length).toBeGreaterThan(5);
  expect(value?.parts.returns.filter(({ unit }) => !units.has(unit))).toEqual([]);
});
