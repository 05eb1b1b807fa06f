/** docs/gb-t-9704.md says what is done and which test shows it: that much of it can be checked. */
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { signatoryStyle, styles } from '../../../src/write/docx/styles.ts';

type Row = { readonly clause: string; readonly state: string; readonly how: string };

const rows = fs
  .readFileSync('docs/gb-t-9704.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:\d|—)/u.test(line))
  .map((line): Row => {
    const [, clause = '', , state = '', how = ''] = line.split('|').map((cell) => cell.trim());
    return { clause, state, how };
  });
const titles = ['geometry', 'kept-together']
  .map((name) => fs.readFileSync(`test/write/docx/${name}.test.ts`, 'utf8'))
  .join('\n');
const named = (pattern: RegExp): readonly string[] =>
  rows.flatMap(({ how }) => Array.from(how.matchAll(pattern), (match) => match[1] ?? ''));

test('every clause of the standard has a row with a state', () => {
  const clauses = rows.flatMap(({ clause }) => clause.split(/[,–] ?/u));
  for (const clause of [
    '5.1',
    '5.2.1',
    '5.2.3',
    '7.2.1',
    '7.2.4',
    '7.2.7',
    '7.3.1',
    '7.3.7',
    '7.4.1',
    '7.5',
    '8',
    '10.1',
    '10.3',
  ]) {
    expect(clauses).toContain(clause);
  }
  for (const { state } of rows) expect(state).toMatch(/^(?:done|not done|not applicable)/u);
});

test('what is said to be measured has a test that names its clause, or the test that is named', () => {
  const untested = rows
    .filter(({ state }) => state.includes('measured'))
    .filter(({ clause, how }) => {
      const numbers = clause.split(/[,–] ?/u);
      return (
        !numbers.some((number) =>
          new RegExp(`(?<![\\d.])${number.replaceAll('.', '\\.')}(?![\\d.])`, 'u').test(titles),
        ) && !/"[^"]+"|`test\//u.test(how)
      );
    });
  expect(untested.map(({ clause }) => clause)).toEqual([]);
  expect(named(/"([^"…]+)…?"/gu).filter((title) => !titles.includes(title))).toEqual([]);
});

test('the files and styles that it names are there', () => {
  expect(named(/`((?:src|test)\/[^`]+)`/gu).filter((file) => !fs.existsSync(file))).toEqual([]);
  const known = new Set<string>([...styles, signatoryStyle].map(({ name }) => name));
  const said = named(/styles? ([^.;|"(]+)/gu).flatMap((list) => list.split(/[,、] ?/u).map((name) => name.trim()));
  const chinese = said.filter((name) => /^\p{Script=Han}+$/u.test(name) && name !== '标题');
  expect(chinese.length).toBeGreaterThan(8);
  expect(chinese.filter((name) => !known.has(name) && name !== '正文')).toEqual([]);
});
