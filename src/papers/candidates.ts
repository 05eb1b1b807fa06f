/** 责任追究参考名单: an internal paper for a human decision (seed item 134); never in the report, never issued. */
import type { Ledger } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { Candidate } from '../domain/accountability.ts';
import { tableMeta } from './meta.ts';
import { evidenceLine, formatPoints } from './scorecard.ts';
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
      candidates: candidates.map(({ unit, score, reasons }) => ({
        unit: unit.name,
        score: score === null ? '—' : formatPoints(score),
        reasons: reasons.map(({ text }) => text).join('\n'),
        evidence: reasons.flatMap(({ evidence }) => evidence.map(evidenceLine)).join('\n') || '—',
      })),
    },
    meta: tableMeta('landscape', ledger.asOf),
  };
}
