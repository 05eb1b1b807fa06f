/** What the papers of a period draw on, from how it stands. */
import { filingDay } from '../domain/filing.ts';
import type { Quarterly, Yearly } from '../papers/period.ts';
import type { QuarterParts } from '../domain/judged.ts';
import type { Unit } from '../domain/roster.ts';
import { nextQuarter, yearOf } from '../trade/calendar.ts';
import type { Charts } from './charts.ts';
import type { Standing } from './standing.ts';
import type { YearStanding } from './year-standing.ts';

export function quarterlyOf(standing: Standing, { figures }: Charts): Quarterly {
  const { workspace, quarter, ledger, scorecards, duties, live, parts, closed } = standing;
  // The rules by which the figures were made are frozen with them; who signs and how papers look is of today.
  const office = { ...workspace.office, ...rulesOf(parts) };
  const { catalogue } = parts;
  const next = nextQuarter(quarter);
  const lastYear = catalogue.period?.to ?? Infinity;
  return {
    quarter,
    ledger,
    duties,
    live,
    lettered: letteredUnits(standing),
    scorecards,
    remarks: parts.remarks,
    attachments: parts.attachments ?? [],
    correction: closed?.correction ?? 0,
    office,
    breakdown: catalogue.title,
    filingDay: filingDay(office, quarter),
    next: { quarter: next, filingDay: filingDay(office, next), isInPeriod: yearOf(next) <= lastYear },
    figures,
  };
}

function rulesOf({ office }: QuarterParts): QuarterParts['office'] {
  const { filingDays, lights, ownUnits, selfRanking, scoring, accountability, closing } = office;
  return { filingDays, lights, ownUnits, selfRanking, scoring, accountability, closing };
}

/** Units that had a task on the ledger's day; while no letter of the quarter is out, those that have one now too. Groups and external bodies get none. */
function letteredUnits({ ledger, duties, register, quarter }: Standing): readonly Unit[] {
  const isOut = register.entries.some((entry) => entry.quarter === quarter && entry.kind === 'letter');
  const codes = new Set(ledger.units.map(({ code }) => code));
  const gained = isOut ? [] : duties.units.filter(({ code }) => !codes.has(code));
  return [...ledger.units, ...gained].filter(({ kind }) => kind === 'unit');
}

export function yearlyOf(standing: YearStanding, { figures }: Charts): Yearly {
  const { office, catalogue } = standing.workspace;
  return { ...standing, office, breakdown: catalogue.title, figures };
}
