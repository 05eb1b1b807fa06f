/** The documents say what is there: commands, packages, templates, files and message codes that they name exist, and none is left out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { officeTables } from '../../src/workspace/tables.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const below = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);

const readmes = ['README.md', 'README.zh-CN.md'];
const manual = 'docs/使用手册.md';
const documents = [...readmes, 'CHANGELOG.md', ...below('docs').filter((file) => file.endsWith('.md'))];

describe.each(readmes)('%s', (file) => {
  test('has a row for every command', () => {
    const text = read(file);
    expect(commands.map(({ name }) => name).filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });
});

test('the manual shows every command that a clerk types', () => {
  const forEngineers = new Set(['merge']);
  const typed = commands.filter(({ name }) => !forEngineers.has(name)).map(({ name }) => name);
  expect(typed.filter((name) => !read(manual).includes(`duban ${name}`))).toEqual([]);
});

test('README.md says of every package what it saves', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const [, table = ''] = read('README.md').split('## Dependencies');
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !new RegExp(`(?<![\\w/-])${name}(?![\\w/-])`, 'u').test(table))).toEqual([]);
});

test('the manual names every template of a paper, and no other', () => {
  const shipped = readdirSync(path.join(root, 'templates')).filter((file) => file.endsWith('.hbs'));
  const named = [...read(manual).matchAll(/`(?<name>[a-z-]+\.hbs)`/gu)].map((match) => match.groups?.['name'] ?? '');
  expect([...new Set(named)].toSorted()).toEqual(shipped.toSorted());
});

test('the message codes of the manual are codes of the program', () => {
  const wording = below('src/message/wording')
    .filter((file) => file.endsWith('.ts'))
    .map(read)
    .join('\n');
  const [, section = ''] = read(manual).split('## 三、');
  const codes = [...section.matchAll(/`(?<code>[a-z]+(?:-[a-z0-9]+)*-?)…?`/gu)].map(
    (match) => match.groups?.['code'] ?? '',
  );
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !new RegExp(`['\\s]${code}`, 'u').test(wording))).toEqual([]);
});

test.each(documents)('%s names files that exist', (file) => {
  const text = read(file);
  const paths = [
    ...text.matchAll(/`(?<path>(?:src|test|docs|templates|inputs)\/[\w./-]*\.(?:ts|mjs|md|hbs|yaml|csv))`/gu),
  ];
  const links = [...text.matchAll(/\]\((?<path>[^()#:]+)(?:#[^()]*)?\)/gu)];
  const named = [
    ...paths.map((match) => match.groups?.['path'] ?? ''),
    ...links.map((match) => path.join(path.dirname(file), decodeURI(match.groups?.['path'] ?? ''))),
  ].filter((name) => !name.startsWith('inputs/2'));
  // The sample has not every table that an office may keep.
  const tables = new Set(Object.keys(officeTables).map((name) => `inputs/${name}`));
  expect(named.filter((name) => !tables.has(name) && !existsSync(path.join(root, name)))).toEqual([]);
});
