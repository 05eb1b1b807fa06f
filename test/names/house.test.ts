/** The house as docs/contributing.md draws it: few rooms, few floors, every import downwards, nothing that the program does not reach. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

const root = new URL('../../src/', import.meta.url);
// src/bundle makes what is handed out and is no part of the program.
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('bundle/'));
const imports = new Map(files.map((file) => [file, importedBy(file)]));

const roomOf = (file: string): string => file.split('/')[0] ?? file;
const rooms = [...new Set(files.map(roomOf))];
const above = (room: string): readonly string[] => {
  const taken = files.filter((file) => roomOf(file) === room).flatMap((file) => imports.get(file) ?? []);
  return [...new Set(taken.map(roomOf))].filter((other) => other !== room);
};

test('one file stands loose, the others in at most 20 rooms', () => {
  expect(files.filter((file) => !file.includes('/'))).toEqual(['cli.ts']);
  expect(rooms.length).toBeLessThanOrEqual(20);
});

test('rooms stand on at most 9 floors, and no room above one that it stands on', () => {
  const floors = new Map<string, number>();
  const floorOf = (room: string, below: readonly string[]): number => {
    expect(below, 'a circle of rooms').not.toContain(room);
    const floor = floors.get(room) ?? 1 + Math.max(0, ...above(room).map((each) => floorOf(each, [...below, room])));
    floors.set(room, floor);
    return floor;
  };
  expect(Math.max(...rooms.map((room) => floorOf(room, [])))).toBeLessThanOrEqual(9);
});

test('the program reaches every file', () => {
  const reached = new Set<string>();
  const go = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    imports.get(file)?.forEach(go);
  };
  go('cli.ts');
  // Begun by its name, in a thread of its own.
  go('run/writing-worker.ts');
  expect(files.filter((file) => !reached.has(file))).toEqual([]);
});

test('a file of twenty lines that one file of its room alone imports has joined it', () => {
  const lines = (file: string): number => readFileSync(new URL(file, root), 'utf8').split('\n').length - 1;
  const alone = files.filter((file) => {
    const [importer, ...others] = files.filter((other) => imports.get(other)?.includes(file));
    return importer !== undefined && others.length === 0 && roomOf(importer) === roomOf(file) && lines(file) <= 20;
  });
  // A command, and what is exchanged when the program is bundled.
  expect(alone.toSorted()).toEqual(['cli/merge.ts', 'document/shipped-programs.ts', 'write/pdf/shipped-coverage.ts']);
});

test('each kind of workbook is read through the one table of readers', () => {
  const readers = files.filter((file) => /^table\/\w+\/read-\w+\.ts$/u.test(file));
  expect(readers).toHaveLength(5);
  const askers = files.filter((file) => imports.get(file)?.some((from) => readers.includes(from)));
  expect(askers).toEqual(['table/workbooks.ts']);
});

/** Types are counted: they tie two files as values do. */
function importedBy(file: string): readonly string[] {
  const text = readFileSync(new URL(file, root), 'utf8');
  const { body } = parseAst(text, { lang: 'ts' }, file);
  const named = body.flatMap((node) => ('source' in node && node.source !== null ? [node.source.value] : []));
  const late = [...text.matchAll(/import\(\s*'(?<from>\.[^']+)'\s*\)/gu)].map((match) => match.groups?.['from'] ?? '');
  return [...named, ...late]
    .filter((from) => from.startsWith('.'))
    .map((from) => path.posix.join(path.posix.dirname(file), from))
    .filter((target) => files.includes(target));
}
