/** remarks.csv from the file to the letter: read, printed as text, frozen with the quarter, traced, and never lost without a word. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { duban, repository, smallDistrict } from './program.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const quarter = '2025Q1';
const header = '单位,内容,依据\n';
const sentence = '请于4月30日前就<table>{{count}}&amp;“三公”经费专题汇报。';

function workspace(name: string, remarks: string): string {
  const folder = path.join(inject('runFolder'), `remarks-${name}`);
  for (const each of ['inputs', 'seeds'])
    fs.cpSync(path.join(smallDistrict, each), path.join(folder, each), { recursive: true });
  write(folder, remarks);
  return folder;
}

function write(folder: string, remarks: string): void {
  fs.writeFileSync(path.join(folder, `inputs/${quarter}/remarks.csv`), header + remarks);
}

/** What is said of remarks; `run` fails when anything else is wrong. */
async function told(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stderr } = await duban([...args, '-C', folder, '--lang', 'en'], {});
  return stderr.split('\n').filter((line) => line.includes('remark'));
}

const letters = (folder: string): ReadonlyMap<string, string> => {
  const { entries, records } = readRegister(diskAt(folder)).value;
  const own = entries.filter(({ kind, state }) => kind === 'letter' && state === 'valid');
  return new Map(
    own.map(({ number, addressee }) => {
      const document = records.get(number)?.document;
      return [addressee?.name ?? '', document === undefined ? '' : documentText(document).join('\n')];
    }),
  );
};

test('every fault at once, each with its cell', async () => {
  const folder = workspace(
    'faults',
    '县发改局,甲。,纪要\n县税务局,,纪要\n县财政局,乙。,\n各单位,丙。,纪要\n县税务局,丁\u{1}。,纪要\n县税务局,戊。,纪要\n县税务局,戊。,函\n',
  );
  const { stderr } = await duban(['check', quarter, '-C', folder, '--lang', 'en'], {});
  const lines = stderr.split('\n').filter((line) => line.includes('remarks.csv') && line.includes(' error '));
  expect(lines.map((line) => line.trim().split(' ').slice(0, 3).join(' '))).toEqual([
    `inputs/${quarter}/remarks.csv:6:2 error control-character`,
    `inputs/${quarter}/remarks.csv:2:1 error unknown-unit`,
    `inputs/${quarter}/remarks.csv:3:2 error missing-value`,
    `inputs/${quarter}/remarks.csv:4:1 error unknown-unit`,
    `inputs/${quarter}/remarks.csv:4:3 error missing-value`,
    `inputs/${quarter}/remarks.csv:5:1 error remark-to-no-unit`,
    `inputs/${quarter}/remarks.csv:8 error remark-twice`,
  ]);
});

test('a character that no face has is told with its row before any paper is begun', async () => {
  const folder = workspace('glyph', '县税务局,请核实\u{31350}某。,纪要\n');
  expect((await told(folder, 'build', quarter))[0]).toMatch(
    new RegExp(String.raw`inputs/${quarter}/remarks\.csv:2 error input-character-unprintable`, 'u'),
  );
});

describe('a quarter with remarks', () => {
  let root: string;
  beforeAll(async () => {
    root = workspace('issued', `县税务局,"${sentence}\n第二段。",县政府常务会议纪要第3号\n`);
    await duban(['build', quarter, '-C', root], {});
  });

  test('says each in the one letter, as text, a line a paragraph', async () => {
    const { exitCode } = await duban(['issue', quarter, '--date', '2025-04-03', '-C', root], {});
    expect(exitCode).toBe(0);
    const all = letters(root);
    expect(all.get('县税务局')?.split('\n')).toEqual(expect.arrayContaining([sentence, '第二段。']));
    expect([...all].filter(([, text]) => text.includes('专题汇报')).map(([unit]) => unit)).toEqual(['县税务局']);
  });

  test('answers where a sentence comes from', async () => {
    const file = fs.readdirSync(path.join(root, `out/${quarter}/letters`)).find((name) => name.includes('县税务局'));
    const { stdout } = await duban(['trace', `out/${quarter}/letters/${file}`, '专题汇报', '--json', '-C', root], {});
    const { traced } = JSON.parse(stdout) as { readonly traced: readonly { readonly sources: unknown }[] };
    expect(traced.map(({ sources }) => sources)).toEqual([
      [
        {
          kind: 'remark',
          text: '县政府常务会议纪要第3号',
          place: { file: `inputs/${quarter}/remarks.csv`, row: 2, column: null },
        },
      ],
    ]);
  });

  test('keeps them as they were frozen, tells what was changed since, and says them again in the letter that replaces', async () => {
    write(root, '县税务局,此句关账后才写。,县政府常务会议纪要第3号\n');
    expect((await told(root, 'status', quarter))[0]).toContain(
      `inputs/${quarter}/remarks.csv warning remarks-since-closing`,
    );
    const corrected = ['--unit', '县税务局', '--task', '6', '--percent', '35', '--basis', '县税务局来函'];
    await duban(['correct', quarter, ...corrected, '--date', '2025-04-10', '-C', root], {});
    await duban(['build', quarter, '-C', root], {});
    await duban(['reissue', quarter, '--date', '2025-04-12', '-C', root], {});
    const text = letters(root).get('县税务局') ?? '';
    expect(text).toContain('35%');
    expect(text).toContain(sentence);
    expect(text).not.toContain('此句关账后才写');
  });
});

test('a unit that gets no letter is told', async () => {
  const folder = workspace('none', '县档案馆,请知悉。,纪要\n');
  fs.appendFileSync(path.join(folder, 'inputs/units.csv'), '204,县档案馆,,单位,政府部门,,,\n');
  expect((await told(folder, 'check', quarter))[0]).toMatch(/remarks\.csv:2 warning remark-without-letter/u);
});

test('a template of the office that leaves remarks out stops the build', async () => {
  const folder = workspace('template', '县税务局,请知悉。,纪要\n');
  const own = fs.readFileSync(path.join(repository, 'templates/letter.hbs'), 'utf8');
  const without = own.replace(/^\{\{#each remarks\}\}.*\n/mu, '');
  expect(without).not.toBe(own);
  fs.mkdirSync(path.join(folder, 'templates'));
  fs.writeFileSync(path.join(folder, 'templates/letter.hbs'), without);
  expect((await told(folder, 'build', quarter))[0]).toMatch(/remarks\.csv:2 error remark-unsaid/u);
});

test('forms lays out the tables of the quarter blank, and leaves what is there', async () => {
  const folder = workspace('forms', '县税务局,请知悉。,纪要\n');
  const before = fs.readFileSync(path.join(folder, `inputs/${quarter}/remarks.csv`), 'utf8');
  await duban(['forms', quarter, '-C', folder], {});
  expect(fs.readFileSync(path.join(folder, `inputs/${quarter}/remarks.csv`), 'utf8')).toBe(before);
  expect(fs.readFileSync(path.join(folder, `inputs/${quarter}/adjustments.csv`), 'utf8').trim()).toBe(
    '单位,任务编号,类型,分值,事由,依据,日期',
  );
});
