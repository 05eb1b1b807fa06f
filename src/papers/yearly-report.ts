/** 年度专题报告: the year's work on the breakdown, upward to the party committee (seed item 88). */
import type { Entry } from '../domain/entry.ts';
import type { FigureSet } from '../document/markup.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { counters } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { filingOver, type Year } from '../domain/history.ts';
import type { Office } from '../domain/office.ts';
import { filingFields, filingShape, lightFields, lightShape, tallyShape } from './figure-fields.ts';
import { officialMeta } from './meta.ts';
import { causesOf, practicesOf } from './practices.ts';
import { isRedByProgress, listedOf, listedShape, reopenedWords, unitsWithCounts } from './report-problems.ts';
import { chapterRows, chapterShape } from './report-rows.ts';
import { numberedShortcomings, shortcomingsShape } from './shortcomings.ts';
import { unitsGone, yearGroups, yearGroupsShape } from './yearly-units.ts';
import { endOfReport, filingRows, filingRowsShape, quartersOf, shortQuarter } from './yearly-words.ts';

const shortcomings = ['red', 'twice', 'overdue', 'yellow', 'missing', 'late', 'reopened'] as const;

const countsShape = {
  red: 'number',
  twice: 'number',
  overdue: 'number',
  yellow: 'number',
  missing: 'number',
  late: 'number',
} as const;

export const specialReportShape = {
  year: 'number',
  breakdown: 'text',
  asOf: 'date',
  end: 'text',
  /** The breakdown is one of integrity, for which item 88 of the seed wants this report. */
  isIntegrity: 'flag',
  quarters: 'text',
  leftOut: 'blank',
  taskCount: 'number',
  unitCount: 'number',
  ...filingShape,
  ...lightShape,
  rows: [
    {
      quarter: 'text',
      ...tallyShape,
      completed: 'number',
    },
  ],
  chapters: [chapterShape],
  isClean: 'flag',
  problems: shortcomingsShape(shortcomings),
  counts: countsShape,
  /** What stands in the way, as the units wrote it; and what the office marked as good over the year. */
  causes: 'blank',
  goodPractices: 'blank',
  /** Tasks that something is asked about at the end; returns of the year that were late or missing. */
  listed: listedShape,
  unfiled: filingRowsShape,
  /** Some unit of the year has gone by its end. */
  unitsGone: 'number',
  groups: yearGroupsShape,
} as const;

type View = ViewOf<typeof specialReportShape>;

export type SpecialReportParts = {
  readonly office: Office;
  readonly breakdown: string;
  readonly figures: FigureSet;
};

export function specialReportPaper(year: Year, parts: SpecialReportParts): Paper<typeof specialReportShape> {
  const { office, breakdown, figures } = parts;
  const { asOf } = year.last.ledger;
  const meta = officialMeta(office, { format: 'official', series: office.series['special-report'], asOf });
  return {
    template: 'special-report',
    shape: specialReportShape,
    view: { ...specialReportView(year), breakdown, isIntegrity: /廉|腐/u.test(breakdown) },
    // 7.2.6: a paper to a higher office names its signer, which the draft leaves to be filled in as it does number and date.
    meta: { ...meta, signatories: ['　　　'], recipients: [superiorOf(office.name)], printedBy: office.printedBy },
    figures,
  };
}

/** The body the office answers to, of its own level: 区委 of XX区纪委监委 (item 88), 县人民政府 of XX县人民政府督查室. */
function superiorOf(officeName: string): string {
  const government = /([省市县区旗州乡镇])(?:人民)?政府/u.exec(officeName)?.[1];
  if (government !== undefined) return `${government}人民政府`;
  const level = /[省市县区旗州](?=纪|委|监|党)/u.exec(officeName)?.[0];
  return level === undefined ? '党委' : `${level}委`;
}

function specialReportView(year: Year): Omit<View, 'breakdown' | 'isIntegrity'> {
  const quarterly = year.quarters.map(({ ledger }) => ({
    quarter: shortQuarter(ledger.quarter),
    ...figuresOf(ledger),
  }));
  const last = figuresOf(year.last.ledger);
  return {
    year: year.year,
    asOf: year.last.ledger.asOf,
    end: endOfReport(year.last.ledger.quarter),
    quarters: quartersOf(year.quarters.map(({ ledger }) => ledger.quarter)),
    leftOut: quartersOf(year.leftOut),
    taskCount: last.taskCount,
    unitCount: last.unitCount,
    ...filingFields(filingOver(quarterly.map(({ total }) => total))),
    ...lightFields(last.total),
    // 销号 counts tasks here, as the sentence above the table and the note below it say.
    rows: quarterly.map(({ quarter, total }) => ({ quarter, ...total, closed: total.closedTasks })),
    chapters: chapterRows(last),
    ...problemsOf(year),
    unitsGone: unitsGone(year),
    groups: yearGroups(year),
  };
}

function problemsOf(year: Year) {
  const { last, quarters } = year;
  const assessed = last.ledger.entries.filter((entry) => entry.isAssessed);
  const of = badEntries(year, assessed);
  const problems = numberedShortcomings(shortcomings, {
    red: unitsWithCounts(of.red),
    twice: unitsWithCounts(of.twice),
    overdue: unitsWithCounts(of.overdue),
    yellow: unitsWithCounts(of.yellow),
    missing: unitsWithCounts(of.missing),
    late: unitsWithCounts(of.late),
    reopened: reopenedWords(assessed.filter(counters.reopened)),
  });
  return {
    isClean: Object.values(problems).every(({ units }) => units === ''),
    problems,
    counts: lengthsOf(of),
    causes: causesOf(of.red),
    // The newest first: of many the last quarters are told.
    goodPractices: practicesOf(
      quarters.toReversed().flatMap(({ scorecards }) => scorecards),
      assessed,
    ),
    listed: listedOf(assessed, last.ledger.asOf),
    unfiled: filingRows(quarters.map(({ ledger }) => ledger)),
  };
}

/** Lights as they stand at the end; returns over the whole year. */
function badEntries({ quarters }: Year, assessed: readonly Entry[]) {
  const overYear = (counts: (entry: Entry) => boolean): readonly Entry[] =>
    quarters.flatMap(({ ledger }) => ledger.entries.filter((entry) => entry.isAssessed && counts(entry)));
  return {
    red: assessed.filter(isRedByProgress),
    twice: assessed.filter((entry) => counters.red(entry) && entry.previousLight === 'red'),
    overdue: assessed.filter(counters.overdue),
    yellow: assessed.filter(counters.yellow),
    missing: overYear(counters.missing),
    late: overYear(counters.late),
  };
}

function lengthsOf({ red, twice, overdue, yellow, missing, late }: ReturnType<typeof badEntries>): View['counts'] {
  return {
    red: red.length,
    twice: twice.length,
    overdue: overdue.length,
    yellow: yellow.length,
    missing: missing.length,
    late: late.length,
  };
}
