/** The page of a quarter (index.html): what it says, from the ledger, the scores and the papers made. */
import { plainKinds, paperRow, type PaperKind } from '../trade/paper-kinds.ts';
import type { Ledger } from '../domain/entry.ts';
import { formatIssueDate } from '../document/official-text.ts';
import type { FactView, PageFigure, PageView, PaperGroup } from '../document/page-view.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { Office } from '../domain/office.ts';
import type { Scorecard } from '../domain/score.ts';
import { pageChanges } from './page-changes.ts';
import { pageFiling } from './page-filing.ts';
import { pageHeadline } from './page-headline.ts';
import { pageLedger } from './page-ledger.ts';
import { pageMatrix } from './page-matrix.ts';
import { scoreGroups } from './summary.ts';
import { quarterWords } from './words.ts';

/** A paper of the quarter's folder: `path` relative to it, `kind` as of its job, `unit` the code of the one it is about. */
export type PagePaper = {
  readonly path: string;
  readonly kind: PaperKind | 'data';
  readonly title: string;
  readonly unit: string | null;
};

export type PageParts = {
  readonly ledger: Ledger;
  readonly scorecards: readonly Scorecard[];
  readonly office: Pick<Office, 'name'>;
  readonly breakdown: string;
  readonly filingDay: CalendarDate;
  readonly figures: readonly PageFigure[];
  readonly papers: readonly PagePaper[];
  readonly notice: string;
};

export function pageView(parts: PageParts): PageView {
  const { ledger, office } = parts;
  return {
    period: quarterWords(ledger.quarter),
    subject: '责任分解任务督查情况',
    breakdown: parts.breakdown,
    office: office.name,
    facts: factsOf(parts),
    notice: parts.notice,
    ...pageHeadline(ledger),
    figures: parts.figures,
    matrix: pageMatrix(ledger),
    ledger: pageLedger(ledger),
    missing: pageFiling(ledger, parts.filingDay),
    changes: pageChanges(ledger),
    scores: scoresOf(parts),
    papers: paperGroups(parts.papers),
  };
}

function factsOf({ ledger, filingDay }: PageParts): readonly FactView[] {
  return [
    { label: '统计截至', value: formatIssueDate(ledger.asOf) },
    { label: '报送时限', value: formatIssueDate(filingDay) },
  ];
}

/** The rows of the summary, each with the way to the unit's scorecard. */
function scoresOf({ ledger, scorecards, papers }: PageParts): PageView['scores'] {
  const paths = new Map(papers.filter(({ kind }) => kind === 'scorecard').map(({ unit, path }) => [unit, path]));
  const cards = new Map(scorecards.toReversed().map(({ unit }) => [unit.name, unit.code]));
  return scoreGroups(ledger, scorecards).map(({ name, units }) => ({
    name,
    rows: units.map((row) => {
      // The summary adds （本机关） to the office's own name.
      const code = cards.get(row.unit) ?? cards.get(row.unit.replace(/（[^（]*$/u, ''));
      return { ...row, paper: paths.get(code ?? null) ?? '' };
    }),
  }));
}

/** In the order of their ranks, what all read first. */
function paperGroups(papers: readonly PagePaper[]): readonly PaperGroup[] {
  const placed = papers.map((paper) => ({ paper, on: placeOnPage(paper.kind) }));
  const ranks = [...new Map(placed.map(({ on }) => [on.title, on])).values()].toSorted((a, b) => a.rank - b.rank);
  return ranks.map(({ title }) => ({
    title,
    papers: placed
      .filter(({ on }) => on.title === title)
      .map(({ paper }) => ({ title: paper.title, path: paper.path })),
  }));
}

function placeOnPage(kind: PagePaper['kind']): { readonly title: string; readonly rank: number } {
  return kind === 'data' ? plainKinds.data.onPage : paperRow(kind).onPage;
}
