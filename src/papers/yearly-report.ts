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
import { chapterRows, chapterShape, unitsWithTasks } from './report-rows.ts';
import { numberedShortcomings, shortcomingsShape } from './shortcomings.ts';
import { unitsGone, yearGroups, yearGroupsShape } from './yearly-units.ts';
import { endOfReport, quartersOf, shortQuarter, unitsOverYear } from './yearly-words.ts';

const shortcomings = ['red', 'twice', 'overdue', 'yellow', 'missing', 'late', 'reopened'] as const;

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
  const problems = problemsOf(year);
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
    isClean: Object.values(problems).every(({ units }) => units === ''),
    problems,
    unitsGone: unitsGone(year),
    groups: yearGroups(year),
  };
}

function problemsOf(year: Year): View['problems'] {
  const ledgers = year.quarters.map(({ ledger }) => ledger);
  const assessed = year.last.ledger.entries.filter((entry) => entry.isAssessed);
  const atEnd = (counts: (entry: Entry) => boolean): string => unitsWithTasks(assessed.filter(counts));
  return numberedShortcomings(shortcomings, {
    // What was not filed is red for that reason alone and is named once, under the missing returns.
    red: atEnd((entry) => counters.red(entry) && !counters.missing(entry)),
    twice: atEnd((entry) => counters.red(entry) && entry.previousLight === 'red'),
    overdue: atEnd(counters.overdue),
    yellow: atEnd(counters.yellow),
    missing: unitsOverYear(ledgers, counters.missing),
    late: unitsOverYear(ledgers, counters.late),
    reopened: atEnd((entry) => counters.reopened(entry) && entry.role === 'lead'),
  });
}
