/** 督办通知: one letter a unit. Its standing in figures, what is asked by which day, and why; all its tasks and the form to answer on are annexes. */
import { cardOf, ownEntries } from '../domain/of-ledger.ts';
import type { Entry, Ledger } from '../domain/entry.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { countsOf } from '../domain/counts.ts';
import { filingOver } from '../domain/history.ts';
import type { Office } from '../domain/office.ts';
import type { Unit } from '../domain/roster.ts';
import type { Remark } from '../domain/remark.ts';
import type { Scorecard } from '../domain/score.ts';
import { asksOf, asksShape, problemShape, problemsOf } from './asked.ts';
import { commonFields, commonShape } from './common-tasks.ts';
import { countedParts, countedShape } from './figure-fields.ts';
import { officialMeta } from './meta.ts';
import { reissueFields, reissueShape, type ReplacedLetter } from './reissue-fields.ts';
import { formatPoints } from './evidence.ts';
import { transfersOf } from './transfers.ts';
import { judgedTask, judgedTaskShape } from './task-row.ts';
import { quarterWords } from './words.ts';

export const letterShape = {
  unit: 'text',
  quarter: 'text',
  breakdown: 'text',
  asOf: 'date',
  ...reissueShape,
  count: 'number',
  leadCount: 'number',
  cooperatingCount: 'number',
  /** One task: 均为 is said of more. */
  isSole: 'flag',
  required: 'number',
  ...countedShape,
  overdue: 'number',
  closed: 'number',
  /** `本季度考核得分96.5分`, as far as the office wants it said. */
  score: 'blank',
  problems: [problemShape],
  tasks: [judgedTaskShape],
  ...commonShape,
  ...asksShape,
  /** What the office adds of its own (remarks.csv), a paragraph each. */
  remarks: [{ text: 'text' }],
  isAllGood: 'flag',
  replyDays: 'number',
  /** Blank in the last quarter of the breakdown's period. */
  nextQuarter: 'blank',
  nextFilingDay: 'date',
} as const;

export type LetterParts = {
  readonly ledger: Ledger;
  /** As of the day of the paper; see transfers.ts. */
  readonly duties: Ledger;
  readonly scorecards: readonly Scorecard[];
  readonly remarks: readonly Remark[];
  readonly breakdown: string;
  readonly office: Office;
  readonly replacement: ReplacedLetter | null;
  /** 第n次更正 by which the figures speak; 0 = as closed. */
  readonly correction: number;
  readonly next: { readonly quarter: Quarter; readonly filingDay: CalendarDate; readonly isInPeriod: boolean };
};

export function letterPaper(unit: Unit, parts: LetterParts): Paper<typeof letterShape> {
  const { ledger, office } = parts;
  const meta = officialMeta(office, { format: 'letter', series: office.series.letter, asOf: ledger.asOf });
  return {
    template: 'letter',
    shape: letterShape,
    view: letterView(unit, parts),
    meta: { ...meta, recipients: [unit.name], copiedTo: office.copiedTo },
  };
}

function letterView(unit: Unit, parts: LetterParts): ViewOf<typeof letterShape> {
  const { ledger, office, next } = parts;
  // In the order of the catalogue, whatever the role.
  const named = ownEntries(ledger, unit).filter(({ group }) => group === null);
  // What went to another unit since is asked of that one; the figures stay.
  const { gone } = transfersOf(unit, parts);
  const kept = named.filter(({ task }) => !gone.has(task.id));
  const [problems, asks] = [problemsOf(kept, ledger.asOf), asksOf(kept)];
  return {
    unit: unit.name,
    quarter: quarterWords(ledger.quarter),
    breakdown: parts.breakdown,
    asOf: ledger.asOf,
    ...reissueFields(unit, parts),
    ...figuresOf(named),
    score: scoreWords(unit, parts),
    problems,
    tasks: named.map((entry) => judgedTask(entry, gone.get(entry.task.id))),
    ...commonFields(unit, ledger),
    ...asks,
    remarks: remarksTo(unit, parts),
    isAllGood: problems.length === 0 && asks.late === '',
    replyDays: office.replyDays,
    nextQuarter: next.isInPeriod ? quarterWords(next.quarter) : '',
    nextFilingDay: next.filingDay,
  };
}

function figuresOf(named: readonly Entry[]) {
  const lead = named.filter((entry) => entry.role === 'lead').length;
  const counts = countsOf(named);
  const { overdue, closed } = counts;
  const { required } = filingOver([counts]);
  return {
    count: named.length,
    leadCount: lead,
    cooperatingCount: named.length - lead,
    isSole: named.length === 1,
    required,
    ...countedParts(counts),
    overdue,
    closed,
  };
}

/** In the order of the file. */
function remarksTo(unit: Unit, { remarks }: LetterParts): ViewOf<typeof letterShape>['remarks'] {
  const own = remarks.filter((remark) => remark.unit.code === unit.code);
  return own.flatMap(({ text }) => linesOf(text)).map((text) => ({ text }));
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** No rank unless the office says so: a letter is about the unit's own work. */
function scoreWords(unit: Unit, { scorecards, office }: LetterParts): string {
  const card = cardOf(scorecards, unit);
  if (office.letterStanding === 'none' || card === null || card.unranked !== null) return '';
  const score = `本季度考核得分${formatPoints(card.score)}分`;
  const isRanked = office.letterStanding === 'rank' && card.rank !== null;
  return isRanked ? `${score}，在${card.rankGroup}${card.rankedCount}个单位中列第${card.rank}名` : score;
}
