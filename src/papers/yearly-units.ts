/** The year unit by unit: scores and ranks by quarter, returns over the year, lights at its end. */
import type { ViewOf } from '../document/shape.ts';
import { countsOf, type Counts } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { groupBy } from '../domain/grouping.ts';
import { filingOver, type Year } from '../domain/history.ts';
import type { Unit } from '../domain/roster.ts';
import type { Scorecard } from '../domain/score.ts';
import { tallyShape } from './figure-fields.ts';
import { formatPoints } from './evidence.ts';
import { shortQuarter } from './yearly-words.ts';

const unitShape = {
  unit: 'text',
  scores: 'text',
  ...tallyShape,
  /** `—` for a unit that has gone: it has no light at the end of the year, which is not the same as none. */
  green: 'text',
  yellow: 'text',
  red: 'text',
  closed: 'text',
} as const;

export const yearGroupsShape = [{ name: 'text', units: [unitShape] }] as const;
type Groups = ViewOf<typeof yearGroupsShape>;

type UnitQuarter = {
  readonly unit: Unit;
  readonly quarter: string;
  readonly isLast: boolean;
  readonly counts: Counts;
  readonly card: Scorecard | null;
};

/** How many units of the year are no more at its end. */
export function unitsGone(year: Year): number {
  const current = new Set(year.last.ledger.units.map(({ code }) => code));
  return new Set(unitQuarters(year).flatMap(({ unit }) => (current.has(unit.code) ? [] : [unit.code]))).size;
}

/** Every unit assessed in any quarter, by 考核分组 in the order of the roster. */
export function yearGroups(year: Year): Groups {
  const byUnit = groupBy(unitQuarters(year), ({ unit }) => unit.code);
  const units = year.units.filter(({ code }) => byUnit.has(code));
  const current = new Set(year.last.ledger.units.map(({ code }) => code));
  return [...groupBy(units, (unit) => unit.category || '其他')].map(([name, members]) => ({
    name,
    units: members.map((unit) => unitRow(unit, byUnit.get(unit.code) ?? [], current.has(unit.code))),
  }));
}

function unitQuarters(year: Year): readonly UnitQuarter[] {
  return year.quarters.flatMap(({ ledger, scorecards }) => {
    const cards = new Map(scorecards.map((card) => [card.unit.code, card]));
    const quarter = shortQuarter(ledger.quarter);
    return figuresOf(ledger)
      .units.filter(({ counts }) => counts.entries > 0)
      .map(({ unit, counts }) => ({
        unit,
        quarter,
        isLast: ledger === year.last.ledger,
        counts,
        card: cards.get(unit.code) ?? null,
      }));
  });
}

/** A unit that has gone has no lights at the end of the year. */
function unitRow(unit: Unit, quarters: readonly UnitQuarter[], isCurrent: boolean): Groups[number]['units'][number] {
  const { green, yellow, red, closed } = quarters.find(({ isLast }) => isLast)?.counts ?? countsOf([]);
  const atEnd = (count: number): string => (isCurrent ? String(count) : '—');
  return {
    unit: isCurrent ? unit.name : `${unit.name}（年内已调整）`,
    scores: quarters.map(({ quarter, card }) => `${quarter}${scoreOf(card)}`).join('\n'),
    ...filingOver(quarters.map(({ counts }) => counts)),
    green: atEnd(green),
    yellow: atEnd(yellow),
    red: atEnd(red),
    closed: atEnd(closed),
  };
}

function scoreOf(card: Scorecard | null): string {
  if (card === null || card.unranked === 'no-tasks') return '未计分';
  const points = `${formatPoints(card.score)}分`;
  return card.rank === null ? points : `${points}，第${card.rank}名`;
}
