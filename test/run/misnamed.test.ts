/** Files under names that nobody reads: by case, width or a slip, in every place where people put files. */
import type { Quarter } from '../../src/trade/calendar.ts';
import { strayInputs } from '../../src/workspace/stray-inputs.ts';
import { memoryDisk } from '../memory-disk.ts';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { misnamedFiles } from '../../src/workspace/layout.ts';
import { readWorkspace } from '../../src/workspace/workspace.ts';
import { repository, smallDistrict } from './program.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

type Rename = readonly [from: string, to: string];

/** What is said of the small district after some of its files were renamed; '' as the old name makes a new file. */
function told(name: string, renames: readonly Rename[]): readonly string[] {
  const root = path.join(inject('runFolder'), `misnamed-${name}`);
  fs.cpSync(smallDistrict, root, { recursive: true });
  for (const [from, to] of renames) {
    fs.mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
    if (from === '') fs.writeFileSync(path.join(root, to), '');
    else fs.renameSync(path.join(root, from), path.join(root, to));
  }
  return misnamedFiles(diskAt(root)).map((message) => wordMessage(message, 'en'));
}

test('of the sample and the small district all files are read', () => {
  expect(misnamedFiles(diskAt(repository))).toEqual([]);
  expect(told('none', [])).toEqual([]);
});

describe('by case or width only: an error, once a folder', () => {
  test.each([
    { from: 'inputs/units.csv', to: 'inputs/Units.CSV', file: 'inputs/Units.CSV', right: 'inputs/units.csv' },
    {
      from: 'inputs/office.yaml',
      to: 'inputs/ＯＦＦＩＣＥ.yaml',
      file: 'inputs/ＯＦＦＩＣＥ.yaml',
      right: 'inputs/office.yaml',
    },
    {
      from: 'inputs/closures.csv',
      to: 'inputs/Closures.csv',
      file: 'inputs/Closures.csv',
      right: 'inputs/closures.csv',
    },
    {
      from: 'inputs/2025Q2/returns',
      to: 'inputs/2025Q2/Returns',
      file: 'inputs/2025Q2/Returns',
      right: 'inputs/2025Q2/returns',
    },
    { from: 'inputs/2025Q2', to: 'inputs/2025q2', file: 'inputs/2025q2', right: 'inputs/2025Q2' },
    { from: 'inputs/2025Q2', to: 'inputs/２０２５Q2', file: 'inputs/２０２５Q2', right: 'inputs/2025Q2' },
    {
      from: '',
      to: 'inputs/2025Q2/Adjustments.csv',
      file: 'inputs/2025Q2/Adjustments.csv',
      right: 'inputs/2025Q2/adjustments.csv',
    },
    { from: '', to: 'templates/Letter.hbs', file: 'templates/Letter.hbs', right: 'templates/letter.hbs' },
    { from: '', to: 'templates/Partials/share.hbs', file: 'templates/Partials', right: 'templates/partials' },
  ])('$from as $to', ({ from, to, file, right }) => {
    const said = told(`case-${to.replaceAll('/', '-')}`, [[from, to]]);
    expect(said).toEqual([
      `${file} error misnamed-file differs from “${right}” in case or width only, and is not read on this computer; rename it “${right}”`,
    ]);
  });

  test('stops whoever would make papers without them', () => {
    const root = path.join(inject('runFolder'), 'misnamed-stops');
    fs.cpSync(smallDistrict, root, { recursive: true });
    fs.renameSync(path.join(root, 'inputs/2025Q2/returns'), path.join(root, 'inputs/2025Q2/Returns'));
    const { value, messages } = readWorkspace(diskAt(root));
    expect([value, messages.map(({ code }) => code)]).toEqual([null, ['misnamed-file']]);
  });
});

test('by a slip: a warning with what was meant; another table: a note; anything else may lie there', () => {
  const said = told('slip', [
    ['inputs/plan.csv', 'inputs/plans.csv'],
    ['', 'inputs/2025Q2/adjustment.csv'],
    // Names that no reader takes are none of ours, however likely they sound.
    ['', 'inputs/2025Q2/talks.csv'],
    ['', 'inputs/其他.xlsx'],
    ['', 'inputs/说明.md'],
    ['', 'inputs/.DS_Store'],
  ]);
  expect(said).toEqual([
    'inputs/2025Q2/adjustment.csv warning unread-file this file is not read; should it be “inputs/2025Q2/adjustments.csv”?',
    'inputs/2025Q2/talks.csv note unread-file this file is not read',
    'inputs/plans.csv warning unread-file this file is not read; should it be “inputs/plan.csv”?',
    'inputs/其他.xlsx note unread-file this file is not read',
  ]);
});

test('a folder that is nearly returns, while there is none', () => {
  const said = told('near', [['inputs/2025Q2/returns', 'inputs/2025Q2/return']]);
  expect(said.length).toBeGreaterThan(2);
  expect(said[0]).toMatch(/^inputs\/2025Q2\/return\/[^/]+\.csv warning unread-file .*“inputs\/2025Q2\/returns\//u);
});

test('what issue stops for is what no reader takes, and only that', () => {
  const disk = memoryDisk();
  for (const each of ['returns/县税务局.csv', 'adjustments.csv', 'receipts.csv', 'talks.csv', 'remarks.csv']) {
    disk.write(`inputs/2025Q2/${each}`, new Uint8Array());
  }
  expect(strayInputs(disk, '2025Q2' as Quarter).map(({ code, place }) => [code, place?.file])).toEqual([
    ['stray-input', 'inputs/2025Q2/talks.csv'],
  ]);
});

test('a template under a name that no paper has is told, and a copy beside the right one only by check', () => {
  const others = ['lettre.hbs', 'report.hbs.txt', 'report-old.hbs', 'partials/own.hbs', 'README.txt', '别的.hbs'];
  expect(
    told(
      'templates',
      [...others, 'summary.hbs', 'summary (2).hbs'].map((name) => ['', `templates/${name}`]),
    ),
  ).toEqual([
    'templates/lettre.hbs warning unread-file this file is not read; should it be “templates/letter.hbs”?',
    'templates/report-old.hbs warning unread-file this file is not read; should it be “templates/report.hbs”?',
    'templates/report.hbs.txt warning unread-file this file is not read; should it be “templates/report.hbs”?',
    'templates/summary (2).hbs note unread-file this file is not read; should it be “templates/summary.hbs”?',
    'templates/别的.hbs note unread-file this file is not read',
  ]);
});
