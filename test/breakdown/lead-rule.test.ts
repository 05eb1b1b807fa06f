import { expect, test } from 'vitest';
import { readBreakdown } from '../../src/breakdown/parse.ts';

const read = (note: string) => {
  const text = `分解表\n\n1．招商。（责任单位：区商务局、区财政局）\n2．建厂。（责任单位：区工信局、区财政局）\n\n注：${note}。\n`;
  const { value, messages } = readBreakdown({ path: 'seeds/a.txt', bytes: Buffer.from(text) });
  return { leads: value.catalogue.tasks.map(({ leads }) => leads), codes: messages.map(({ code }) => code) };
};

test.each([
  '列第一位的为牵头单位',
  '排在第一位的为牵头单位',
  '居首的为牵头单位',
  '排名第一的单位为牵头单位',
  '第一家单位为牵头单位',
  '首个单位为牵头单位',
  '列首位者为牵头单位',
  '责任单位中排序第一的为牵头单位',
  '排在最前面的为牵头单位',
  '第1个单位为牵头单位',
  '列第1位的为牵头单位',
  '序列第一的单位牵头',
  '排列第一的为主办单位',
])('%s: the first of each list leads, and it is told', (note) => {
  expect(read(note)).toEqual({ leads: [['区商务局'], ['区工信局']], codes: ['first-leads'] });
});

test.each(['牵头单位应于每季度第一个月报送情况', '第一责任人为主要负责同志', '首个项目为重点工程'])(
  '%s: nobody leads',
  (note) => {
    expect(read(note).leads).toEqual([[], []]);
  },
);
