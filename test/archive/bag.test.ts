import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyBag } from '../../src/archive/verify-bag.ts';
import { writeBag } from '../../src/archive/write-bag.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { hasErrors } from '../../src/message/message.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes } from '../register/office.ts';
import { bagged, folder, words, write } from './bag.ts';
import { runs } from '../long.ts';

const pdf = `${folder}/data/电子档案/0001/0001.pdf`;

/** The messages after a change of the bag. */
function after(change: (disk: ReturnType<typeof bagged>) => void): readonly string[] {
  const disk = bagged();
  change(disk);
  return words(verifyBag(disk, folder).messages);
}

function text(disk: ReturnType<typeof bagged>, file: string): string {
  return new TextDecoder().decode(disk.read(`${folder}/${file}`) ?? new Uint8Array());
}

describe('a bag', () => {
  test('has payload, both manifests, both tag manifests, declaration and info', () => {
    const disk = bagged();
    expect(disk.list('out').map((file) => file.slice(folder.length + 1))).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/其他/空.csv',
      'data/电子档案/0001/0001.pdf',
      'data/说明文件.TXT',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
    ]);
    expect(text(disk, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(text(disk, 'bag-info.txt')).toBe(
      'Source-Organization: 某区 督查室\nBagging-Date: 2024-12-31\nPayload-Oxum: 10.3\n',
    );
    expect(text(disk, 'manifest-sha256.txt')).toMatch(
      /^e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 {2}data\/其他\/空.csv\n/,
    );
    expect(verifyBag(disk, folder)).toEqual({
      value: { files: 9, missing: [], changed: [], extra: [], badlyNamed: [] },
      messages: [],
    });
  });

  test('passes sha256sum -c and sha512sum -c', ({ skip }) => {
    skip(spawnSync('sha512sum', ['--version']).status !== 0, 'sha512sum is not installed');
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-bag-'));
    expect(words(write(diskAt(root)))).toEqual([]);
    const cwd = path.join(root, folder);
    for (const algorithm of ['sha256', 'sha512']) {
      for (const manifest of ['manifest', 'tagmanifest']) {
        const check = spawnSync(`${algorithm}sum`, ['-c', '--strict', `${manifest}-${algorithm}.txt`], { cwd });
        expect(check.status).toBe(0);
      }
    }
    expect(words(verifyBag(diskAt(cwd), '.').messages)).toEqual([]);
    fs.rmSync(root, { recursive: true });
  });

  test('is not made when its own proof fails, and half a bag is thrown away', () => {
    const disk = memoryDisk();
    disk.write('out/archive/.X001-2024Q3-01.part/data/old', bytes('of a run that was killed'));
    const plan = { folder, info: [], payload: [{ path: '50%.csv', bytes: bytes('') }] };
    expect(words(writeBag(disk, plan))).toEqual([
      'out/archive/.X001-2024Q3-01.part/data/50%.csv 错误 bag-bad-name 文件名不合要求：含“%”，有的程序会误读',
    ]);
    expect(disk.list('out')).toEqual([]);
    expect(words(write(disk))).toEqual([]);
  });
});

describe('verify tells apart', () => {
  test('a flipped byte', () => {
    expect(after((disk) => disk.write(pdf, bytes('%PDG')))).toEqual([
      'data/电子档案/0001/0001.pdf 错误 bag-changed 改动：内容与校验码不符',
    ]);
  });

  test('a removed file, also of those that hold nothing', () => {
    expect(
      after((disk) => {
        disk.remove(pdf);
        disk.remove(`${folder}/data/其他/空.csv`);
      }),
    ).toEqual([
      'bag-info.txt 错误 bag-oxum 内容的总字节数和文件数应为 10.3，现为 6.1',
      'data/其他/空.csv 错误 bag-missing 缺失：清单中有此文件，包中没有',
      'data/电子档案/0001/0001.pdf 错误 bag-missing 缺失：清单中有此文件，包中没有',
    ]);
  });

  test.each(['data/.DS_Store', 'Thumbs.db', 'extra/x.txt'])('an added file: %s', (name) => {
    expect(after((disk) => disk.write(`${folder}/${name}`, bytes(''))).at(-1)).toBe(
      `${name} 错误 bag-extra 多余：包中有此文件，清单中没有`,
    );
  });

  test('an edited tag file, an edited manifest, a removed tag manifest', () => {
    expect(after((disk) => disk.write(`${folder}/bag-info.txt`, bytes('Payload-Oxum: 10.3\n')))).toEqual([
      'bag-info.txt 错误 bag-changed 改动：内容与校验码不符',
    ]);
    expect(
      after((disk) => {
        const manifest = text(disk, 'manifest-sha512.txt');
        disk.write(`${folder}/manifest-sha512.txt`, bytes(manifest.split('\n').slice(1).join('\n')));
      }),
    ).toEqual([
      'manifest-sha512.txt 错误 bag-changed 改动：内容与校验码不符',
      'data/其他/空.csv 错误 bag-extra 多余：包中有此文件，清单中没有',
    ]);
    expect(
      after((disk) => {
        disk.remove(`${folder}/tagmanifest-sha256.txt`);
        disk.remove(`${folder}/tagmanifest-sha512.txt`);
      }),
    ).toEqual([
      'bagit.txt 错误 bag-no-tag-manifest 没有可用的标签清单（tagmanifest-….txt），说明性文件是否被改动无法核验',
    ]);
  });

  test('names that differ in Unicode form only, as a Mac writes them: the content is still checked', () => {
    const disk = memoryDisk();
    const payload = [{ path: 'é.pdf', bytes: bytes('甲') }];
    writeBag(disk, { folder, payload, info: [] });
    disk.rename(`${folder}/data/é.pdf`, `${folder}/data/e\u0301.pdf`);
    const named = 'data/e\u0301.pdf 错误 bag-bad-name 文件名不合要求：不是 NFC 形式的字符，换一台计算机可能找不到';
    expect(words(verifyBag(disk, folder).messages)).toEqual([named]);
    disk.write(`${folder}/data/e\u0301.pdf`, bytes('乙'));
    expect(words(verifyBag(disk, folder).messages)).toEqual([
      'data/é.pdf 错误 bag-changed 改动：内容与校验码不符',
      named,
    ]);
  });

  test('names with line breaks, % or backslashes, and names that Windows cannot have', () => {
    for (const [name, severity, fault] of [
      ['a\nb', '错误', '含换行等控制字符'],
      ['a%0Ab', '警告', '含“%”，有的程序会误读'],
      ['a\\b', '错误', '指向包外或含“\\”'],
      ['CON.txt', '警告', '在 Windows 上不能使用此名称'],
      ['a：b?', '警告', '在 Windows 上不能使用此名称'],
    ] as const) {
      const told = after((disk) => disk.write(`${folder}/data/${name}`, bytes('')));
      expect(told.at(-1)).toBe(
        `data/${name.replace('\n', String.raw`\x0a`)} ${severity} bag-bad-name 文件名不合要求：${fault}`,
      );
    }
  });
});

test('any flipped byte, removed file or added file is found', () => {
  const whole = bagged();
  // A tag manifest is the end of the chain; that one is proved by the register (archive-quarter.test.ts).
  const files = whole.list(folder).filter((file) => !file.includes('/tagmanifest-'));
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 1, max: 255 }), (file, at, flip) => {
      const disk = bagged();
      const content = disk.read(file) ?? new Uint8Array();
      const changed = Uint8Array.from(content.length === 0 ? [flip] : content);
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ flip;
      disk.write(file, content.length === 0 ? Uint8Array.of(flip) : changed);
      expect(hasErrors(verifyBag(disk, folder).messages)).toBe(true);
      disk.remove(file);
      expect(hasErrors(verifyBag(disk, folder).messages)).toBe(true);
      disk.write(file, content);
      expect(verifyBag(disk, folder).messages).toEqual([]);
      disk.write(`${file}.${flip}`, content);
      expect(hasErrors(verifyBag(disk, folder).messages)).toBe(true);
    }),
    runs(200),
  );
});

describe('verify refuses', () => {
  test('a folder that is no bag', () => {
    expect(words(verifyBag(memoryDisk(), folder).messages)).toEqual([
      'bagit.txt 错误 not-a-bag 不是档案包：缺少 bagit.txt；请核对路径',
    ]);
  });

  test('a bag whose declaration was removed: the rest is still checked', () => {
    const told = after((disk) => disk.remove(`${folder}/bagit.txt`));
    expect(told).toEqual([
      'bagit.txt 错误 bag-no-declaration 缺少 bagit.txt：不再是完整的档案包；其余文件仍按清单核验',
      'bagit.txt 错误 bag-missing 缺失：清单中有此文件，包中没有',
    ]);
  });

  test('a manifest that leads out of the bag, names a file twice or is no manifest: with the row', () => {
    const told = after((disk) => {
      const line = text(disk, 'manifest-sha256.txt').split('\n')[0] ?? '';
      const evil = `${line}\n${line}\n${'0'.repeat(64)}  ../../../etc/passwd\n${'0'.repeat(64)}  bagit.txt\nnonsense\n`;
      disk.write(`${folder}/manifest-sha256.txt`, bytes(evil));
    });
    expect(told.slice(0, 4)).toEqual([
      'manifest-sha256.txt:5 错误 bag-line 清单的这一行不是“校验码 路径”',
      'manifest-sha256.txt:2 错误 bag-path-twice 清单中“data/其他/空.csv”出现两次',
      'manifest-sha256.txt:3 错误 bag-unsafe-path 清单中的路径“../../../etc/passwd”指向包外或位置不对，未核验',
      'manifest-sha256.txt:4 错误 bag-unsafe-path 清单中的路径“bagit.txt”指向包外或位置不对，未核验',
    ]);
  });

  test('another version, an unknown algorithm, files to be fetched', () => {
    const told = after((disk) => {
      disk.write(`${folder}/bagit.txt`, bytes('BagIt-Version: 2.0\nTag-File-Character-Encoding: GBK\n'));
      disk.write(`${folder}/manifest-crc32.txt`, bytes('00  data/x\n'));
      disk.write(`${folder}/fetch.txt`, bytes('http://x - data/x\n'));
    });
    expect(told.slice(0, 3)).toEqual([
      'bagit.txt 错误 bag-version 只能核验 BagIt 0.93 至 1.0 的包，bagit.txt 应为规定的两行；此包为“2.0”、“GBK”，暂按 1.0、UTF-8 核验',
      'fetch.txt:1 错误 bag-to-be-fetched “data/x”只有下载地址，包中没有；请先取齐文件',
      'manifest-crc32.txt 错误 bag-algorithm 不认识校验算法“crc32”，此清单未核验；可用：md5、sha1、sha224、sha256、sha384、sha512',
    ]);
  });

  test('but takes a bag of another maker: md5, upper case, CRLF, encoded names', () => {
    const disk = memoryDisk();
    disk.write('bag/bagit.txt', bytes('BagIt-Version: 0.97\r\nTag-File-Character-Encoding: utf-8\r\n'));
    disk.write('bag/bag-info.txt', bytes('Payload-Oxum:\r\n  3.1\r\n'));
    disk.write('bag/data/甲', bytes('甲'));
    const hash = createHash('md5').update('甲').digest('hex').toUpperCase();
    disk.write('bag/manifest-md5.txt', bytes(`${hash} *data/甲\r\n`));
    const { value, messages } = verifyBag(disk, 'bag');
    expect(messages.map(({ code }) => code)).toEqual(['bag-no-tag-manifest']);
    expect(value).toMatchObject({ missing: [], changed: [], extra: [] });
  });
});
