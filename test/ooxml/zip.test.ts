import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { wordMessage } from '../../src/message/wording/word.ts';
import { readZip, writeZip } from '../../src/ooxml/zip.ts';
import type { ZipEntry } from '../../src/ooxml/zip-data.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const sample = [
  { name: '[Content_Types].xml', bytes: bytesOf('<Types/>') },
  { name: 'word/督办.xml', bytes: bytesOf('督办通知'.repeat(500)) },
  { name: 'empty', bytes: new Uint8Array() },
] satisfies readonly ZipEntry[];

/** The place of an entry's central header: the last spot where its name stands. */
function patched(zip: Uint8Array, edit: (bytes: Buffer, central: number) => void): Uint8Array {
  const copy = Buffer.from(zip);
  edit(copy, copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2])));
  return copy;
}

function refusal(zip: Uint8Array, limits?: Parameters<typeof readZip>[1]): string {
  const result = readZip(zip, limits, { file: 'templates/reference.docx', row: null, column: null });
  expect(result.value.size).toBe(0);
  expect(result.messages).toHaveLength(1);
  return result.messages.map((message) => wordMessage(message, 'en')).join('');
}

test('what is written is read back, in the same order and without a message', () => {
  const { value, messages } = readZip(writeZip(sample));
  expect(messages).toEqual([]);
  expect([...value].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual(
    sample.map((entry) => [entry.name, Buffer.from(entry.bytes).toString()]),
  );
});

test('texts are written as their bytes are, however many, short or long', () => {
  const texts = ['', '督办', '<w:t>', '😀', 'x'.repeat(70_000), '通知'.repeat(900_000)];
  for (const some of [texts, texts.slice(0, 3), ['督'], [], texts]) {
    const bytes = bytesOf(some.join(''));
    expect(Buffer.from(writeZip([{ name: 'a', texts: some }]))).toEqual(Buffer.from(writeZip([{ name: 'a', bytes }])));
  }
});

test('any names and bytes come back', () => {
  const name = fc.stringMatching(/^[a-z督办][a-z督办/.]{0,12}[a-z]$/).filter((text) => !text.split('/').includes('..'));
  const entries = fc.uniqueArray(fc.record({ name, bytes: fc.uint8Array({ maxLength: 3000 }) }), {
    selector: (entry) => entry.name,
  });
  fc.assert(
    fc.property(entries, (each) => {
      const { value, messages } = readZip(writeZip(each));
      expect(messages).toEqual([]);
      expect([...value].map(([key, bytes]) => ({ name: key, bytes: new Uint8Array(bytes) }))).toEqual(each);
    }),
    { numRuns: 60 },
  );
});

test.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])(
  'the bytes are the same in the time zone %s',
  (zone) => {
    vi.stubEnv('TZ', 'UTC');
    const here = writeZip(sample);
    vi.stubEnv('TZ', zone);
    expect(new Date(2024, 0, 1).getTimezoneOffset()).not.toBe(0);
    expect(writeZip(sample)).toEqual(here);
    vi.unstubAllEnvs();
  },
);

test('another unzip program accepts the package, with its Chinese names', (context) => {
  if (spawnSync('unzip', ['-v']).error !== undefined) return context.skip('unzip is not installed');
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'duban-zip-')), 'a.zip');
  fs.writeFileSync(file, writeZip(sample));
  expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
  fs.rmSync(path.dirname(file), { recursive: true });
});

test('a name given twice is a mistake of the program', () => {
  const twice = { name: 'a', bytes: bytesOf('1') };
  expect(() => writeZip([twice, twice])).toThrow('named twice');
});

test.each([
  ['nothing', new Uint8Array()],
  ['a text', bytesOf('序号,任务\n1,…')],
  ['a half', writeZip(sample).subarray(0, 200)],
])('%s is no zip', (_, bytes) => {
  expect(refusal(bytes)).toMatch(/^templates\/reference.docx error zip-unreadable not a whole zip package/);
});

test.each(['../evil', 'a/../../evil', '/etc/passwd', 'C:/evil', '..\\evil', '\\evil'])(
  'the name %s is refused',
  (name) => {
    expect(refusal(writeZip([{ name, bytes: bytesOf('x') }]))).toContain(
      `zip-unsafe-name the name “${name.replaceAll('\\', '/')}” in the package leads outside it`,
    );
  },
);

test('names that Windows programs wrote with backslashes are read as if with slashes', () => {
  const { value, messages } = readZip(writeZip([{ name: 'xl\\workbook.xml', bytes: bytesOf('x') }]));
  expect([[...value.keys()], messages]).toEqual([['xl/workbook.xml'], []]);
});

test('a name that stands twice is refused', () => {
  const zip = Buffer.from(
    writeZip([
      { name: 'aaa', bytes: bytesOf('1') },
      { name: 'bbb', bytes: bytesOf('2') },
    ]),
  );
  zip.write('aaa', zip.lastIndexOf('bbb'), 'latin1');
  expect(refusal(zip)).toContain('zip-duplicate-name “aaa” stands twice');
});

test('an encrypted entry is refused', () => {
  expect(refusal(patched(writeZip(sample), (bytes, at) => bytes.writeUInt16LE(0x0801, at + 8)))).toContain(
    'zip-encrypted',
  );
});

test('a wrong checksum, size, method or offset is refused', () => {
  const zip = writeZip(sample);
  for (const edit of [
    (bytes: Buffer, at: number) => bytes.writeUInt32LE(7, at + 16),
    (bytes: Buffer, at: number) => bytes.writeUInt32LE(7, at + 24),
    (bytes: Buffer, at: number) => bytes.writeUInt16LE(12, at + 10),
    (bytes: Buffer, at: number) => bytes.writeUInt32LE(9, at + 42),
    (bytes: Buffer, at: number) => bytes.writeUInt32LE(0xfffffff, at + 42),
    (bytes: Buffer, at: number) => bytes.writeUInt32LE(0xfffffff, at + 20),
  ]) {
    expect(refusal(patched(zip, edit))).toContain('zip-damaged-entry “[Content_Types].xml” in the package is damaged');
  }
});

test('damaged packed data is refused', () => {
  const zip = Buffer.from(writeZip([{ name: 'a', bytes: bytesOf('督办'.repeat(99)) }]));
  zip.fill(0xff, 31, 40);
  expect(refusal(zip)).toContain('zip-damaged-entry');
});

test('a header that lies about its size cannot unpack more than the limit', () => {
  const bomb = writeZip([{ name: 'bomb', bytes: new Uint8Array(5_000_000) }]);
  const lying = patched(bomb, (bytes, at) => bytes.writeUInt32LE(10, at + 24));
  const limits = { entries: 10, entryBytes: 1_000_000, totalBytes: 2_000_000 };
  expect(refusal(bomb, limits)).toContain('zip-too-large “bomb” in the package unpacks to more than 1000000 bytes');
  expect(refusal(lying, limits)).toContain('zip-too-large');
});

test('the limits on all bytes and on the number of entries hold', () => {
  const entries = ['a', 'b', 'c'].map((name) => ({ name, bytes: new Uint8Array(100) }));
  const limits = { entries: 3, entryBytes: 100, totalBytes: 250 };
  expect(refusal(writeZip(entries), limits)).toContain(
    'zip-too-large “c” in the package unpacks to more than 50 bytes',
  );
  expect(refusal(writeZip([...entries, { name: 'd', bytes: new Uint8Array() }]), limits)).toContain(
    'zip-too-many-entries the package holds 4 files, more than 3',
  );
});

test('folders are passed over and names in GBK are understood', () => {
  const zip = Buffer.from(
    writeZip([
      { name: 'folder/', bytes: new Uint8Array() },
      { name: 'xxxx', bytes: bytesOf('1') },
    ]),
  );
  Buffer.from([0xb6, 0xbd, 0xb0, 0xec]).copy(zip, zip.lastIndexOf('xxxx'));
  expect([...readZip(zip).value.keys()]).toEqual(['督办']);
});
