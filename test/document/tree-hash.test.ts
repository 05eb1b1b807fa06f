/** The hash of what a paper says is that of its JSON, however long it is. */
import { expect, test } from 'vitest';
import { sha256 } from '../../src/disk/sha256.ts';
import { treeHash } from '../../src/document/tree-hash.ts';
import type { Block, Document, Table } from '../../src/document/tree.ts';

function table(rows: number): Table {
  const cell = (value: string) => ({
    lines: [[{ type: 'text', value, isStrong: false }]],
    style: 'plain',
    columnSpan: 1,
    rowSpan: 1,
  });
  const made = Array.from({ length: rows }, (_, at) => ({ cells: [cell(`第${at}项“引”\n`), cell('𠮷\uD800')] }));
  const shape = {
    type: 'table',
    caption: '表',
    columns: [{ share: 1, align: 'left', kind: 'text' }],
    header: [],
    rows: made,
  };
  return shape as unknown as Table;
}

const paragraph: Block = { type: 'paragraph', children: [] } as unknown as Block;

function paper(children: readonly Block[]): Document {
  // What is undefined is not printed; the order of the keys is.
  return { meta: { format: 'table', title: '台账', note: undefined }, children } as unknown as Document;
}

const annex = (children: readonly Block[]): Block =>
  ({ type: 'annex', number: undefined, title: '附', orientation: 'landscape', children }) as unknown as Block;

test.each([
  ['without anything', paper([])],
  ['short', paper([paragraph, table(10)])],
  ['with a long table', paper([paragraph, table(3000), paragraph])],
  ['with long tables in an annex', paper([table(3), annex([paragraph, table(2500), table(0)]), annex([])])],
  ['with its keys in another order', { children: [table(2500)], meta: paper([]).meta } as Document],
])('a paper %s', (_, document) => {
  expect(treeHash(document)).toBe(sha256(JSON.stringify(document)));
});

test('no text of a long paper is longer than a row', () => {
  const original = JSON.stringify;
  let longest = 0;
  JSON.stringify = (value: unknown) => {
    const text = original(value);
    longest = Math.max(longest, text.length);
    return text;
  };
  try {
    treeHash(paper([table(3000)]));
  } finally {
    JSON.stringify = original;
  }
  expect(longest).toBeGreaterThan(100);
  expect(longest).toBeLessThan(1000);
});
