/** A register or a journal that was damaged: whatever looks at it says so, whatever writes refuses, and `check` tells it before the day of issue. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { duban, smallDistrict } from './program.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const letter = 'X县督〔2025〕1号';
const paper = `out/issued/2025/${letter}-101-县政府办公室.docx`;
const day = ['--date', '2025-07-20'];
const why = ['--reason', '日期有误'];
const correction = ['--unit', '县发改委', '--task', '7', '--percent', '60%', '--basis', '更正', ...day];

const looks: readonly (readonly string[])[] = [
  ['check'],
  ['check', '2025Q2'],
  ['status', '2025Q2'],
  ['next'],
  ['verify', 'out/issued'],
  ['due', '--on', '2025-07-01'],
  ['seal', ...day],
  ['reprint', letter],
  ['trace', paper],
  ['trace', 'out/2025Q2/letters/101-县政府办公室.docx'],
];
const writes: readonly (readonly string[])[] = [
  ['issue', '2025Q2', ...day],
  ['issue', '2025', '--date', '2026-01-20'],
  ['reissue', '2025Q2', ...day],
  ['close', '2025Q2', ...day, ...why],
  ['correct', '2025Q2', ...correction],
  ['withdraw', letter, ...day, ...why],
  ['withdraw', letter, ...day, ...why, '--sent'],
  ['archive', '2025Q2', '--date', '2025-08-01'],
];
const builds: readonly (readonly string[])[] = [
  ['build', '2025Q2'],
  ['build', '2025Q2', '--only', 'reminders/*'],
  ['build', '2025'],
];

let archived: string;

beforeAll(async () => {
  archived = path.join(inject('runFolder'), 'register-whole');
  fs.cpSync(smallDistrict, archived, { recursive: true });
  for (const args of [
    ['build', '2025Q2'],
    ['issue', '2025Q2', '--date', '2025-07-15'],
    ['archive', '2025Q2', '--date', '2025-07-31'],
  ]) {
    const { exitCode, stderr } = await duban([...args, '--lang', 'zh'], { cwd: archived });
    if (exitCode !== 0) throw new Error(stderr);
  }
});

const register = 'inputs/register/register.csv';
const journal = 'inputs/register/.journal.json';

type Damage = (root: string) => void;

const put =
  (file: string, text: string): Damage =>
  (root) =>
    fs.writeFileSync(path.join(root, file), text);
const lose =
  (file: string): Damage =>
  (root) =>
    fs.rmSync(path.join(root, file), { recursive: true });
const edit =
  (file: string, how: (text: string) => string): Damage =>
  (root) =>
    put(file, how(fs.readFileSync(path.join(root, file), 'utf8')))(root);

function damaged(name: string, damages: readonly Damage[]): string {
  const root = path.join(inject('runFolder'), `register-broken-${name}`);
  fs.cpSync(archived, root, { recursive: true });
  for (const damage of damages) damage(root);
  return root;
}

/** The codes of the errors that a command ends with: it did not work, and says so in words. */
async function errorsOf(args: readonly string[], cwd: string): Promise<readonly string[]> {
  const { stdout, stderr, exitCode } = await duban([...args, '--json', '--lang', 'zh'], { cwd });
  expect({ args, exitCode, isTrace: /^ {4}at /mu.test(stderr) }).toEqual({ args, exitCode: 1, isTrace: false });
  // `--json` prints what the command did, with its messages.
  const { messages } = JSON.parse(stdout) as { readonly messages: readonly { severity: string; code: string }[] };
  return [...new Set(messages.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
}

/** What lies in the register and among the issued papers, by its bytes. */
function lasting(root: string): Readonly<Record<string, string>> {
  const files = ['inputs/register', 'out/issued', 'out/archive'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(files.map((file) => [file, fs.readFileSync(file, 'base64')]));
}

const moves = [{ from: 'inputs/register/.staging/00001', to: '../../x', sha256: '' }];
const foreign = { version: 1, command: 'issue', quarter: '2025Q2', numbers: [], before: null, moves };

test.each([...looks, ...builds, ...writes.flatMap((each) => [each, [...each, '--dry-run']])])(
  'with a broken journal %s %s says so and writes nothing',
  async (...args) => {
    const root = damaged(args.join('').replaceAll(/[^\w]/gu, ''), [put(journal, '{"version": 1,')]);
    const before = lasting(root);
    expect(await errorsOf(args, root)).toEqual(['journal-broken']);
    expect(lasting(root)).toEqual(before);
  },
);

const broken: readonly (readonly [string, readonly Damage[], readonly string[]])[] = [
  ['a journal of junk', [put(journal, '\0junk')], ['journal-broken']],
  ['a journal that leads elsewhere', [put(journal, JSON.stringify(foreign))], ['journal-broken']],
  [
    'a number changed',
    [edit(register, (text) => text.replace(',X县督〔2025〕1号', ',X县督〔2025〕9号'))],
    ['register-differs'],
  ],
  [
    'a row deleted',
    [edit(register, (text) => text.replace(/^3,.*\r\n/mu, ''))],
    ['register-gap', 'record-without-row'],
  ],
  ['the last row deleted', [edit(register, (text) => text.replace(/^6,.*\r\n/mu, ''))], ['record-without-row']],
  ['the chain changed', [edit(register, (text) => text.replace(/[0-9a-f](?=\r\n3,)/u, 'x'))], ['chain-broken']],
  ['a record missing', [lose(`inputs/register/2025/${letter}.json`)], ['record-missing']],
  ['register.csv gone', [lose(register)], ['register-lost']],
  ['a register of junk', [put(register, 'junk')], ['header-not-found']],
  ['all gone but the bag', [lose('inputs/register'), lose('out/issued')], ['register-behind']],
  ['all gone but papers and bag', [lose('inputs/register')], ['register-gone']],
  ['an archived.csv of junk', [put('inputs/register/archived.csv', 'junk')], ['header-not-found']],
  [
    'journal, register and archived.csv at once',
    [put(journal, ''), lose(`inputs/register/2025/${letter}.json`), put('inputs/register/archived.csv', 'junk')],
    ['journal-broken', 'record-missing', 'header-not-found'],
  ],
];

test.each(broken)('check tells of %s what issue would refuse with', async (name, damages, codes) => {
  const root = damaged(name.replaceAll(' ', '-'), damages);
  const issue = await errorsOf(['issue', '2025Q2', ...day], root);
  expect(new Set(issue)).toEqual(new Set(codes));
  expect(await errorsOf(['issue', '2025Q2', ...day, '--dry-run'], root)).toEqual(issue);
  expect(await errorsOf(['check', '2025Q2'], root)).toEqual(issue);
  expect(await errorsOf(['check'], root)).toEqual(issue);
  expect(await errorsOf(['next'], root)).toEqual(issue);
});

test('a return, the journal and the register at once are all told', async () => {
  const root = damaged('all', [
    put(journal, 'junk'),
    lose(`inputs/register/2025/${letter}.json`),
    edit('inputs/2025Q2/returns/县发改委.csv', (text) => text.replaceAll('牵头', '不详')),
  ]);
  // The quarter was closed: what its returns say now is compared with what they said.
  fs.rmSync(path.join(root, 'inputs/register/frozen'), { recursive: true });
  fs.rmSync(path.join(root, register));
  const codes = ['journal-broken', 'register-lost', 'unknown-word'];
  for (const args of [
    ['check', '2025Q2'],
    ['issue', '2025Q2', ...day],
    ['issue', '2025Q2', ...day, '--dry-run'],
    ['build', '2025Q2'],
  ])
    expect(new Set(await errorsOf(args, root))).toEqual(new Set(codes));
});
