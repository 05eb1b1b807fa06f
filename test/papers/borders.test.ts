/** Borders of what papers say: the number, the day or the unit at which a sentence changes. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { ledgerAsOf } from '../../src/domain/ledger.ts';
import type { Office } from '../../src/domain/office.ts';
import { reminderPaper } from '../../src/papers/reminder.ts';
import { reportProblems } from '../../src/papers/report-problems.ts';
import {
  adjustmentOf,
  catalogueOf,
  day,
  ledgerParts,
  planOf,
  returnOf,
  rosterOf,
  taskOf,
  unitIn,
} from '../domain/fixture.ts';
import { office, scoring } from './office.ts';

const roster = rosterOf(['区财政局', '区审计局']);
const tasksOf = (count: number) =>
  Array.from({ length: count }, (_, at) => taskOf(String(at + 1), { leads: ['区财政局'] }));

describe('a reminder', () => {
  const viewOf = (count: number, asOf: string) => {
    const catalogue = catalogueOf(tasksOf(count));
    const ledger = ledgerAsOf(day(asOf), ledgerParts({ catalogue, roster })).value;
    const parts = { ledger, office, breakdown: '责任分解意见', filingDay: day('2024-12-25') };
    return reminderPaper(unitIn(roster, '区财政局'), parts).view;
  };

  test('names fifteen tasks; of more the unit has the numbers in its form', () => {
    expect(viewOf(15, '2024-12-20').tasks).toBe('第1、2、3、4、5、6、7、8、9、10、11、12、13、14、15项');
    expect(viewOf(16, '2024-12-20').tasks).toBe('');
  });

  test('asks on the filing day and presses from the day after', () => {
    expect(['2024-12-25', '2024-12-26'].map((asOf) => viewOf(1, asOf).isPast)).toEqual([false, true]);
  });
});

describe('the report', () => {
  const catalogue = catalogueOf([...tasksOf(2), taskOf('3', { leads: ['区审计局'] })]);
  const plans = ['1', '2', '3'].map((taskId) => planOf(taskId, { percent: 100 }));
  const filed = (unit: string, taskId: string, percent: number) => returnOf(roster, { unit, taskId, percent });
  const problemsOf = (
    percents: readonly [number, number, number],
    more: { interviewFrom?: number; own?: string } = {},
  ) => {
    const [first, second, third] = percents;
    const returns = [filed('区财政局', '1', first), filed('区财政局', '2', second), filed('区审计局', '3', third)];
    const ledger = ledgerAsOf(day('2024-12-31'), ledgerParts({ catalogue, roster, plans, returns })).value;
    const terms: Pick<Office, 'ownUnits' | 'selfRanking' | 'scoring'> = {
      ownUnits: more.own === undefined ? [] : [unitIn(roster, more.own).code],
      selfRanking: 'with-others',
      scoring,
    };
    const praised = ['区财政局', '区审计局'].map((unit) =>
      adjustmentOf(roster, { unit, kind: '领导肯定', points: 2, reason: '受到肯定。' }),
    );
    const scorecards = assess(ledger, { office: terms, adjustments: praised }).value;
    const followUp = { revisit: false, interviewFrom: more.interviewFrom ?? 0 };
    return reportProblems(ledger.entries, { scorecards, office: { followUp }, ledger });
  };

  test('names for a talk who has as many reds as the office says, and nobody who has one less', () => {
    expect(problemsOf([0, 0, 0], { interviewFrom: 2 }).interviewed).toBe('区财政局');
    expect(problemsOf([0, 100, 0], { interviewFrom: 2 }).interviewed).toBe('');
  });

  test('praises others and not the office itself, and nobody who has a red light', () => {
    expect(problemsOf([100, 100, 100]).goodPractices).toBe('区财政局受到肯定；区审计局受到肯定');
    expect(problemsOf([100, 100, 100], { own: '区审计局' }).goodPractices).toBe('区财政局受到肯定');
    expect(problemsOf([100, 0, 100]).goodPractices).toBe('区审计局受到肯定');
  });
});
