/** The steps that a quarter without trouble does not meet; the others are followed in test/cli/next.test.ts. */
import { error } from '../../src/message/message.ts';
import { expect, test } from 'vitest';
import type { NextFacts } from '../../src/run/next/facts.ts';
import type { DraftCounts, QuarterFacts } from '../../src/run/next/quarter.ts';
import { whatIsNext } from '../../src/run/next/steps.ts';
import { date, quarter } from '../register/office.ts';

const none: DraftCounts = { 'as-built': 0, 'not-built': 0, 'out-of-date': 0, edited: 0, gone: 0 };

const work: QuarterFacts = {
  quarter: quarter('2025Q4'),
  filingDay: date('2025-12-25'),
  folder: 'inputs/2025Q4/returns',
  hasForms: true,
  isClosed: true,
  received: 4,
  silent: [],
  reminded: [],
  partial: [],
  faulty: [],
  otherErrors: 0,
  drafts: none,
  again: none,
  unsigned: [],
  replyDays: [],
  papers: 5,
  bag: 'whole',
  earlier: null,
  hasYear: true,
  since: [],
};

const facts: NextFacts = {
  date: date('2026-01-20'),
  isThere: true,
  hasSource: true,
  severalSources: [],
  unlisted: [],
  blanks: 0,
  errors: 0,
  register: [],
  quarter: work.quarter,
  work,
};

test.each<[string, Partial<NextFacts>, { readonly step: string; readonly commands: readonly string[] }]>([
  ['two breakdowns', { severalSources: ['seeds/a.txt', 'seeds/b.txt'] }, { step: 'several-sources', commands: [] }],
  ['a fault beside the quarters', { errors: 2 }, { step: 'workspace-errors', commands: ['duban check'] }],
  [
    'a register that is gone or cut, also while returns are awaited',
    { register: [error(null, 'register-lost', { count: 1 })], work: { ...work, received: 0, isClosed: false } },
    { step: 'workspace-errors', commands: ['duban verify out/issued'] },
  ],
  ['no quarter', { work: null, quarter: null }, { step: 'forms', commands: ['duban forms 季度'] }],
  [
    'a register that does not hold',
    { work: { ...work, otherErrors: 1, drafts: null } },
    { step: 'errors', commands: ['duban check 2025Q4'] },
  ],
  [
    'a duty that moved before the issue',
    { work: { ...work, drafts: { ...none, 'out-of-date': 1 } } },
    { step: 'build', commands: ['duban build 2025Q4 --for 2026-01-20'] },
  ],
  [
    'a draft that was deleted',
    { work: { ...work, drafts: { ...none, gone: 1 } } },
    { step: 'build', commands: ['duban build 2025Q4'] },
  ],
  [
    'drafts edited by hand beside others',
    { work: { ...work, drafts: { ...none, 'as-built': 4, edited: 1 } } },
    { step: 'issue', commands: ['duban issue 2025Q4 --date 2026-01-20'] },
  ],
  [
    'drafts edited by hand alone',
    { work: { ...work, drafts: { ...none, edited: 1 } } },
    { step: 'issue-edited', commands: ['duban issue 2025Q4 --as-edited --date 2026-01-20'] },
  ],
  [
    'a paper to issue again that was edited',
    { work: { ...work, again: { ...none, edited: 1 } } },
    { step: 'reissue', commands: ['duban reissue 2025Q4 --as-edited --date 2026-01-20'] },
  ],
  [
    'a bag of before',
    { work: { ...work, bag: 'old' } },
    { step: 'archive-again', commands: ['duban archive 2025Q4 --date 2026-01-20'] },
  ],
])('%s', (_, changed, expected) => {
  expect(whatIsNext({ ...facts, ...changed }, 'zh').next).toMatchObject(expected);
});

test('what is open besides is told with the next step', () => {
  const open = {
    ...work,
    hasYear: false,
    earlier: { quarter: quarter('2025Q2'), papers: 7 },
    unsigned: ['区财政局', '区统计局'],
    since: ['区民政局'],
    replyDays: [date('2026-01-15'), date('2026-01-25'), date('2026-01-15')],
  };
  const { next, besides } = whatIsNext({ ...facts, work: open }, 'zh');
  expect(next?.step).toBe('done');
  expect(besides.map(({ step, why, commands }) => [step, why, ...commands])).toEqual([
    ['since', '关账以后，反馈表或佐证材料有增减：区民政局；不计入本季度', 'duban status 2025Q4'],
    ['unsigned', '2 个单位还没有签收：区财政局、区统计局；签收后登记到 inputs/2025Q4/receipts.csv'],
    ['replies', '2026-01-15 已过期 2 件，2026-01-25 前 1 件', 'duban due --on 2026-01-20'],
    ['earlier', '2025Q2 已印发 7 件，还没有归档', 'duban archive 2025Q2 --date 2026-01-20'],
    ['year', '2025 年四个季度做完，可以生成述职述廉摘录和专项报告', 'duban build 2025'],
  ]);
});

test('without a day no reply is late, and the clerk puts the day into the command', () => {
  const open = { ...work, replyDays: [date('2026-01-15')], bag: 'none' } as const;
  const { next, besides } = whatIsNext({ ...facts, date: null, work: open }, 'en');
  expect(next?.commands).toEqual(['duban archive 2025Q4 --date DAY']);
  expect(besides[0]?.why).toBe('2026-01-15: 1');
});
