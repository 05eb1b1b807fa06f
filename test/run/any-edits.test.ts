/**
 * What runs remember of each other never makes an answer: after any edits of the tables, a command that finds the memory of all runs before
 * says and writes what it says and writes without one.
 */
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, inject, test, vi } from 'vitest';
import { runs } from '../long.ts';
import { duban } from './program.ts';
import { copyOfDistrict, stateOf } from './workspace.ts';

vi.setConfig({ testTimeout: 900_000 });

const edit = fc.record({
  kind: fc.constantFrom('digit', 'digit', 'character', 'row', 'file', 'copy', 'undo', 'undo', 'undo', 'undo'),
  file: fc.nat(1000),
  row: fc.nat(1000),
  column: fc.nat(1000),
  command: fc.constantFrom('build', 'build', 'check'),
  quarter: fc.constantFrom('2025Q1', '2025Q2'),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

let workspaces = 0;

test('whatever is edited, a run with the memory of the runs before says and writes what one without it does', async () => {
  await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 8, maxLength: 12 }), compare), {
    ...runs(1),
    seed: 20261130,
    endOnFailure: true,
  });
});

async function compare(edits: readonly Edit[]): Promise<void> {
  const own = copyOfDistrict(`any edits ${(workspaces += 1)}`);
  const other = path.join(inject('runFolder'), 'any edits, forgotten');
  // What is to be remembered first: edits may be such that nothing is made any more.
  expect((await answer(own, { command: 'build', quarter: '2025Q1' })).exitCode).toBe(0);
  const before: (readonly [file: string, bytes: Buffer | null])[] = [];
  for (const each of edits) {
    const [undone] = each.kind === 'undo' ? before.splice(-1) : [];
    if (undone === undefined) before.push(edited(own, each));
    else restore(undone);
    fs.rmSync(other, { recursive: true, force: true });
    fs.cpSync(own, other, { recursive: true });
    forget(other);
    const [said, saidWithout] = [await answer(own, each), await answer(other, each)];
    expect({ each, said, written: written(own) }).toEqual({ each, said: saidWithout, written: written(other) });
  }
}

async function answer(root: string, { command, quarter }: Pick<Edit, 'command' | 'quarter'>) {
  const { exitCode, stdout, stderr } = await duban([command, quarter, '--json'], { cwd: root });
  return { exitCode, text: `${stdout}${stderr}`.replaceAll(root, '') };
}

/** What came before; null: nothing. */
function edited(root: string, { kind, file: at, row, column }: Edit): readonly [string, Buffer | null] {
  const tables = ['inputs', 'seeds'].flatMap((folder) =>
    Object.keys(stateOf(path.join(root, folder))).map((name) => path.join(root, folder, name)),
  );
  const texts = tables.filter((each) => /\.(?:csv|yaml|txt)$/u.test(each));
  // What all quarters share is more remembered than returns, of which there are many.
  const shared = texts.filter((each) => path.dirname(each).endsWith('inputs'));
  const chosen = at % 2 === 0 ? shared : texts;
  const file = chosen[at % chosen.length] ?? '';
  const bytes = fs.readFileSync(file);
  if (kind === 'copy') {
    fs.copyFileSync(file, `${file}-2.csv`);
    return [`${file}-2.csv`, null];
  }
  if (kind === 'file') fs.rmSync(file);
  else fs.writeFileSync(file, inLine(bytes.toString(), { kind, row, column }));
  return [file, bytes];
}

function inLine(text: string, { kind, row, column }: Pick<Edit, 'kind' | 'row' | 'column'>): string {
  const lines = text.split('\n');
  const at = row % lines.length;
  const line = lines[at] ?? '';
  // Figures stand at the end of most lines.
  const from = kind === 'digit' ? Math.max(0, line.search(/\d\D*$/u) - (column % 3)) : column % (line.length + 1);
  const other = (digit: string): string => String((Number(digit) + 1) % 10);
  if (kind === 'digit') lines[at] = line.slice(0, from) + line.slice(from).replace(/\d/u, other);
  else if (kind === 'character') lines[at] = `${line.slice(0, from)}甲${line.slice(from)}`;
  else lines.splice(at, 1);
  return lines.join('\n');
}

function restore([file, bytes]: readonly [string, Buffer | null]): void {
  if (bytes === null) fs.rmSync(file, { force: true });
  else fs.writeFileSync(file, bytes);
}

const remembers = /(?:^|\/)\.(?:memory|stamp|check)$/u;

function forget(root: string): void {
  for (const file of Object.keys(stateOf(path.join(root, 'out'))).filter((each) => remembers.test(each))) {
    fs.rmSync(path.join(root, 'out', file));
  }
}

function written(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(stateOf(path.join(root, 'out'))).filter(([file]) => !remembers.test(file)));
}
