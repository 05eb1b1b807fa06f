import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codedName, collidingPaths, isSafePath, safeName } from '../../src/trade/file-name.ts';

describe('safeName', () => {
  test.each([
    ['区财政局', '区财政局'],
    ['  区财政局。', '区财政局。'],
    ['市／局', '市_局'],
    ['．．／etc', '___etc'],
    ['../..//x', '_..__x'],
    ['a:b*c?d"e<f>g|h\\i', 'a_b_c_d_e_f_g_h_i'],
    ['甲：乙', '甲_乙'],
    ['100%', '100_'],
    ['甲\n乙\u0000丙', '甲_乙_丙'],
    ['\u202e反转', '_反转'],
    ['~$letter', '$letter'],
    ['NUL', '_NUL'],
    ['nul. ', '_nul'],
    ['com1.docx', '_com1.docx'],
    ['console', 'console'],
    ['e\u0301', 'é'],
    ['', '未命名'],
    ['...', '未命名'],
    ['　　', '未命名'],
    ['市 局', '市 局'],
  ])('makes %j into %j', (text, name) => {
    expect(safeName(text)).toBe(name);
  });

  test('cuts at a character, never inside one', () => {
    expect(safeName('局'.repeat(83))).toBe('局'.repeat(50));
    expect(safeName('𠮷'.repeat(83))).toBe('𠮷'.repeat(37));
  });

  test('is safe, stable and short for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = safeName(text);
        expect(isSafePath(name)).toBe(true);
        expect(safeName(name)).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(151);
      }),
      { numRuns: 2000 },
    );
  });
});

test('the code carries the identity, the name is decoration', () => {
  expect(codedName('012', '区财政局')).toBe('012-区财政局');
  expect(codedName('012', ' ')).toBe('012');
  expect(codedName('', '区财政局')).toBe('区财政局');
});

test('paths that differ in case or Unicode form only are one file on some computers', () => {
  expect(
    collidingPaths(['letters/A.docx', 'letters/b.docx', 'letters/a.docx', 'letters/é', 'letters/e\u0301']),
  ).toEqual([
    ['letters/A.docx', 'letters/a.docx'],
    ['letters/é', 'letters/e\u0301'],
  ]);
});

test.each([
  ['letters/012-区财政局.docx', true],
  ['../letter.docx', false],
  ['/etc/passwd', false],
  ['letters//a', false],
  ['letters/nul.docx', false],
  ['letters/a .docx', true],
  ['letters/a. ', false],
  ['letters\\a', false],
  ['letters/50%.docx', false],
  [`letters/${'局'.repeat(86)}`, false],
])('whether %s is a safe path: %s', (path, isSafe) => {
  expect(isSafePath(path)).toBe(isSafe);
});
