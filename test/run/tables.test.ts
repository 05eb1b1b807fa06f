/** The tables of inputs/: what the manual names is what init and forms lay out, and what they lay out is what the readers take. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { wordMessage } from '../../src/message/wording/word.ts';
import { newWorkspace } from '../../src/run/init.ts';
import { ownDays, standingOf } from '../../src/run/standing.ts';
import { parseQuarter } from '../../src/trade/calendar.ts';
import { emptyRegister } from '../../src/register/derive.ts';
import { readReceipts } from '../../src/workspace/receipts.ts';
import { blankTables, officeTables, quarterTables } from '../../src/workspace/tables.ts';
import { memoryDisk } from '../memory-disk.ts';
import { districtInMemory } from './district.ts';
import { repository } from './program.ts';

const manual = fs.readFileSync(path.join(repository, 'docs/使用手册.md'), 'utf8');
const named = (pattern: RegExp): readonly string[] => [
  ...new Set([...manual.matchAll(pattern)].map(([, name = '']) => name)),
];

test('init makes every table of the office that the manual names, with a header', () => {
  const disk = memoryDisk();
  const { value: files, messages } = newWorkspace(disk);
  expect(messages).toEqual([]);
  const tables = named(/`inputs\/([a-z-]+\.csv)`/gu);
  expect(tables.toSorted()).toEqual(Object.keys(officeTables).toSorted());
  for (const name of tables) {
    expect(files).toContain(`inputs/${name}`);
    expect(new TextDecoder().decode(disk.read(`inputs/${name}`) ?? new Uint8Array()).trim()).not.toBe('');
  }
});

test('the manual names every table of a quarter that forms lays out', () => {
  expect(named(/`inputs\/2025Q1\/([a-z-]+\.csv)`/gu).toSorted()).toEqual(Object.keys(quarterTables).toSorted());
});

test('every header that is laid out blank is taken by its reader without a word', () => {
  const quarter = parseQuarter('2025Q1');
  if (quarter === null) throw new Error('2025Q1');
  const disk = districtInMemory();
  const blank = [
    ...blankTables('inputs', officeTables).filter(([file]) => file !== 'inputs/units.csv'),
    ...blankTables(`inputs/${quarter}`, quarterTables),
  ];
  for (const [file, bytes] of blank) disk.write(file, bytes);
  const { value, messages } = standingOf(disk, quarter, ownDays);
  const receipts = readReceipts(disk, {
    quarter,
    register: emptyRegister,
    roster: value?.workspace.roster ?? { units: [] },
  });
  const files = new Set(blank.map(([file]) => file));
  const said = [...messages, ...receipts.messages].filter(({ place }) => files.has(place?.file ?? ''));
  expect(said.map((message) => wordMessage(message, 'en'))).toEqual([]);
  // A table without its columns is spoken of: the test can fail.
  disk.write(`inputs/${quarter}/remarks.csv`, new TextEncoder().encode('单位,内容\n'));
  expect(standingOf(disk, quarter, ownDays).messages.map(({ code }) => code)).toContain('missing-column');
});
