/** 责任追究参考名单: an internal paper for a human decision (seed item 134); never in the report, never issued. */
import type { Ledger } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { Candidate, Reason } from '../domain/accountability.ts';
import { tableMeta } from './meta.ts';
import { formatPoints, tracedLine } from './evidence.ts';
import { quarterWords } from './words.ts';

export const candidatesShape = {
  quarter: 'text',
  asOf: 'date',
  count: 'number',
  candidates: [{ unit: 'text', score: 'text', reasons: 'text', evidence: 'text' }],
} as const;

export function candidatesPaper(candidates: readonly Candidate[], ledger: Ledger): Paper<typeof candidatesShape> {
  return {
    template: 'candidates',
    shape: candidatesShape,
    view: {
      quarter: quarterWords(ledger.quarter),
      asOf: ledger.asOf,
      count: candidates.length,
      candidates: candidates.map((candidate) => ({
        unit: candidate.unit.name,
        score: candidate.score === null ? '—' : formatPoints(candidate.score),
        reasons: candidate.reasons.map((reason) => reasonWords(reason, candidate)).join('\n'),
        evidence: candidate.reasons.flatMap(({ evidence }) => evidence.map(tracedLine)).join('\n') || '—',
      })),
    },
    meta: tableMeta('landscape', ledger.asOf),
  };
}

const reasonKinds = {
  missing: '未报送季度反馈',
  'red-twice': '连续两个季度红灯',
  overdue: '牵头任务逾期',
  reopened: '牵头任务销号后反弹',
} as const;

/** `连续两个季度红灯（1项）` */
export function reasonWords({ kind, label, count }: Reason, { score }: Pick<Candidate, 'score'>): string {
  if (kind === 'finding') return `${label}（${count}次）`;
  if (kind === 'low-score') return `考核得分${formatPoints(score ?? 0)}分，低于${count}分`;
  return `${reasonKinds[kind]}（${count}项）`;
}
