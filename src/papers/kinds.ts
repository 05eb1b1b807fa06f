/**
 * What each kind of paper says: its shape, and its papers in a quarter or a year. Where it lies, how it is numbered and archived stands in
 * trade/paper-kinds.ts; a kind that is missing here does not compile.
 */
import type { Paper } from '../document/paper.ts';
import type { Shape } from '../document/shape.ts';
import { accountabilityCandidates } from '../domain/accountability.ts';
import { commonFacts, dutyFacts, figureFacts } from '../domain/facts.ts';
import { cardOf } from '../domain/of-ledger.ts';
import type { Unit } from '../domain/roster.ts';
import type { Facts } from '../register/draft.ts';
import type { KindsWhere, paperKinds, PaperKind } from '../trade/paper-kinds.ts';
import { candidatesPaper, candidatesShape } from './candidates.ts';
import { changesShape } from './changes.ts';
import { correctionShape } from './correction.ts';
import { ledgerPaper, ledgerShape } from './ledger-table.ts';
import { letterPaper, letterShape } from './letter.ts';
import { noticeShape } from './notice.ts';
import type { OfItsDay, Quarterly, Yearly } from './period.ts';
import { recallShape } from './recall.ts';
import { reminderPaper, reminderShape, silentUnits } from './reminder.ts';
import { reportPaper, reportShape } from './report.ts';
import { scorecardPaper, scorecardShape } from './scorecard.ts';
import { summaryPaper, summaryShape } from './summary.ts';
import { extractPapers, extractShape } from './yearly-extract.ts';
import { specialReportPaper, specialReportShape } from './yearly-report.ts';
import { rollCallPaper, rollCallShape } from './yearly-roll-call.ts';

/** One paper before its template words it. `unit`: to whom it goes, null for papers to all. What it says is made when it is asked for. */
export type Said<S extends Shape = Shape> = {
  readonly unit: Unit | null;
  readonly paper: () => Paper<S>;
  readonly facts?: () => Facts;
};

/** What a paper of the period may draw on. */
export type Periods = { readonly quarter: Quarterly; readonly year: Yearly };

/** A kind that `issue --only` names is sent on its own day: as of the ledger's day, its draft would be out of date when it is issued. */
type DrawnOn<Kind extends PaperKind> =
  Kind extends KindsWhere<'issued', 'named'> ? OfItsDay : Periods[(typeof paperKinds)[Kind]['period']];

type KindOfPaper<Kind extends PaperKind> = {
  readonly shape: Shape;
  readonly say: (of: DrawnOn<Kind>) => readonly Said[];
};

export const kinds: { readonly [Kind in PaperKind]: KindOfPaper<Kind> } = {
  letter: kind(letterShape, (quarterly: Quarterly) => quarterly.lettered.map((unit) => saidLetter(unit, quarterly))),
  report: kind(reportShape, (quarterly: Quarterly) =>
    toAll(
      () => reportPaper(quarterly),
      () => commonFacts(quarterly.duties),
    ),
  ),
  reminder: kind(reminderShape, (quarterly: OfItsDay) =>
    silentUnits(quarterly.live).map((unit) => ({
      unit,
      paper: () => reminderPaper(unit, { ...quarterly, ledger: quarterly.live }),
    })),
  ),
  // What is issued again, and what tells of it, is worded by again.ts from what changed.
  notice: kind(noticeShape, () => []),
  changes: kind(changesShape, () => []),
  correction: kind(correctionShape, () => []),
  recall: kind(recallShape, () => []),
  scorecard: kind(scorecardShape, ({ scorecards, ledger }: Quarterly) =>
    scorecards.map((card) => ({ unit: card.unit, paper: () => scorecardPaper(card, ledger) })),
  ),
  candidates: kind(candidatesShape, ({ ledger, scorecards, office }: Quarterly) =>
    toAll(() => candidatesPaper(accountabilityCandidates(ledger, scorecards, office.accountability), ledger)),
  ),
  summary: kind(summaryShape, ({ ledger, scorecards, figures }: Quarterly) =>
    toAll(() => summaryPaper(ledger, scorecards, figures)),
  ),
  ledger: kind(ledgerShape, ({ ledger, attachments }: Quarterly) => toAll(() => ledgerPaper(ledger, attachments))),
  'special-report': kind(specialReportShape, (yearly: Yearly) => toAll(() => specialReportPaper(yearly, yearly))),
  extract: kind(extractShape, (yearly: Yearly) => extractPapers(yearly, yearly.breakdown)),
  'roll-call': kind(rollCallShape, ({ year, rollCall }: Yearly) =>
    rollCall === null ? [] : toAll(() => rollCallPaper(year, rollCall)),
  ),
};

function saidLetter(unit: Unit, quarterly: Quarterly): Said<typeof letterShape> {
  return {
    unit,
    paper: () => letterPaper(unit, { ...quarterly, replacement: null }),
    facts: () => letterFacts(unit, quarterly),
  };
}

/** What a letter is held to: the unit's duties on the day of the paper, and its figures of the quarter. */
export function letterFacts(unit: Unit, { ledger, duties, scorecards }: Quarterly): Facts {
  return [...dutyFacts(unit, duties), ...figureFacts(unit, ledger, cardOf(scorecards, unit))];
}

/** Inside, shape and view are one; outside, a paper is only worded by its template, which has been checked against the shape. */
function kind<S extends Shape, Of>(shape: S, say: (of: Of) => readonly Said<S>[]) {
  return { shape, say: say as (of: Of) => readonly Said[] };
}

function toAll<S extends Shape>(paper: () => Paper<S>, facts: () => Facts = () => []): readonly Said<S>[] {
  return [{ unit: null, paper, facts }];
}
