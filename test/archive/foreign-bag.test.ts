/**
 * Bags that others made, after the cases of the Library of Congress' conformance suite (github.com/LibraryOfCongress/bagit-conformance-suite,
 * public domain): what is valid there is valid here, what is invalid there is told.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBag } from '../../src/archive/verify-bag.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes } from '../register/office.ts';

type Making = {
  readonly version?: string;
  readonly encoding?: string;
  /** bagit.txt as it stands, instead of the two lines. */
  readonly declaration?: string;
  readonly encode?: (text: string) => Uint8Array;
  readonly payload?: Readonly<Record<string, string>>;
  /** The lines of the payload manifest, instead of those of the payload. */
  readonly lines?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
};

function md5(content: Uint8Array | string): string {
  return createHash('md5').update(content).digest('hex');
}

const hello = { 'data/hello.txt': '你好' };

/** What `verify` says of a bag, worst first by the order of its checks. */
function told({
  version = '0.97',
  encoding = 'UTF-8',
  declaration,
  encode = bytes,
  payload = hello,
  lines,
  tags = {},
}: Making): readonly string[] {
  const disk = memoryDisk();
  const put = (file: string, content: Uint8Array): void => disk.write(`bag/${file}`, content);
  for (const [file, content] of Object.entries(payload)) put(file, bytes(content));
  const manifest = lines ?? Object.entries(payload).map(([file, content]) => `${md5(bytes(content))}  ${file}`);
  const texts: Record<string, Uint8Array> = {
    'bagit.txt': bytes(declaration ?? `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`),
    'manifest-md5.txt': encode(`${manifest.join('\n')}\n`),
    ...Object.fromEntries(Object.entries(tags).map(([name, text]) => [name, encode(text)])),
  };
  for (const [file, content] of Object.entries(texts)) put(file, content);
  const tagLines = Object.entries(texts).map(([file, content]) => `${md5(content)}  ${file}\n`);
  put('tagmanifest-md5.txt', encode(tagLines.join('')));
  return verifyBag(disk, 'bag').messages.map(({ severity, code }) => `${severity} ${code}`);
}

describe('the declaration', () => {
  test.each([
    [
      'with a byte order mark, though the tag manifest agrees',
      { declaration: '\uFEFFBagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n' },
      ['error bag-byte-order-mark'],
    ],
    ['without an encoding', { declaration: 'BagIt-Version: 0.97\n' }, ['error bag-version']],
    ['with a version that is none', { version: '.97' }, ['error bag-version']],
    [
      'of 1.0 with blanks where none may be',
      { declaration: 'BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n' },
      ['error bag-version'],
    ],
    [
      'of 1.0 with a line more',
      { declaration: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nx: y\n' },
      ['error bag-version'],
    ],
    [
      'of 1.0 with CRLF and no last line end',
      { declaration: 'BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8' },
      [],
    ],
    ['with an encoding that nobody knows', { encoding: 'KLINGON' }, ['error bag-version']],
  ])('%s', (_, making, expected) => {
    expect(told(making)).toEqual(expected);
  });
});

describe('tag files in another encoding', () => {
  const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  const wide = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const bigWide = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

  test.each([
    ['ISO-8859-1', latin],
    ['UTF-16', wide],
    ['UTF-16', bigWide],
  ] as const)('%s', (encoding, encode) => {
    const payload = { 'data/café.txt': 'x' };
    expect(told({ encoding, encode, payload, tags: { 'bag-info.txt': 'Payload-Oxum: 1.1\n' } })).toEqual([]);
    expect(told({ encoding, encode, payload, tags: { 'bag-info.txt': 'Payload-Oxum: 2.1\n' } })).toEqual([
      'error bag-oxum',
    ]);
  });

  test('GBK, as Chinese programs write', () => {
    const gbk: Readonly<Record<string, number[]>> = { 甲: [0xbc, 0xd7] };
    const encode = (text: string): Uint8Array =>
      Uint8Array.from(Array.from(text).flatMap((letter) => gbk[letter] ?? [letter.charCodeAt(0)]));
    expect(told({ encoding: 'GBK', encode, payload: { 'data/甲.txt': 'x' } })).toEqual([]);
  });
});

describe('%', () => {
  const payload = { 'data/%7Etest1.txt': '1', 'data/%25test2.txt': '2', 'data/~test3.txt': '3' };

  test('is a letter like others before 1.0: told, no error', () => {
    expect(told({ payload })).toEqual(['warning bag-bad-name', 'warning bag-bad-name']);
  });

  test('is percent-encoded in the manifests of 1.0', () => {
    const lines = Object.entries(payload).map(([file, content]) => `${md5(content)}  ${file.replaceAll('%', '%25')}`);
    expect(told({ version: '1.0', payload, lines })).toEqual(['warning bag-bad-name', 'warning bag-bad-name']);
    expect(told({ version: '1.0', payload })).toContain('error bag-missing');
  });
});

describe('manifests', () => {
  const line = `${md5(bytes('你好'))}  data/hello.txt`;

  test.each([
    [
      'that name files from here on: ./data/…',
      { lines: [line.replace('data/', './data/')] },
      ['warning bag-dotted-path'],
    ],
    ['that say a line twice, before 1.0', { lines: [line, line] }, ['warning bag-path-twice']],
    ['that say a line twice', { version: '1.0', lines: [line, line] }, ['error bag-path-twice']],
    ['that say two things of a file', { lines: [line, `${md5('x')}  data/hello.txt`] }, ['error bag-path-twice']],
    [
      'that say two things of a file, once dotted',
      { lines: [line, `${md5('x')}  ./data/hello.txt`] },
      ['warning bag-dotted-path', 'error bag-path-twice'],
    ],
    [
      'that lead out',
      { lines: [line, `${md5('x')}  data/../../x`, `${md5('x')}  ~root/x`, `${md5('x')}  C:\\x`] },
      ['error bag-unsafe-path', 'error bag-unsafe-path', 'error bag-unsafe-path'],
    ],
    ['that lead out through dots', { lines: [line, `${md5('x')}  ././../x`] }, ['error bag-unsafe-path']],
  ] as const)('%s', (_, making, expected) => {
    expect(told(making)).toEqual(expected);
  });

  test('do not cover a file that one of them leaves out', () => {
    expect(told({ payload: { ...hello, 'data/b.txt': 'b' }, lines: [line] })).toEqual(['error bag-extra']);
  });
});

describe('files to be fetched', () => {
  test.each([
    ['that are there', 'http://x/hello - data/hello.txt\r\n', ['info bag-fetched']],
    ['that are not', 'http://x/b 12 data/b.txt\n', ['error bag-to-be-fetched']],
    [
      'that lead out',
      'http://x/b - data/../../b\nhttp://x - ~root/b\nhttp://x - /tmp/b\n',
      ['error bag-fetch-line', 'error bag-fetch-line', 'error bag-fetch-line'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told({ tags: { 'fetch.txt': text } })).toEqual(expected);
  });
});

test('names that Windows and a Mac take for one are told', () => {
  expect(told({ payload: { 'data/hello.txt': '1', 'data/HELLO.txt': '2' } })).toEqual(['warning bag-names-alike']);
  expect(told({ payload: { 'data/é.txt': '1', 'data/e\u0301.txt': '2' } })).toContain('warning bag-names-alike');
});

describe('on a real disk', () => {
  let root: string;

  beforeAll(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-bags-'));
  });

  afterAll(() => fs.rmSync(root, { recursive: true }));

  function bagWith(name: string, make: (file: string) => void, content: string): readonly string[] {
    const disk = diskAt(path.join(root, name));
    disk.write('bagit.txt', bytes('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'));
    disk.write('data/a', bytes('a'));
    make(path.join(disk.root, 'data/b'));
    disk.write('manifest-md5.txt', bytes(`${md5('a')}  data/a\n${content}  data/b\n`));
    const tags = ['bagit.txt', 'manifest-md5.txt'].map((file) => `${md5(disk.read(file) ?? '')}  ${file}\n`);
    disk.write('tagmanifest-md5.txt', bytes(tags.join('')));
    return verifyBag(disk, '.').messages.map(({ severity, code }) => `${severity} ${code}`);
  }

  test('a link to a file elsewhere is no file, whatever it points to', () => {
    fs.writeFileSync(path.join(root, 'elsewhere'), 'b');
    expect(bagWith('link', (file) => fs.symlinkSync('../../elsewhere', file), md5('b'))).toEqual(['error bag-link']);
  });

  test('a pipe is no file, and nobody waits for somebody to write into it', () => {
    const make = (file: string): void => void spawnSync('mkfifo', [file]);
    expect(bagWith('pipe', make, md5(''))).toEqual(['error bag-missing']);
  });

  test('a file that no memory could hold is read piece by piece', () => {
    const size = 300 * 1024 * 1024;
    const zeros = createHash('md5');
    for (let at = 0; at < size; at += 1024 * 1024) zeros.update(Buffer.alloc(1024 * 1024));
    expect(bagWith('large', (file) => fs.writeFileSync(file, ''), zeros.copy().digest('hex'))).toEqual([
      'error bag-changed',
    ]);
    const make = (file: string): void => {
      fs.writeFileSync(file, '');
      fs.truncateSync(file, size);
    };
    expect(bagWith('large', make, zeros.digest('hex'))).toEqual([]);
  });
});
