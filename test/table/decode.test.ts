import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/table/decode.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

/** `区财政局,𠮷` in GB18030; the rare character takes four bytes. */
const gb18030 = [0xc7, 0xf8, 0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6, 0x2c, 0x95, 0x34, 0xb2, 0x35];
const text = '区财政局,𠮷';

function utf16(value: string, isBig: boolean): number[] {
  return value.split('').flatMap((unit) => {
    const code = unit.charCodeAt(0);
    return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
}

describe('the encodings that Excel and WPS write', () => {
  test.each([
    ['utf-8', [...Buffer.from(text)]],
    ['utf-8-bom', [0xef, 0xbb, 0xbf, ...Buffer.from(text)]],
    ['utf-16le', [0xff, 0xfe, ...utf16(text, false)]],
    ['utf-16be', [0xfe, 0xff, ...utf16(text, true)]],
    ['utf-16le', utf16(text, false)],
    ['utf-16be', utf16(text, true)],
    ['gb18030', gb18030],
  ])('%s gives the same text', (encoding, bytes) => {
    expect(decodeText(Uint8Array.from(bytes), 'a.csv')).toEqual({ value: { text, encoding }, messages: [] });
  });

  test('UTF-16 without mark is known although 一 (U+4E00) has its zero on the other side', () => {
    const rows = `任务编号\t进展情况\n12\t统一部署，一项一项落实，一月一调度\n`;
    for (const isBig of [false, true]) {
      const { value, messages } = decodeText(Uint8Array.from(utf16(rows, isBig)), 'a.csv');
      expect([value.text, messages]).toEqual([rows, []]);
    }
  });

  test('an empty file is an empty text', () => {
    expect(decodeText(new Uint8Array(), 'a.csv').value.text).toBe('');
  });
});

describe('bytes that are no text', () => {
  test('damaged UTF-8 is not taken for GB18030, and the line is named', () => {
    const good = Buffer.from(`单位\n${'区财政局报送'.repeat(9)}`);
    const bytes = Uint8Array.from([...good, 0xe5, 0x8c, 0x2c, ...good]);
    const { messages } = decodeText(bytes, 'a.csv');
    expect(messages.map((each) => wordMessage(each, 'zh'))).toEqual([
      'a.csv:2 错误 undecodable 有不能识别的字节（按 utf-8 解读）；请在 Excel 或 WPS 中另存为“CSV UTF-8”后重新报送',
    ]);
  });

  test('a zero byte in UTF-8 is told as what it is, with its line', () => {
    const bytes = Buffer.from('任务编号,进展情况\n12,完成\0核查\n');
    expect(decodeText(bytes, 'a.csv').messages.map((each) => wordMessage(each, 'zh'))).toEqual([
      'a.csv:2 错误 undecodable 有不能识别的字节（按 utf-8 解读）；请在 Excel 或 WPS 中另存为“CSV UTF-8”后重新报送',
    ]);
  });

  test.each([
    ['a byte that GB18030 has not', [0xc7, 0xf8, 0x0a, 0xff, 0x80]],
    ['zero bytes on both sides', [0x41, 0, 0, 0x41, 0x41]],
    ['half a unit of UTF-16', [0xff, 0xfe, 0x41]],
  ])('%s is an error', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes), 'a.csv').messages.map((each) => each.code)).toEqual(['undecodable']);
  });
});
