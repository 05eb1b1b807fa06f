/** The domain knows codes; the words of the trade stand in src/trade, those of papers and messages with papers and messages. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

const root = new URL('../../src/', import.meta.url);

// Folders of the house that say nothing to anybody.
test.each(['domain', 'build', 'disk', 'ooxml'])('src/%s holds no words of Chinese outside comments', (folder) => {
  const files = readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' });
  const spoken = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => wordsIn(`${folder}/${file}`).map((word) => `${file}: ${word}`));
  expect(files.length).toBeGreaterThan(2);
  expect(spoken).toEqual([]);
});

/** Every text of the code, of a regular expression too, that holds a Chinese character. */
function wordsIn(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node === 'string') {
      if (/\p{Script=Han}/u.test(node)) found.push(node);
    } else if (typeof node === 'object' && node !== null) Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(new URL(file, root), 'utf8'), { lang: 'ts' }, file).body);
  return [...new Set(found)];
}
