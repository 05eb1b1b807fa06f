/** 述职述廉摘要: a unit's tasks over the year, for its head's yearly report on duty and integrity (seed item 13). */
import { roleWords } from '../trade/claims.ts';
import type { Entry } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { countsOf, type Counts } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { groupBy, groupOf } from '../domain/grouping.ts';
import { handedOver, historyOf, type EntryHistory, type HandedOver, type Year } from '../domain/history.ts';
import type { Unit } from '../domain/roster.ts';
import type { Scorecard } from '../domain/score.ts';
import { commonList, commonListShape } from './common-tasks.ts';
import { yearOf } from '../trade/calendar.ts';
import { lightFields, tallyShape, unaskedOf } from './figure-fields.ts';
import { tableMeta } from './meta.ts';
import { formatPoints } from './evidence.ts';
import { stateOf } from './task-row.ts';
import { endedWords, quarterWords } from './words.ts';
import { endOfReport, quartersOf, shortQuarter } from './yearly-words.ts';

const quarterShape = {
  quarter: 'text',
  ...tallyShape,
  completed: 'number',
  score: 'text',
  rank: 'text',
} as const;

export const extractShape = {
  unit: 'text',
  year: 'number',
  asOf: 'date',
  end: 'text',
  breakdown: 'text',
  quarters: 'text',
  leftOut: 'blank',
  taskCount: 'number',
  lead: 'number',
  cooperating: 'number',
  /** One task: 均为 is said of more. */
  isSole: 'flag',
  lights: [{ name: 'text', count: 'number' }],
  completed: 'number',
  closed: 'number',
  /** The unit began in this year: its earlier quarters are in its predecessors' papers. */
  isFormed: 'flag',
  rows: [quarterShape],
  /** Some quarter has more lights than returns were due; see figure-fields.ts. */
  isUnasked: 'flag',
  tasks: [{ no: 'text', text: 'text', role: 'text', course: 'text', lightClass: 'text', progress: 'blank' }],
  handedOver: [{ no: 'text', text: 'text', role: 'text', state: 'text', successors: 'text' }],
  ...commonListShape,
} as const;

type View = ViewOf<typeof extractShape>;
export type Extract = { readonly unit: Unit; readonly paper: () => Paper<typeof extractShape> };

/** A paper a unit that has a task at the end of the year. */
export function extractPapers(year: Year, breakdown: string): readonly Extract[] {
  const ledgers = year.quarters.map(({ ledger }) => ledger);
  const histories = groupBy(historyOf(ledgers), ({ entry }) => entry.unit.code);
  const gone = groupBy(handedOver(ledgers), ({ entry }) => entry.unit.code);
  const rows = groupBy(quarterRows(year), ({ code }) => code);
  const units = year.last.ledger.units.filter(({ kind }) => kind === 'unit');
  const paperTo = (unit: Unit): Paper<typeof extractShape> => {
    const view = extractView(groupOf(histories, unit.code), groupOf(gone, unit.code));
    const own = groupOf(rows, unit.code);
    const named = {
      unit: unit.name,
      breakdown,
      ...yearFields(year),
      isFormed: unit.from !== null && yearOf(unit.from) === year.year,
      rows: own.map(({ row }) => row),
      isUnasked: own.some(({ unasked }) => unasked > 0),
    };
    return {
      template: 'extract',
      shape: extractShape,
      view: { ...view, ...named },
      meta: tableMeta('portrait', year.last.ledger.asOf),
    };
  };
  return units.map((unit) => ({ unit, paper: () => paperTo(unit) }));
}

type Named =
  | 'isUnasked'
  | 'unit'
  | 'breakdown'
  | 'year'
  | 'asOf'
  | 'end'
  | 'quarters'
  | 'leftOut'
  | 'isFormed'
  | 'rows';

function yearFields(year: Year): Pick<View, 'year' | 'asOf' | 'end' | 'quarters' | 'leftOut'> {
  return {
    year: year.year,
    asOf: year.last.ledger.asOf,
    end: endOfReport(year.last.ledger.quarter),
    quarters: quartersOf(year.quarters.map(({ ledger }) => ledger.quarter)),
    leftOut: quartersOf(year.leftOut),
  };
}

function extractView(histories: readonly EntryHistory[], gone: readonly HandedOver[]): Omit<View, Named> {
  const named = histories.filter(({ entry }) => entry.group === null);
  const common = histories.filter(({ entry }) => entry.group !== null);
  const { lights, completed, closed } = lightFields(countsOf(named.map(({ entry }) => entry)));
  const lead = named.filter(({ entry }) => entry.role === 'lead').length;
  return {
    taskCount: named.length,
    lead,
    cooperating: named.length - lead,
    isSole: named.length === 1,
    lights: lights.map(({ name, count }) => ({ name, count })),
    completed,
    closed,
    tasks: named.map(taskView),
    handedOver: gone.map(handedOverView),
    ...commonList(common.map(({ entry }) => entry)),
  };
}

/** One line a quarter: `第三季度：正常推进，80%，绿灯`; a predecessor's with its name. */
function taskView({ entry, stages }: EntryHistory): View['tasks'][number] {
  const course = stages.map(({ quarter, entry: then }) => {
    const by = then === null || then.unit.code === entry.unit.code ? '' : `（${then.unit.name}）`;
    return `${shortQuarter(quarter)}${by}：${then === null ? '未承担' : stateLine(then)}`;
  });
  return {
    no: entry.task.no,
    text: entry.task.text,
    role: roleWords[entry.role],
    course: course.join('\n'),
    lightClass: entry.light ?? 'plain',
    progress: entry.latest?.progress ?? '',
  };
}

function handedOverView({ quarter, entry, successors }: HandedOver): View['handedOver'][number] {
  return {
    no: entry.task.no,
    text: entry.task.text,
    role: roleWords[entry.role],
    state: `${shortQuarter(quarter)}：${stateLine(entry)}`,
    successors: successors.map(({ name }) => name).join('、') || '—',
  };
}

function stateLine(entry: Entry): string {
  if (endedWords(entry) !== '') return endedWords(entry);
  return stateOf(entry.latest?.status ?? null, entry.percent, entry.light).replaceAll('\n', '，');
}

type UnitRow = { readonly code: string; readonly unasked: number; readonly row: View['rows'][number] };

/** Quarters in which the unit had tasks of its own; its predecessors' scores are theirs. */
function quarterRows(year: Year): readonly UnitRow[] {
  return year.quarters.flatMap(({ ledger, scorecards }) => {
    const cards = new Map(scorecards.map((card) => [card.unit.code, card]));
    return figuresOf(ledger)
      .units.filter(({ counts }) => counts.entries > 0)
      .map(({ unit, counts }) => ({
        code: unit.code,
        unasked: unaskedOf(counts),
        row: { quarter: quarterWords(ledger.quarter), ...rowOf(counts, cards.get(unit.code)) },
      }));
  });
}

function rowOf(counts: Counts, card: Scorecard | undefined): Omit<View['rows'][number], 'quarter'> {
  return {
    ...counts,
    score: card === undefined ? '—' : formatPoints(card.score),
    rank: card === undefined || card.rank === null ? '—' : `${card.rank}/${card.rankedCount}`,
  };
}
