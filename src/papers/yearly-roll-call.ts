/** 述廉报告提交情况: each unit whose head owes the yearly report, submitted or not (seed item 89). */
import { formatIssueDate } from '../document/official-text.ts';
import type { Paper } from '../document/paper.ts';
import type { RollCall } from '../domain/roll-call.ts';
import { shares } from '../domain/shares.ts';
import { tableMeta } from './meta.ts';

export const rollCallShape = {
  year: 'number',
  asOf: 'date',
  count: 'number',
  submitted: 'number',
  submittedShare: 'percent',
  missing: 'number',
  missingShare: 'percent',
  missingUnits: 'blank',
  rows: [{ no: 'number', unit: 'text', group: 'text', state: 'text', stateClass: 'text', on: 'text', note: 'blank' }],
} as const;

export function rollCallPaper(year: number, { asOf, lines }: RollCall): Paper<typeof rollCallShape> {
  const missing = lines.filter(({ submittedOn }) => submittedOn === null);
  const submitted = lines.length - missing.length;
  const [submittedShare = 0, missingShare = 0] = shares([submitted, missing.length]);
  return {
    template: 'roll-call',
    shape: rollCallShape,
    view: {
      year,
      asOf,
      count: lines.length,
      submitted,
      submittedShare,
      missing: missing.length,
      missingShare,
      missingUnits: missing.map(({ unit }) => unit.name).join('、'),
      rows: lines.map(({ unit, submittedOn, note }, index) => ({
        no: index + 1,
        unit: unit.name,
        group: unit.category || '—',
        state: submittedOn === null ? '未提交' : '已提交',
        stateClass: submittedOn === null ? 'red' : 'plain',
        on: submittedOn === null ? '—' : formatIssueDate(submittedOn),
        note,
      })),
    },
    meta: tableMeta('portrait', asOf),
  };
}
