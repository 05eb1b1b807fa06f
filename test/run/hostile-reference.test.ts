/** templates/reference.docx as it may come: exit code 1 and words about the file, never a fault of the program, never a paper with what is in it. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { readZip, writeZip } from '../../src/ooxml/zip.ts';
import { duban, repository, smallDistrict } from './program.ts';

vi.setConfig({ testTimeout: 300_000 });

const good = fs.readFileSync(path.join(repository, 'test/fixtures/reference/libreoffice.docx'));

type Parts = ReadonlyMap<string, Uint8Array>;

const limits = { entries: 500, entryBytes: 1 << 28, totalBytes: 1 << 28 };

/** The good package with some of its parts changed. */
function packed(change: (parts: Parts) => Iterable<readonly [string, string | Uint8Array]>): Uint8Array {
  const { value: parts } = readZip(good, limits, { file: '', row: null, column: null });
  const changed = new Map<string, string | Uint8Array>([...parts, ...change(parts)]);
  return writeZip(
    [...changed].map(([name, bytes]) => ({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes })),
  );
}

function textOf(parts: Parts, name: string): string {
  return new TextDecoder().decode(parts.get(name));
}

const rels = 'word/_rels/document.xml.rels';
const outside = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
const styles = (inside: string): string =>
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:styles>`;

test.each([
  ['macros', () => packed(() => [['word/vbaProject.bin', 'x']])],
  [
    'a template elsewhere',
    () =>
      packed((parts) => [
        [
          rels,
          textOf(parts, rels).replace(
            '</Relationships>',
            `<Relationship Id="x" Type="${outside}" Target="http://x/y.dotm" TargetMode="External"/></Relationships>`,
          ),
        ],
      ]),
  ],
  ['a bomb', () => packed(() => [['word/media/b.bin', new Uint8Array(40 << 20)]])],
  ['entities', () => packed(() => [['word/styles.xml', `<!DOCTYPE x [<!ENTITY a "aa">]>${styles('&a;')}`]])],
  [
    'elements nested by the ten thousand',
    () => packed(() => [['word/styles.xml', styles(`${'<w:x>'.repeat(20_000)}${'</w:x>'.repeat(20_000)}`)]]),
  ],
  ['styles that are none', () => packed(() => [['word/styles.xml', '甲']])],
  ['a name that leads out', () => packed(() => [['../evil.txt', 'x']])],
  ['half a file', () => good.subarray(0, 2000)],
  ['text', () => Buffer.from('甲')],
  ['nothing', () => new Uint8Array()],
] as const)('with %s', async (name, make) => {
  const cwd = path.join(inject('runFolder'), `reference-${name}`);
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  fs.mkdirSync(path.join(cwd, 'templates'));
  fs.writeFileSync(path.join(cwd, 'templates/reference.docx'), make());
  const { exitCode, stderr } = await duban(['build', '2025Q2', '--quiet', '--lang', 'zh'], { cwd });
  expect([exitCode, stderr.includes('templates/reference.docx')]).toEqual([1, true]);
  expect(fs.existsSync(path.join(cwd, 'out/2025Q2/letters'))).toBe(false);
});
