/** 更正通知: to all, what of which task was corrected and on which basis, and which totals, scores and ranks of the closed quarter are other since. */
import { allUnits } from '../trade/figure-words.ts';
import type { Entry } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { countsOf, type CountKey } from '../domain/counts.ts';
import type { Figured } from '../domain/judged.ts';
import type { Office } from '../domain/office.ts';
import type { Scorecard } from '../domain/score.ts';
import { officialMeta } from './meta.ts';
import { formatPoints } from './evidence.ts';
import { briefTask, stateOf } from './task-row.ts';
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
  /** What was corrected, task by task: `滞后，60%，红灯`, and as it is now. */
  tasks: [{ no: 'text', text: 'text', unit: 'text', before: 'text', after: 'text' }],
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
      tasks: taskRows(parts),
      totals: totalRows(parts),
      scores: scoreRows(parts),
    },
    meta: { ...meta, recipients: [allUnits], copiedTo: office.copiedTo, printedBy: office.printedBy },
  };
}

/** A correction of words alone leaves every figure: then the words are told. */
function taskRows({ ledger, told }: CorrectionParts): ViewOf<typeof correctionShape>['tasks'] {
  const keyOf = ({ task, unit }: Entry): string => `${task.id} ${unit.code}`;
  const then = new Map(told.ledger.entries.map((entry) => [keyOf(entry), entry]));
  return ledger.entries.flatMap((entry) => {
    const before = then.get(keyOf(entry));
    if (before === undefined || entry.group !== null) return [];
    const [was, is] = [before, entry].map(stateIn);
    const [said, says] = [before, entry].map(({ latest }) => latest?.progress ?? '');
    const row = { no: entry.task.no, text: briefTask(entry.task.text), unit: entry.unit.name };
    if (was !== is) return [{ ...row, before: was ?? '', after: is ?? '' }];
    return said === says ? [] : [{ ...row, before: said || '无', after: says || '无' }];
  });
}

function stateIn({ latest, percent, light }: Entry): string {
  return stateOf(latest?.status ?? null, percent, light).replaceAll('\n', '，');
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
