/** What the papers of a period draw on, from how it stands. */
import { filingDay } from '../domain/filing.ts';
import type { Quarterly, Yearly } from '../papers/period.ts';
import { nextQuarter, yearOf } from '../trade/calendar.ts';
import type { Charts } from './charts.ts';
import type { Standing } from './standing.ts';
import type { YearStanding } from './year-standing.ts';

export function quarterlyOf({ workspace, quarter, ledger, scorecards }: Standing, { figures }: Charts): Quarterly {
  const { office, catalogue } = workspace;
  const next = nextQuarter(quarter);
  const lastYear = catalogue.period?.to ?? Infinity;
  return {
    quarter,
    ledger,
    scorecards,
    office,
    breakdown: catalogue.title,
    filingDay: filingDay(office, quarter),
    next: { quarter: next, filingDay: filingDay(office, next), isInPeriod: yearOf(next) <= lastYear },
    figures,
  };
}

export function yearlyOf(standing: YearStanding, { figures }: Charts): Yearly {
  const { office, catalogue } = standing.workspace;
  return { ...standing, office, breakdown: catalogue.title, figures };
}
