/** One word for one thing: a name that two files export sends whoever searches for it to the other thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

const root = new URL('../../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

test('no two files of src export one name', () => {
  const homes = new Map<string, string[]>();
  for (const file of files) for (const name of exportedBy(file)) homes.set(name, [...(homes.get(name) ?? []), file]);
  expect(homes.size).toBeGreaterThan(500);
  expect([...homes].filter(([, where]) => where.length > 1)).toEqual([]);
});

test('an option that several commands have is written once', () => {
  const commands = files.filter((file) => file.startsWith('cli'));
  const written = commands.flatMap((file) => declared(readFileSync(new URL(file, root), 'utf8')));
  expect(written.length).toBeGreaterThan(30);
  expect(written.filter((each, at) => written.indexOf(each) !== at)).toEqual([]);
});

/** Options and positional arguments as they are told to yargs. */
function declared(text: string): readonly string[] {
  return [...text.matchAll(/\.(?:option|positional)\(\s*'[^}]*\}/gu)].map(([each]) => each.replaceAll(/\s+/gu, ' '));
}

function exportedBy(file: string): readonly string[] {
  const { body } = parseAst(readFileSync(new URL(file, root), 'utf8'), { lang: 'ts' }, file);
  return body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) return [];
    const { declaration } = node;
    if (declaration.type === 'VariableDeclaration')
      return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
    return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
  });
}
