import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FontRole } from '../../../src/document/fonts.ts';
import { openFaces, type FaceFile, type PdfFaces } from '../../../src/write/pdf/faces.ts';
import { shippedFaces, shippedFile } from '../../../src/write/pdf/shipped-faces.ts';
import { createPdfWriter } from '../../../src/write/pdf/writer.ts';
import { pdfText } from '../../../src/write/pdf/reader/pdf-text.ts';
import { wordMessage } from '../../../src/message/wording/word.ts';
import { isSkipped } from '../../pdf-tools.ts';
import { paragraph } from '../sample-documents.ts';
import { faceMessages, faces, readShipped, shippedFiles, tableMeta } from './shipped.ts';

/** The shipped faces with one of them replaced. */
const withFace = (role: FontRole, face: Partial<FaceFile>): PdfFaces => ({
  ...shippedFiles,
  [role]: { file: 'fonts/own.ttf', face: null, bytes: new Uint8Array(), ...face },
});

const worded = (files: PdfFaces, language: 'zh' | 'en' = 'zh'): readonly string[] =>
  openFaces(files).messages.map((each) => wordMessage(each, language));

describe('the faces that come with Duban', () => {
  test('open without a message and can be told apart by name', () => {
    expect(faceMessages).toStrictEqual([]);
    const names = Object.values(faces).map((face) => face.font.postscriptName);
    expect(new Set(names).size).toBe(6);
    expect(names).toContain('FandolFangDuban-Regular');
  });

  test('are the bytes that SHA256SUMS names, 30 MB in all', () => {
    const sums = Buffer.from(readShipped('templates/fonts/SHA256SUMS')).toString('utf8').trim().split('\n');
    let size = 0;
    for (const line of sums) {
      const [sum = '', name = ''] = line.split(/\s+/);
      const bytes = readShipped(`templates/fonts/${name}`);
      size += bytes.length;
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    }
    expect(sums.length).toBe(Object.keys(shippedFaces).length);
    expect(size).toBeLessThan(32_000_000);
  });

  test('come with their licences and say that they are modified', () => {
    const readme = Buffer.from(readShipped('templates/fonts/README.md')).toString('utf8');
    expect(readme).toContain('modified versions');
    for (const name of ['LICENSE-Fandol.txt', 'LICENSE-LXGW-WenKai.txt']) {
      expect(readShipped(`templates/fonts/${name}`).length).toBeGreaterThan(4000);
    }
  });

  test.each(['镕', '堃', '喆', '昇', '珺', '玥', '翀', '祎', '赟', '旻', '垚', '瑄', '芃', '㎡', '𠮷', '題'])(
    'have %s',
    (character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      expect(faces.body.has(codePoint) || faces.fallback.has(codePoint)).toBe(true);
    },
  );

  test('are found by the name after duban:', () => {
    expect(shippedFile('FandolKai')).toBe('templates/fonts/FandolKai.otf');
    expect(shippedFile('SimSun')).toBe(null);
  });
});

describe('an office’s own faces', () => {
  test('a web font is refused', () => {
    const bytes = Buffer.from('wOF2xxxxxxxx');
    expect(worded(withFace('body', { file: 'fonts/fang.woff2', bytes }))).toStrictEqual([
      'fonts/fang.woff2 错误 font-is-woff 正文字体 body是网页字体（woff），PDF 不能使用；请改用 .ttf、.otf 或 .ttc 文件',
    ]);
  });

  test('a file that is no font is refused', () => {
    expect(worded(withFace('kai', { bytes: Buffer.from('not a font at all') }), 'en')).toStrictEqual([
      'fonts/own.ttf error font-unreadable the file for kai is no font; check fonts in office.yaml',
    ]);
  });

  test('a face that the file does not hold is refused, with the names it holds', () => {
    const bytes = readShipped(shippedFaces.kai.file);
    expect(worded(withFace('kai', { face: 'KaiTi', bytes }))).toStrictEqual([
      'fonts/own.ttf 错误 font-face-missing 楷体 kai：字体文件中没有“KaiTi”；可用的有：FandolKaiDuban-Regular',
    ]);
  });

  test.each([
    ['restricted', 2],
    ['not as a subset', 0x100],
    ['bitmaps only', 0x200],
  ])('a face whose rights forbid embedding (%s) is refused', (_, rights) => {
    const bytes = Buffer.from(readShipped(shippedFaces.number.file));
    // fsType is the fifth field of OS/2.
    const record = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + 16 * index).find(
      (at) => bytes.toString('latin1', at, at + 4) === 'OS/2',
    );
    bytes.writeUInt16BE(rights, bytes.readUInt32BE((record ?? 0) + 8) + 8);
    expect(worded(withFace('title', { bytes }))).toStrictEqual([
      'fonts/own.ttf 错误 font-not-embeddable 标题字体 title的许可不允许嵌入 PDF；请改用其他字体，或使用随附字体（duban:…）',
    ]);
  });

  test('a face with holes in GB2312 serves, with a warning', () => {
    const bytes = readShipped(shippedFaces.number.file);
    const { value, messages } = openFaces(withFace('body', { bytes }));
    expect(value).not.toBe(null);
    expect(messages.map((each) => wordMessage(each, 'zh'))).toStrictEqual([
      'fonts/own.ttf 警告 font-lacks-gb2312 正文字体 body缺少 GB2312 汉字 6760 个（啊阿埃挨哎唉哀皑癌蔼…），将以其他字体代替',
    ]);
  });

  /** The shipped face for numbers, its file changed; `at`: where the directory tells of a table. */
  const changed = (table: string, change: (bytes: Buffer, at: number) => Buffer): PdfFaces => {
    const bytes = Buffer.from(readShipped(shippedFaces.number.file));
    return withFace('number', { bytes: change(bytes, bytes.indexOf(table, 12, 'latin1')) });
  };
  const lost = (table: string): PdfFaces =>
    changed(table, (bytes, at) => {
      bytes.write('xxxx', at, 'latin1');
      return bytes;
    });

  test.each(['cmap', 'hmtx', 'CFF '])('a file without its table %s is refused', (table) => {
    expect(worded(lost(table))).toStrictEqual([
      'fonts/own.ttf 错误 font-unreadable 页码字体 number不是可用的字体文件；请检查 office.yaml 中 fonts 的 file',
    ]);
  });

  test('a file that was copied by half is refused', () => {
    const half = changed('CFF ', (bytes, at) => bytes.subarray(0, bytes.readUInt32BE(at + 8) + 5000));
    expect(worded(half)).toStrictEqual([
      'fonts/own.ttf 错误 font-cut 页码字体 number的字体文件不完整（“hmtx”部分超出了文件末尾）；请重新复制一份',
    ]);
  });

  test('a file with a byte changed among its outlines serves, with a warning', () => {
    const hurt = changed('CFF ', (bytes, at) => {
      bytes[bytes.readUInt32BE(at + 8) + 60_000] = 7;
      return bytes;
    });
    expect(openFaces(hurt).value).not.toBe(null);
    expect(worded(hurt)[0]).toContain('警告 font-altered 页码字体 number的字体文件可能已损坏（“CFF ”部分与');
  });

  test('all problems are told at once, and the writer then refuses every paper', async () => {
    const files = { ...withFace('kai', {}), title: { file: 'fonts/b.ttf', face: null, bytes: Buffer.from('wOFF') } };
    const made = createPdfWriter({ faces: files });
    expect(made.messages.map((each) => each.code).toSorted()).toStrictEqual(['font-is-woff', 'font-unreadable']);
    const { value, messages } = await made.value.write({ meta: tableMeta(), children: [] });
    expect([value.length, messages.length]).toStrictEqual([0, 2]);
    expect(made.value.missingGlyphs({ meta: tableMeta(), children: [] })).toStrictEqual([]);
  });

  const collection = '/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc';
  const reason = fs.existsSync(collection) ? null : 'no Noto CJK collection on this machine';

  test.skipIf(isSkipped(reason))('a face in a .ttc works by its name, and is asked for without one', async () => {
    const bytes = fs.readFileSync(collection);
    const file = 'C:/Windows/Fonts/simsun.ttc';
    expect(worded(withFace('title', { file, bytes }))[0]).toContain(
      '字体文件中有多个字体，请用 face 指明一个；可用的有：',
    );
    const made = createPdfWriter({ faces: withFace('title', { file, bytes, face: 'NotoSerifCJKsc-Bold' }) });
    expect(made.messages).toStrictEqual([]);
    const { value, messages } = await made.value.write({
      meta: tableMeta({ title: '标题' }),
      children: [paragraph('正文')],
    });
    expect(messages).toStrictEqual([]);
    expect(pdfText(value)[0]?.runs[0]?.text).toBe('标题');
  });
});
