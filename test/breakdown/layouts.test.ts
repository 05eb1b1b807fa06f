import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

// A folder a layout: source.*, the catalogue expected of it, and the messages a clerk sees.
const root = new URL('../fixtures/breakdown/', import.meta.url);
const layouts = readdirSync(root)
  .toSorted()
  .flatMap((folder) => {
    const source = readdirSync(new URL(`${folder}/`, root)).find((name) => name.startsWith('source.'));
    return source === undefined ? [] : [{ folder, source }];
  });

test.each(layouts)('$folder is read as its catalogue and messages say', async ({ folder, source }) => {
  const bytes = readFileSync(new URL(`${folder}/${source}`, root));
  const { value, messages } = readBreakdown({ path: `seeds/${source}`, bytes });
  const { title, source: identity, period, headings, preamble, tasks } = value.catalogue;
  expect(new Set(tasks.map((task) => task.id)).size).toBe(tasks.length);
  await expect(`${lined({ title, source: identity, period, headings, preamble, tasks })}\n`).toMatchFileSnapshot(
    `../fixtures/breakdown/${folder}/catalogue.json`,
  );
  const words = messages.map((message) => wordMessage(message, 'zh')).join('\n');
  await expect(`${words}\n`).toMatchFileSnapshot(`../fixtures/breakdown/${folder}/messages.txt`);
});

/** JSON with one task, heading or paragraph a line, so that a change is one line of a diff. */
function lined(value: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(value).flatMap(([key, each]) => {
    if (!Array.isArray(each) || each.length === 0) return [`"${key}": ${JSON.stringify(each)}`];
    return [`"${key}": [\n${each.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]`];
  });
  return `{\n${parts.join(',\n')}\n}`;
}
