/** 督办通知: one letter a unit, with its tasks, last quarter's and this quarter's state, and what is asked by which day. */
import type { Entry, Ledger } from '../domain/entry.ts';
import { addDays, type CalendarDate, type Quarter } from '../trade/calendar.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import { counters } from '../domain/counts.ts';
import type { Office } from '../domain/office.ts';
import type { Unit } from '../domain/roster.ts';
import { officialMeta } from './meta.ts';
import { reissueFields, reissueShape, type Replacement } from './reissue-fields.ts';
import { taskRow, taskRowShape } from './task-row.ts';
import { quarterWords, taskNumbers } from './words.ts';

export const letterShape = {
  quarter: 'text',
  breakdown: 'text',
  asOf: 'date',
  ...reissueShape,
  count: 'number',
  leadCount: 'number',
  cooperatingCount: 'number',
  commonCount: 'number',
  leadPart: 'number',
  cooperatingPart: 'number',
  commonPart: 'number',
  askedPart: 'number',
  lead: [taskRowShape],
  cooperating: [taskRowShape],
  common: [{ no: 'text', text: 'text', leads: 'text' }],
  missing: 'blank',
  late: 'blank',
  red: 'blank',
  yellow: 'blank',
  completed: 'blank',
  isAllGood: 'flag',
  replyBy: 'date',
  /** The breakdown's period goes on; false in its last quarter. */
  hasNext: 'flag',
  nextQuarter: 'text',
  nextFilingDay: 'date',
} as const;

export type LetterParts = {
  readonly ledger: Ledger;
  readonly breakdown: string;
  readonly office: Office;
  readonly replacement: Replacement | null;
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
  const { ledger } = parts;
  const entries = ledger.entries.filter((entry) => entry.unit.code === unit.code);
  const lead = entries.filter((entry) => entry.group === null && entry.role === 'lead');
  const cooperating = entries.filter((entry) => entry.group === null && entry.role === 'cooperating');
  const common = entries.filter((entry) => entry.group !== null);
  return {
    quarter: quarterWords(ledger.quarter),
    breakdown: parts.breakdown,
    asOf: ledger.asOf,
    ...reissueFields(unit, parts),
    ...countsOf({ lead, cooperating, common }),
    lead: lead.map(taskRow),
    cooperating: cooperating.map(taskRow),
    common: common.map((entry) => commonRow(entry, ledger)),
    // Task numbers are listed in the order of the catalogue, whatever the role.
    ...asksOf(entries.filter((entry) => entry.group === null)),
    replyBy: addDays(ledger.asOf, parts.office.replyDays),
    hasNext: parts.next.isInPeriod,
    nextQuarter: quarterWords(parts.next.quarter),
    nextFilingDay: parts.next.filingDay,
  };
}

type Kinds = {
  readonly lead: readonly Entry[];
  readonly cooperating: readonly Entry[];
  readonly common: readonly Entry[];
};

/** Counts, and the numbers of the parts that are printed: 一、 goes to the first that has anything in it. */
function countsOf({ lead, cooperating, common }: Kinds) {
  const hasLead = lead.length > 0;
  const hasCooperating = cooperating.length > 0;
  const hasCommon = common.length > 0;
  const leadPart = Number(hasLead);
  const cooperatingPart = leadPart + Number(hasCooperating);
  const commonPart = cooperatingPart + Number(hasCommon);
  return {
    count: lead.length + cooperating.length,
    leadCount: lead.length,
    cooperatingCount: cooperating.length,
    commonCount: common.length,
    leadPart,
    cooperatingPart,
    commonPart,
    askedPart: commonPart + 1,
  };
}

function commonRow(entry: Entry, ledger: Ledger) {
  const assigned = ledger.tasks.find(({ task }) => task.id === entry.task.id);
  const leads = (assigned?.leads ?? []).map(({ name }) => name);
  return { no: entry.task.no, text: entry.task.text, leads: leads.length === 0 ? '—' : leads.join('、') };
}

function asksOf(entries: readonly Entry[]) {
  const rows = entries.map(taskRow);
  const numbers = (applies: (row: (typeof rows)[number]) => boolean): string =>
    taskNumbers(rows.filter(applies).map(({ no }) => no));
  const missing = numbers((row) => row.isMissing);
  const late = taskNumbers(entries.filter(counters.late).map(({ task }) => task.no));
  const red = numbers((row) => row.isRed || row.isOverdue);
  const yellow = numbers((row) => row.isYellow);
  const completed = numbers((row) => row.isCompleted);
  return {
    missing,
    late,
    red,
    yellow,
    completed,
    isAllGood: missing + late + red + yellow === '',
  };
}
