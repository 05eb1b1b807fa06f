/** Every paper of a quarter as a Document: letters, report, scorecards, summary, ledger. */
import type { Ledger } from '../domain/entry.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Figures } from '../document/markup.ts';
import { documentOf, type Paper } from '../document/paper.ts';
import type { Shape } from '../document/shape.ts';
import type { Templates } from '../document/template.ts';
import type { Document } from '../document/tree.ts';
import { accountabilityCandidates } from '../domain/accountability.ts';
import { factsOf } from '../domain/facts.ts';
import type { Office } from '../domain/office.ts';
import type { Unit } from '../domain/roster.ts';
import type { Scorecard } from '../domain/score.ts';
import type { Draft } from '../register/draft.ts';
import { codedName } from '../trade/file-name.ts';
import type { Message, Result } from '../message/message.ts';
import type { TablePaper } from './plan.ts';
import { candidatesPaper } from '../papers/candidates.ts';
import { ledgerPaper } from '../papers/ledger-table.ts';
import { letterPaper } from '../papers/letter.ts';
import { noticePaper } from '../papers/notice.ts';
import type { Replacement } from '../papers/reissue-fields.ts';
import { reminderPaper, silentUnits } from '../papers/reminder.ts';
import { reportPaper } from '../papers/report.ts';
import { scorecardPaper } from '../papers/scorecard.ts';
import { summaryPaper } from '../papers/summary.ts';

/** What the papers say, before any of it is worded. */
export type Quarterly = {
  readonly quarter: Quarter;
  readonly ledger: Ledger;
  readonly scorecards: readonly Scorecard[];
  readonly office: Office;
  /** Title of the breakdown. */
  readonly breakdown: string;
  readonly filingDay: CalendarDate;
  readonly next: { readonly quarter: Quarter; readonly filingDay: CalendarDate; readonly isInPeriod: boolean };
  readonly templates: Templates;
  readonly figures: Figures;
  /** The charts again as narrow SVG, by the same names: the page's, for telephones. */
  readonly slimCharts: Readonly<Record<string, string>>;
};

/** A letter a unit of the roster that has tasks, the report, and a reminder a unit that has filed nothing. */
export function draftsOf(quarterly: Quarterly): Result<readonly Draft[]> {
  const messages: Message[] = [];
  const reminders = silentUnits(quarterly.ledger).map((unit) => reminderDraft(unit, quarterly, messages));
  const letters = lettered(quarterly).map((unit) => letterDraft(unit, quarterly, { replacement: null, messages }));
  const report = made(quarterly.templates, reportPaper(quarterly), messages);
  const bulletin: Draft = { path: 'report', kind: 'report', addressee: null, document: report, facts: [] };
  return { value: [...letters, bulletin, ...reminders], messages };
}

/** Units that get a letter: groups and external bodies do not. */
export function lettered({ ledger }: Pick<Quarterly, 'ledger'>): readonly Unit[] {
  return ledger.units.filter(({ kind }) => kind === 'unit');
}

export function letterDraft(
  unit: Unit,
  quarterly: Quarterly,
  with_: { readonly replacement: Replacement | null; readonly messages: Message[] },
): Draft {
  const paper = letterPaper(unit, { ...quarterly, replacement: with_.replacement });
  return {
    path: `letters/${codedName(unit.code, unit.name)}`,
    kind: 'letter',
    addressee: { code: unit.code, name: unit.name },
    document: made(quarterly.templates, paper, with_.messages),
    facts: factsOf(unit, quarterly.ledger),
  };
}

function reminderDraft(unit: Unit, quarterly: Quarterly, messages: Message[]): Draft {
  return {
    path: `reminders/${codedName(unit.code, unit.name)}`,
    kind: 'reminder',
    addressee: { code: unit.code, name: unit.name },
    document: made(quarterly.templates, reminderPaper(unit, quarterly), messages),
    facts: [],
  };
}

/** 职责移交通知: for a unit that has nothing left of what its letter named. */
export function noticeDraft(
  unit: Unit,
  quarterly: Quarterly,
  with_: { readonly replaces: string; readonly messages: Message[] },
): Draft {
  return {
    path: `notices/${codedName(unit.code, unit.name)}`,
    kind: 'notice',
    addressee: { code: unit.code, name: unit.name },
    document: made(quarterly.templates, noticePaper(unit, { ...quarterly, replaces: with_.replaces }), with_.messages),
    facts: [],
  };
}

/** Assessment tables: a scorecard a unit, the summary and the ledger. */
export function tablesOf(quarterly: Quarterly): Result<readonly TablePaper[]> {
  const { ledger, scorecards, templates, figures } = quarterly;
  const messages: Message[] = [];
  const cards = scorecards.map((scorecard): TablePaper => {
    const path = `assessments/${codedName(scorecard.unit.code, scorecard.unit.name)}`;
    return { path, kind: 'scorecard', document: made(templates, scorecardPaper(scorecard, ledger), messages) };
  });
  const summary = made(templates, summaryPaper(ledger, scorecards, figures), messages);
  const table = made(templates, ledgerPaper(ledger), messages);
  const candidates = accountabilityCandidates(ledger, scorecards, quarterly.office.accountability);
  const internal = made(templates, candidatesPaper(candidates, ledger), messages);
  return {
    value: [
      ...cards,
      { path: 'internal/accountability', kind: 'internal', document: internal },
      { path: 'summary', kind: 'summary', document: summary },
      { path: 'ledger', kind: 'ledger', document: table },
    ],
    messages,
  };
}

function made<S extends Shape>(templates: Templates, paper: Paper<S>, messages: Message[]): Document {
  const { value, messages: found } = documentOf(templates, paper);
  messages.push(...found);
  return value;
}
