/** The page of a quarter (index.html): what it says, from the ledger, the scores and the papers made. */
import type { Ledger } from '../domain/entry.ts';
import { formatIssueDate } from '../document/official-text.ts';
import type { Fact, PageFigure, PageView, PaperGroup } from '../document/page-view.ts';
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
  readonly kind: string;
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

function factsOf({ ledger, filingDay }: PageParts): readonly Fact[] {
  return [
    { label: '统计截至', value: formatIssueDate(ledger.asOf) },
    { label: '报送时限', value: formatIssueDate(filingDay) },
  ];
}

/** The rows of the summary, each with the way to the unit's scorecard. */
function scoresOf({ ledger, scorecards, papers }: PageParts): PageView['scores'] {
  const paths = new Map(papers.filter(({ kind }) => kind === 'scorecard').map(({ unit, path }) => [unit, path]));
  return scoreGroups(ledger, scorecards).map(({ name, units }) => ({
    name,
    rows: units.map((row) => {
      // The summary adds （本机关） to the office's own name.
      const card = scorecards.find(({ unit }) => row.unit === unit.name || row.unit.startsWith(`${unit.name}（`));
      return { ...row, paper: paths.get(card?.unit.code ?? null) ?? '' };
    }),
  }));
}

const kindTitles: Readonly<Record<string, string>> = {
  report: '督查通报',
  summary: '汇总与台账',
  ledger: '汇总与台账',
  data: '汇总与台账',
  notice: '职责交接通知',
  letter: '督办通知',
  reminder: '催办通知',
  scorecard: '考核评分表',
  internal: '内部材料',
};

/** In the order above, what all read first; kinds that are not in it stand last under their own name. */
function paperGroups(papers: readonly PagePaper[]): readonly PaperGroup[] {
  const titles = [...new Set([...Object.values(kindTitles), ...papers.map(({ kind }) => kindTitles[kind] ?? kind)])];
  return titles
    .map((title) => ({ title, papers: papers.filter(({ kind }) => (kindTitles[kind] ?? kind) === title) }))
    .filter((group) => group.papers.length > 0)
    .map((group) => ({ title: group.title, papers: group.papers.map(({ title, path }) => ({ title, path })) }));
}
