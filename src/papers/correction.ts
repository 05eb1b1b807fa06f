/** 更正通知: to all, which totals, scores and ranks of a closed quarter are other since a figure was corrected, and on which basis. */
import { allUnits } from '../trade/figure-words.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { countsOf, type CountKey } from '../domain/counts.ts';
import type { Figured } from '../domain/judged.ts';
import type { Office } from '../domain/office.ts';
import type { Scorecard } from '../domain/score.ts';
import { officialMeta } from './meta.ts';
import { formatPoints } from './evidence.ts';
import { quarterWords } from './words.ts';

export const correctionShape = {
  quarter: 'text',
  breakdown: 'text',
  asOf: 'date',
  /** 发文字号 of the paper that is corrected; '' = none. */
  number: 'text',
  /** `第1次更正` */
  correction: 'number',
  bases: 'text',
  totals: [{ name: 'text', before: 'number', after: 'number' }],
  scores: [{ unit: 'text', before: 'text', after: 'text', rankBefore: 'text', rankAfter: 'text' }],
} as const;

export type CorrectionParts = Figured & {
  /** The figures that all were told last. */
  readonly told: Figured;
  /** 发文字号 of the 通报, or of the last 更正通知, that told them; '' when nothing did. */
  readonly number: string;
  readonly correction: number;
  readonly bases: readonly string[];
  readonly office: Office;
  readonly breakdown: string;
};

export function correctionPaper(parts: CorrectionParts): Paper<typeof correctionShape> {
  const { ledger, office, breakdown, number, correction, bases } = parts;
  const meta = officialMeta(office, { format: 'official', series: office.series.correction, asOf: ledger.asOf });
  return {
    template: 'correction',
    shape: correctionShape,
    view: {
      quarter: quarterWords(ledger.quarter),
      breakdown,
      asOf: ledger.asOf,
      number,
      correction,
      bases: bases.join('；'),
      totals: totalRows(parts),
      scores: scoreRows(parts),
    },
    meta: { ...meta, recipients: [allUnits], copiedTo: office.copiedTo, printedBy: office.printedBy },
  };
}

const totals = {
  onTime: '按时报送',
  late: '迟报',
  missing: '未报送',
  green: '绿灯',
  yellow: '黄灯',
  red: '红灯',
  overdue: '逾期',
  completed: '办结待销号',
} as const satisfies Partial<Record<CountKey, string>>;

function totalRows({ ledger, told }: CorrectionParts): ViewOf<typeof correctionShape>['totals'] {
  const [before, after] = [countsOf(told.ledger.entries), countsOf(ledger.entries)];
  return (Object.keys(totals) as (keyof typeof totals)[])
    .map((key) => ({ name: totals[key], before: before[key], after: after[key] }))
    .filter((row) => row.before !== row.after);
}

/** A rank moves too when only others' scores do. */
function scoreRows({ scorecards, told }: CorrectionParts): ViewOf<typeof correctionShape>['scores'] {
  const then = new Map(told.scorecards.map((card) => [card.unit.code, card]));
  return scorecards.flatMap((card) => {
    const before = then.get(card.unit.code);
    if (before !== undefined && before.score === card.score && before.rank === card.rank) return [];
    return [
      {
        unit: card.unit.name,
        before: before === undefined ? '—' : formatPoints(before.score),
        after: formatPoints(card.score),
        rankBefore: before === undefined ? '—' : rankWords(before),
        rankAfter: rankWords(card),
      },
    ];
  });
}

function rankWords({ rank }: Scorecard): string {
  return rank === null ? '—' : String(rank);
}
