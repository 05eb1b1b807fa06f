/** Figures: the quarter in numbers, in all, by section and by unit; and over the quarters. */
import type { Role } from '../trade/claims.ts';
import { isDropped } from './task-change.ts';
import type { Entry, Ledger } from './entry.ts';
import type { Quarter } from '../trade/calendar.ts';
import { countsOf, type Counts } from './counts.ts';
import { groupBy, groupOf } from './grouping.ts';
import type { Unit } from './roster.ts';

/** Headings down to the second level, in the order of the source. */
export type SectionFigures = { readonly section: readonly string[]; readonly counts: Counts };

export type UnitFigures = {
  readonly unit: Unit;
  readonly counts: Counts;
  readonly tasks: Readonly<Record<Role | 'common', number>>;
};

export type Figures = {
  readonly total: Counts;
  /** Numbered tasks of the breakdown, those without an assessed unit too. */
  readonly taskCount: number;
  /** Units of the district that any task names. */
  readonly unitCount: number;
  readonly chapters: readonly SectionFigures[];
  readonly sections: readonly SectionFigures[];
  readonly units: readonly UnitFigures[];
};

/** Counted once a ledger: charts, report, summary and page ask alike. */
export function figuresOf(ledger: Ledger): Figures {
  const known = counted.get(ledger);
  if (known !== undefined) return known;
  const figures = countedAnew(ledger);
  counted.set(ledger, figures);
  return figures;
}

const counted = new WeakMap<Ledger, Figures>();

function countedAnew(ledger: Ledger): Figures {
  const byUnit = groupBy(ledger.entries, (entry) => entry.unit.code);
  const units = ledger.units
    .filter((unit) => unit.kind === 'unit')
    .map((unit) => unitFigures(unit, groupOf(byUnit, unit.code)));
  return {
    total: countsOf(ledger.entries),
    taskCount: ledger.tasks.filter(({ task }) => !isDropped(task)).length,
    unitCount: units.filter(({ counts }) => counts.entries > 0).length,
    chapters: sectionFigures(ledger, 1),
    sections: sectionFigures(ledger, 2),
    units,
  };
}

/** One row a quarter, oldest first: what a chart over the year shows. */
export type Trend = readonly { readonly quarter: Quarter; readonly counts: Counts }[];

export function trendOf(ledgers: readonly Ledger[]): Trend {
  return ledgers
    .map((ledger) => ({ quarter: ledger.quarter, counts: countsOf(ledger.entries) }))
    .toSorted((a, b) => Number(a.quarter > b.quarter) - Number(a.quarter < b.quarter));
}

/** Sections without an assessed entry are listed too, with zeros. */
function sectionFigures(ledger: Ledger, depth: number): readonly SectionFigures[] {
  const keyOf = (section: readonly string[]): string => section.slice(0, depth).join('\n');
  const entries = groupBy(ledger.entries, (entry) => keyOf(entry.task.section));
  const sections = new Map(ledger.tasks.map(({ task }) => [keyOf(task.section), task.section.slice(0, depth)]));
  return [...sections].map(([key, section]) => ({ section, counts: countsOf(groupOf(entries, key)) }));
}

function unitFigures(unit: Unit, entries: readonly Entry[]): UnitFigures {
  const named = entries.filter((entry) => entry.group === null);
  const lead = named.filter((entry) => entry.role === 'lead').length;
  const tasks = { lead, cooperating: named.length - lead, common: entries.length - named.length };
  return { unit, counts: countsOf(entries), tasks };
}
