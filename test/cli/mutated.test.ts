/**
 * The command line as tired hands type it: exit code 0, 1 or 2, words and no stack trace, one JSON value where one was asked for, an end within
 * twenty seconds. A hundred times as many: `npm run test:long`
 */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { times } from '../long.ts';
import { duban, smallDistrict } from '../run/program.ts';

const good: readonly (readonly string[])[] = [
  ['parse'],
  ['parse', 'seeds/分解.txt', '--explain'],
  ['check', '2025Q2', '--json'],
  ['forms', '2025Q2'],
  ['build', '2025Q2', '--only', 'letters/*', '--jobs', '2'],
  ['build', '2025', '--explain'],
  ['issue', '2025Q2', '--date', '2025-07-15'],
  ['reissue', '2025Q2', '--date', '2025-07-20', '--dry-run'],
  ['reassign', '--task', '7', '--from', '县发改委', '--to', '县税务局', '--effective', '2025-07-01', '--basis', '文'],
  ['archive', '2025Q2', '--date', '2025-07-31'],
  ['verify', 'out/issued', '--json'],
  ['reprint', 'X县督〔2025〕1号'],
  ['status', '2025Q2', '--lang', 'en'],
  ['trace', 'out/2025Q2/ledger.csv', '18'],
  ['init', 'new'],
];

const odd = [
  '',
  '-',
  '--',
  '--json',
  '--no-json',
  '--date=',
  '--date=2025-13-45',
  '--lang=fr',
  '-C',
  '-C/dev/null',
  '--jobs=-1',
  '--jobs=1e9',
  '--only=[',
  '--workspace=不在',
  '2025Q9',
  '0000Q1',
  '99999Q4',
  '../../etc/passwd',
  '/',
  '.',
  '~',
  '{"a":1}',
  '$(x)',
  '甲'.repeat(3000),
  '\u202E甲',
  'e\u0301',
  '🙂',
  '--__proto__=x',
  '--constructor',
  '--help',
  '--version',
];

type Change =
  | { readonly type: 'drop' | 'double' | 'cut' | 'fold'; readonly at: number }
  | { readonly type: 'insert' | 'replace'; readonly at: number; readonly text: string }
  | { readonly type: 'swap'; readonly at: number; readonly with: number };

const at = fc.nat({ max: 12 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ type: fc.constantFrom('drop' as const, 'double' as const, 'cut' as const, 'fold' as const), at }),
  fc.record({ type: fc.constantFrom('insert' as const, 'replace' as const), at, text: fc.constantFrom(...odd) }),
  fc.record({ type: fc.constant('swap' as const), at, with: at }),
);

function changed(args: readonly string[], step: Change): readonly string[] {
  const place = step.at % (args.length + (step.type === 'insert' ? 1 : 0) || 1);
  const word = args[place] ?? '';
  switch (step.type) {
    case 'drop':
      return args.toSpliced(place, 1);
    case 'double':
      return args.toSpliced(place, 0, word);
    case 'cut':
      return args.toSpliced(place, 1, word.slice(0, -1));
    case 'fold':
      return args.toSpliced(place, 1, word.toUpperCase());
    case 'insert':
      return args.toSpliced(place, 0, step.text);
    case 'replace':
      return args.toSpliced(place, 1, step.text);
    case 'swap':
      return args.with(place, args[step.with % args.length] ?? '');
  }
}

test('any command line ends in words', async () => {
  const cwd = path.join(inject('runFolder'), 'mutated');
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  const line = fc.tuple(fc.constantFrom(...good), fc.array(change, { minLength: 1, maxLength: 3 }));
  const property = fc.asyncProperty(line, async ([args, changes]) => {
    // A command line that lost all its words still gets a place to run in.
    const typed = changes.reduce<readonly string[]>((all, step) => (all.length === 0 ? all : changed(all, step)), args);
    const begun = performance.now();
    const { exitCode, stdout, stderr } = await duban(typed, { cwd });
    expect([0, 1, 2]).toContain(exitCode);
    expect(stderr).not.toMatch(/^ {4}at |程序出错|Error:/mu);
    // The suite runs on busy machines; the long form, on its own.
    expect(performance.now() - begun).toBeLessThan(times(120_000, 20_000));
    // A command that ran prints one value; --help and --version print themselves.
    const isJson =
      typed.includes('--json') && !typed.some((each) => /^(?:-h|--help|--version|--|--no-json)$/u.test(each));
    if (isJson && stdout !== '') JSON.parse(stdout);
  });
  await fc.assert(property, { numRuns: times(12, 1200) });
}, 4_000_000);
