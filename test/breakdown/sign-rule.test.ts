import { expect, test } from 'vitest';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { signRulesIn } from '../../src/breakdown/sign-rule.ts';

test.each([
  ['注：标★的为牵头单位。', '★'],
  ['注：带“*”号者为牵头单位', '*'],
  ['（★为牵头单位，其余为配合单位）', '★'],
  ['说明：1.标注▲的责任单位为牵头单位；2.其余为配合单位。', '▲'],
  ['备注：单位名称前加※的为牵头单位。', '※'],
  ['牵头单位以★标注。', '★'],
  ['注：牵头单位（标☆）', '☆'],
  ['注：牵头单位用“●”表示', '●'],
  ['★：牵头单位；△：配合单位', '★'],
  ['有#标记的单位为该项工作的牵头单位', '#'],
  ['责任单位（▲为牵头单位）', '▲'],
  ['打√的单位牵头', '√'],
  ['标注◆者系牵头部门', '◆'],
  ['加＊的为主办单位', '＊'],
  ['带★单位为牵头单位，下同', '★'],
  ['注：加粗的为牵头单位。', '加粗'],
  ['字体加粗单位为牵头单位', '加粗'],
  ['黑体字为牵头单位', '黑体'],
  ['牵头单位用黑体字标出', '黑体'],
  ['牵头单位名称已加粗', '加粗'],
  ['划线单位为牵头单位', '划线'],
  ['加下划线的是牵头部门', '下划线'],
  ['标红的单位为牵头单位', '标红'],
  ['红色字体的为牵头单位', '红色'],
  ['斜体为牵头单位', '斜体'],
])('%s says that %s shows who leads', (sentence, called) => {
  expect(signRulesIn(sentence).map((rule) => rule.called)).toContain(called);
});

test.each([
  '责任单位：★区商务局、区财政局',
  '★区商务局为牵头单位，区财政局配合',
  '★牵头制定工作方案，明确任务分工',
  '注：带★的为重点任务',
  '牵头单位：*区商务局',
  '标注“分别牵头”的，各单位均为牵头单位',
  '黑体字部分为约束性指标',
  '建设红色文化牵头示范区',
])('%s is no such rule', (sentence) => {
  expect(signRulesIn(sentence)).toEqual([]);
});

test('a sign at names that nothing explains makes nobody a lead, and is told with its tasks', () => {
  const text = '分解表\n\n1．招商。（责任单位：▲区商务局、区财政局）\n2．建厂。（责任单位：区住建局、▲区工信局）\n';
  const { value, messages } = readBreakdown({ path: 'seeds/a.txt', bytes: Buffer.from(text) });
  expect(value.catalogue.tasks.map(({ leads, responsible }) => ({ leads, responsible }))).toEqual([
    { leads: [], responsible: ['区商务局', '区财政局'] },
    { leads: [], responsible: ['区住建局', '区工信局'] },
  ]);
  expect(messages.find(({ code }) => code === 'sign-unexplained')).toMatchObject({
    severity: 'warning',
    place: { row: 3 },
    data: { sign: '▲', tasks: '1、2' },
  });
});

test('a rule of a look that the file cannot show is a warning', () => {
  const text = '分解表\n\n1．招商。（责任单位：区商务局、区财政局）\n\n注：加粗的为牵头单位。\n';
  const { messages } = readBreakdown({ path: 'seeds/a.txt', bytes: Buffer.from(text) });
  expect(messages.map(({ code, place }) => [code, place?.row])).toContainEqual(['sign-unseen', 5]);
});

test('a look that every name has sets nobody off', () => {
  const text = '分解表\n\n1．招商。（责任单位：**区商务局、区财政局**）\n\n注：加粗的为牵头单位。\n';
  const { value, messages } = readBreakdown({ path: 'seeds/a.md', bytes: Buffer.from(text) });
  expect(value.catalogue.tasks[0]?.leads).toEqual([]);
  expect(messages.map(({ code }) => code)).toContain('sign-unseen');
});

test('where a task has no unit with the sign the other rule of the document says who leads', () => {
  const text =
    '分解表\n\n1．招商。（责任单位：区财政局、★区商务局）\n2．建厂。（责任单位：区住建局、区工信局）\n\n注：标★的为牵头单位；未标注的，列第一位的为牵头单位。\n';
  const { value } = readBreakdown({ path: 'seeds/a.txt', bytes: Buffer.from(text) });
  expect(value.catalogue.tasks.map(({ leads }) => leads)).toEqual([['区商务局'], ['区住建局']]);
});
