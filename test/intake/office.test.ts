import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasErrors } from '../../src/message/message.ts';
import { readChecked } from '../../src/intake/checked-yaml.ts';
import { readOffice } from '../../src/intake/office.ts';
import { rosterOf, worded, wordedEn } from '../domain/fixture.ts';
import { readScoring } from './read-scoring.ts';

const path = 'inputs/office.yaml';
// A copy of the sample's, so that its line numbers stay; the sample itself is read below.
const sample = readFileSync('test/fixtures/office/office.yaml', 'utf8');
const roster = rosterOf([{ name: '区纪委监委', aliases: ['区纪委'] }, '区财政局']);

const read = (text: string) => readOffice({ path, bytes: Buffer.from(text) }, roster);
const problems = (text: string): readonly string[] => {
  const { value, messages } = read(text);
  expect(value).toBe(null);
  expect(wordedEn(messages)).toHaveLength(messages.length);
  return worded(messages).map((each) => each.replace(`${path}:`, ''));
};
/** The sample with some of its lines changed; each must stand there exactly once. */
const changed = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    expect(text.split(from)).toHaveLength(2);
    return text.replace(from, to);
  }, sample);

describe('the sample', () => {
  test('names every rule of the lights, those too that have a default', () => {
    const text = readFileSync(path, 'utf8');
    const rules = Object.keys(read(text).value?.lights ?? {});
    expect(rules).toContain('redAbove');
    expect(rules.filter((key) => !new RegExp(String.raw`^ +${key}: *`, 'mu').test(text))).toEqual([]);
  });

  test('is read without a message', () => {
    const { value, messages } = read(readFileSync(path, 'utf8'));
    expect(messages).toEqual([]);
    expect(value?.ownUnits).toEqual(['001']);
    expect(value?.filingDays[4]).toEqual({ month: 12, day: 25 });
    expect(value?.lights).toEqual({
      yellowFrom: 10,
      redAbove: 30,
      warnDays: 0,
      graceDays: 0,
      claims: { 'not-started': 'yellow', 'on-track': 'green', behind: 'yellow', overdue: 'red', completed: 'green' },
    });
    expect(value?.scoring.groups.map((group) => `${group.name} ${group.rules.length}`)).toEqual([
      '报送情况 3',
      '推进情况 4',
      '工作质量 3',
      '加分 2',
    ]);
    expect(value?.scoring.groups[0]?.rules[0]).toEqual({
      label: '迟报',
      counts: { event: 'late' },
      points: { lead: -10, cooperating: -10 },
      per: 'share',
      every: 1,
      cap: null,
      place: { file: path, row: expect.any(Number), column: 11 },
    });
  });

  test('may be saved as GBK by an old editor', () => {
    expect(readOffice({ path, bytes: gb18030(sample) }, roster)).toEqual(read(sample));
  });
});

describe('a wrong value is refused with line and column, all at once', () => {
  test('of every kind', () => {
    const text = changed(
      ['replyDays: 15', 'replyDay: 15'],
      ['isSealed: true', 'isSealed: yes'],
      ['selfRanking: apart', 'selfRanking: part'],
      ['  - 区纪委监委', '  - 区纪检委'],
      ['"03-25"', '3-35'],
      ['yellowFrom: 10', 'yellowFrom: 十'],
      ['deductionCap: 30', 'deductionCap: -3'],
      ['{finding: 空泛应付, points: -5}', '{finding: 空泛应付, points: 少}'],
      ['ceiling: 110', 'ceiling: [110]'],
      ['copiedTo:', 'copiedTo: 无\nzzzzzzzzzzzzzz:'],
      ['phone: "0000-00000000"', 'phone: 12345678'],
      ['formats: [docx]', 'formats: []'],
      ['rankedFrom: 1', 'rankedFrom: 0.5'],
      ['start: 100', 'start: 100000'],
    );
    expect(problems(text)).toMatchInlineSnapshot(`
      [
        "8:1 错误 office-missing 缺少“replyDays”，应为数字；写法见样例中的说明",
        "11:11 错误 office-wrong “isSealed”写的是"yes"，应为true 或 false",
        "12:11 错误 office-wrong “copiedTo”写的是"无"，应为列表（每项一行，前面写“- ”）",
        "13:1 错误 office-unknown-key 不认识“zzzzzzzzzzzzzz”，请删去",
        "18:10 错误 office-wrong “contact.phone”写的是12345678，应为文字（数字、日期请加引号）",
        "25:14 错误 office-wrong “selfRanking”写的是"part"，应为apart、none、with-others之一",
        "39:3 错误 office-wrong “filingDays.1”写的是"3-35"，应为“月-日”，如 "03-25"",
        "43:1 错误 office-unknown-key 不认识“replyDay”；是否为“replyDays”？",
        "50:15 错误 office-wrong “lights.yellowFrom”写的是"十"，应为数字",
        "73:10 错误 office-wrong “scoring.start”写的是100000，应为不大于1000的数",
        "75:12 错误 office-wrong “scoring.ceiling”写的是[110]，应为数字",
        "77:15 错误 office-wrong “scoring.rankedFrom”写的是0.5，应为整数",
        "81:21 错误 office-wrong “scoring.groups.0.deductionCap”写的是-3，应为不小于0的数",
        "96:35 错误 office-wrong “scoring.groups.2.rules.0.points”写的是"少"，应为分数，如 -5，或 {牵头: -5, 配合: -3}",
        "116:10 错误 office-wrong “formats”写的是[]，应为不空的内容",
      ]
    `);
  });

  test('unknown keys deep in the file, with the key that was meant', () => {
    const text = changed(
      ['{finding: 退回重报, points: -2}', '{finding: 退回重报, point: -2}'],
      ['    未启动: yellow', '    没启动: yellow'],
      ['{when: 漏报, points: {牵头: -4, 配合: -2}}', '{when: 漏报, points: {牵头: -4, 协办: -2}}'],
    );
    expect(problems(text)).toMatchInlineSnapshot(`
      [
        "54:5 错误 office-missing 缺少“lights.claims.未启动”，应为green、yellow、red之一；写法见样例中的说明",
        "54:5 错误 office-unknown-key 不认识“没启动”；是否为“未启动”？",
        "84:30 错误 office-wrong “scoring.groups.0.rules.2.points”写的是{"牵头":-4,"协办":-2}，应为分数，如 -5，或 {牵头: -5, 配合: -3}",
        "96:27 错误 office-unknown-key 不认识“point”；是否为“points”？",
      ]
    `);
  });

  test('a value too long to quote, and what no schema of ours asks, in the words of the library', () => {
    const bytes = Buffer.from(`when: ${'很'.repeat(60)}\nmore: 1\n`);
    const schema = z.strictObject({ when: z.date(), more: z.number().refine((each) => each > 1, 'more than one') });
    const { messages } = readChecked({ path: 'a.yaml', bytes }, schema);
    expect(worded(messages)).toMatchInlineSnapshot(`
      [
        "a.yaml:1:7 错误 office-wrong “when”写的是"很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很…，应为Invalid input: expected date, received string",
        "a.yaml:2:7 错误 office-wrong “more”写的是1，应为more than one",
      ]
    `);
  });

  test('units that the roster does not have', () => {
    expect(problems(changed(['  - 区纪委监委', '  - 区纪检委\n  - 中央气象台观测中心']))).toMatchInlineSnapshot(`
      [
        "22:5 错误 office-unknown-unit ownUnits 中的“区纪检委”不在单位名录中；是否为“区纪委”、“区纪委监委”？",
        "23:5 错误 office-unknown-unit ownUnits 中的“中央气象台观测中心”不在单位名录中",
      ]
    `);
  });

  test('a filing day that not every year has, and lights whose borders cross', () => {
    expect(problems(changed(['"03-25"', '"02-29"'], ['redAbove: 30', 'redAbove: 5']))).toMatchInlineSnapshot(`
      [
        "50:13 错误 office-wrong “lights.redAbove”写的是5，应为不小于 yellowFrom（10）",
        "38:6 错误 office-wrong “filingDays.1”写的是02-29，应为每年都有的一天",
      ]
    `);
  });

  test.each([
    ['a bracket left open', 'a: [1\n  b: 2\n'],
    ['a tab', 'a:\n\tb: 1\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['an alias', 'a: &x 1\nb: *x\n'],
    ['two documents', 'a: 1\n---\nb: 1\n'],
    ['nothing', ''],
    ['bytes that are no text', '\0\0\0a'],
  ])('%s', (_, text) => {
    expect(problems(text)).toMatchSnapshot();
  });
});

describe('a bad rule is refused with its line', () => {
  const rule = '{when: 漏报, points: {牵头: -4, 配合: -2}}';
  test.each([
    ['neither when nor finding', [rule, '{points: -4}']],
    ['both when and finding', [rule, '{when: 漏报, finding: 漏报, points: -4}']],
    ['a misspelt event', [rule, '{when: 没报, points: -4}']],
    ['an event without points', [rule, '{when: 漏报}']],
    ['by day what has no days', [rule, '{when: 漏报, points: -4, per: 天}']],
    ['a finding by day', ['{finding: 退回重报, points: -2}', '{finding: 退回重报, points: -2, per: 天}']],
    ['points for each day late', ['{when: 迟报, points: {牵头: -1, 配合: -0.5}}', '{when: 迟报, points: 1, per: 天}']],
    ['plus for one role and minus for the other', [rule, '{when: 漏报, points: {牵头: -4, 配合: 1}}']],
    ['missing cheaper than late', [rule, '{when: 漏报, points: {牵头: -1, 配合: -1}}']],
    ['no rule for missing beside late', [`- ${rule}`, '']],
    ['red cheaper than yellow', ['{when: 红灯, points: {牵头: -3, 配合: -1.5}}', '{when: 红灯, points: 0}']],
    ['yellow that pays', ['{when: 黄灯, points: {牵头: -1, 配合: -0.5}}', '{when: 黄灯, points: 1}']],
    ['a cap on a rung', [rule, '{when: 漏报, points: -4, cap: 20}']],
    ['rungs in two groups', ['{finding: 空泛应付, points: -5}', '{when: 按时报送, points: 1}']],
    ['one event twice', ['{finding: 空泛应付, points: -5}', '{finding: 退回重报, points: -5}']],
  ] as const)('%s', (_, change) => {
    expect(problems(changed(change))).toMatchSnapshot();
  });
});

describe('rule sets of real offices ship as examples', () => {
  test.each(['督查工作考核细则', '佳木斯督查考核', '县政务督查考核方案', '按天计分', '广元三色督办'])(
    '%s is read without a message',
    (name) => {
      const file = `docs/scoring/${name}.yaml`;
      const { value, messages } = readScoring({ path: file, bytes: readFileSync(file) });
      expect(messages).toEqual([]);
      expect(value?.groups.length).toBeGreaterThan(0);
    },
  );

  test('a broken one is refused', () => {
    const text = 'start: 100\ngroups:\n  - {name: 报送, rules: [{when: 迟报, points: -5}]}\n';
    const read = readScoring({ path: 'a.yaml', bytes: Buffer.from(text) });
    expect(read.value).toBe(null);
    expect(worded(read.messages)).toMatchInlineSnapshot(`
      [
        "a.yaml:3:24 错误 scoring-order “漏报”的得分不能高于“催办后报送”（没有写的规则按0分计）；请调整 points",
      ]
    `);
    expect(readScoring({ path: 'a.yaml', bytes: Buffer.from('start: -1\n') }).value).toBe(null);
  });
});

test('a damaged file is never taken for a good one without saying so, and never ends the program', () => {
  const pieces = [
    '',
    ' ',
    '\t',
    '\n',
    ':',
    '- ',
    '*',
    '&a ',
    '{',
    ']',
    '"',
    '#',
    '!!x ',
    '? ',
    '__proto__: 1\n',
    '\u0000',
    '％',
  ];
  const damage = fc.record({ at: fc.nat(sample.length), cut: fc.nat(12), put: fc.constantFrom(...pieces) });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (each) => {
      const text = each.reduce((whole, { at, cut, put }) => whole.slice(0, at) + put + whole.slice(at + cut), sample);
      const { value, messages } = read(text);
      expect(value === null).toBe(hasErrors(messages));
      expect(worded(messages).every((line) => line.startsWith(`${path}:`))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

/** Two-byte GB18030, by asking the decoder for every code. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\uFFFD') codes.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((each) => codes.get(each) ?? [each.codePointAt(0) ?? 0]));
}
