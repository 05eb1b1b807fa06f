import type { ScoringRules } from '../../src/domain/rules.ts';
import type { Entry, Ledger } from '../../src/domain/entry.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastDayOf, previousQuarter } from '../../src/trade/calendar.ts';
import { assess } from '../../src/domain/assess.ts';
import { assignTasks } from '../../src/domain/assignment.ts';
import { changesSince } from '../../src/domain/changes.ts';
import { countsOf } from '../../src/domain/counts.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import { ledgerAsOf, type LedgerParts } from '../../src/domain/ledger.ts';
import { scoringProblems } from '../../src/domain/scoring-check.ts';
import { shares } from '../../src/domain/shares.ts';
import { adjustments, districts, onTimeContent, roster, ruleSets } from './arbitrary.ts';
import { day, returnOf } from './fixture.ts';
import { runs } from '../long.ts';

const asOf = day('2024-12-31');
const ledgerOf = (parts: LedgerParts): Ledger => ledgerAsOf(asOf, parts).value;
const keyOf = (entry: Entry): string => `${entry.task.id} ${entry.unit.code}`;

function cardsOf(ledger: Ledger, scoring: ScoringRules, given: Parameters<typeof assess>[1]['adjustments'] = []) {
  return assess(ledger, { office: { ownUnits: ['004'], selfRanking: 'apart', scoring }, adjustments: given }).value;
}

test('the order of files and rows is irrelevant', () => {
  const shuffled = districts.chain((parts) =>
    fc
      .record({
        returns: fc.shuffledSubarray([...parts.returns], { minLength: parts.returns.length }),
        previousReturns: fc.shuffledSubarray([...parts.previousReturns], { minLength: parts.previousReturns.length }),
        plans: fc.shuffledSubarray([...parts.plans], { minLength: parts.plans.length }),
        closures: fc.shuffledSubarray([...parts.closures], { minLength: parts.closures.length }),
        reassignments: fc.shuffledSubarray([...parts.reassignments], { minLength: parts.reassignments.length }),
      })
      .map((other) => [parts, { ...parts, ...other }] as const),
  );
  fc.assert(
    fc.property(shuffled, ruleSets, ([parts, other], rules) => {
      expect(ledgerOf(other)).toEqual(ledgerOf(parts));
      expect(cardsOf(ledgerOf(other), rules)).toEqual(cardsOf(ledgerOf(parts), rules));
    }),
    runs(30),
  );
});

test('joining twice is joining once', () => {
  fc.assert(
    fc.property(districts, (parts) => {
      const twice = { ...parts, returns: [...parts.returns, ...parts.returns] };
      expect(ledgerOf(twice)).toEqual(ledgerOf(parts));
    }),
    runs(30),
  );
});

test('one entry a task and unit; none lost, none made up', () => {
  fc.assert(
    fc.property(districts, (parts) => {
      const { entries, units } = ledgerOf(parts);
      const assigned = assignTasks(asOf, parts).value;
      const expected = assigned.tasks.flatMap(({ task, leads, cooperators }) =>
        [...leads, ...cooperators]
          .flatMap((unit) => (unit.kind === 'group' ? (assigned.members.get(unit.code) ?? []) : [unit]))
          .map((unit) => `${task.id} ${unit.code}`),
      );
      const keys = entries.map(keyOf);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(keys)).toEqual(new Set(expected));
      expect(new Set(units.map((unit) => unit.code))).toEqual(new Set(entries.map((entry) => entry.unit.code)));
    }),
    runs(30),
  );
});

test('no return of an owner is lost: it counts, or is kept as corrected', () => {
  fc.assert(
    fc.property(districts, (parts) => {
      const { entries } = ledgerOf(parts);
      const held = new Set(
        entries.flatMap((entry) => [...entry.corrected, ...(entry.latest === null ? [] : [entry.latest])]),
      );
      const keys = new Set(entries.map(keyOf));
      const own = parts.returns.filter((each) => each.filedOn <= asOf && keys.has(`${each.taskId} ${each.unit.code}`));
      expect(own.every((each) => held.has(each))).toBe(true);
      expect(
        entries.every((entry) => entry.corrected.every((each) => each.filedOn <= (entry.latest?.filedOn ?? ''))),
      ).toBe(true);
    }),
    runs(30),
  );
});

test('a score stays within its bounds and is the sum of its lines; every rule line names as much evidence as it counts', () => {
  fc.assert(
    fc.property(districts, ruleSets, adjustments, (parts, rules, given) => {
      expect(scoringProblems(rules)).toEqual([]);
      for (const { score, lines } of cardsOf(ledgerOf(parts), rules, given)) {
        expect(score).toBeGreaterThanOrEqual(rules.floor ?? -Infinity);
        expect(score).toBeLessThanOrEqual(rules.ceiling ?? Infinity);
        expect(lines.reduce((sum, line) => sum + line.points, 0)).toBeCloseTo(score, 6);
        const counted = lines.filter((line) => line.kind === 'rule' || line.kind === 'manual');
        expect(counted.every((line) => line.evidence.length === line.count && line.count > 0)).toBe(true);
      }
    }),
    runs(30),
  );
});

test('filing on time never lowers a score', () => {
  fc.assert(
    fc.property(
      districts,
      ruleSets,
      fc.record({ content: onTimeContent, pick: fc.nat() }),
      (parts, rules, { content, pick }) => {
        const before = ledgerOf(parts);
        const open = before.entries.filter((entry) => entry.filing === 'missing');
        const entry = open[pick % Math.max(1, open.length)];
        fc.pre(entry !== undefined);
        const filed = returnOf(roster, { ...content, unit: entry.unit.name, taskId: entry.task.id });
        const after = ledgerOf({ ...parts, returns: [...parts.returns, filed] });
        const score = (ledger: Ledger) =>
          cardsOf(ledger, rules).find((card) => card.unit.code === entry.unit.code)?.score;
        expect(score(after)).toBeGreaterThanOrEqual(score(before) ?? Infinity);
      },
    ),
    runs(75),
  );
});

test('filing the same earlier never lowers a score', () => {
  fc.assert(
    fc.property(districts, ruleSets, fc.nat(), (parts, rules, pick) => {
      const before = ledgerOf(parts);
      const late = before.entries.filter(
        (entry) => entry.daysLate > 0 && entry.corrected.length === 0 && !entry.isInherited,
      );
      const entry = late[pick % Math.max(1, late.length)];
      fc.pre(entry !== undefined && entry.latest !== null);
      const earlier = { ...entry.latest, filedOn: day('2024-12-01') };
      const returns = parts.returns.map((each) => (each === entry.latest ? earlier : each));
      const score = (ledger: Ledger) =>
        cardsOf(ledger, rules).find((card) => card.unit.code === entry.unit.code)?.score;
      expect(score(ledgerOf({ ...parts, returns }))).toBeGreaterThanOrEqual(score(before) ?? Infinity);
    }),
    runs(30),
  );
});

test('ties share a rank, and a rank is one more than the number of better units', () => {
  fc.assert(
    fc.property(districts, ruleSets, (parts, rules) => {
      const cards = cardsOf(ledgerOf(parts), rules);
      const ranked = cards.filter((card) => card.unranked === null);
      for (const card of ranked) {
        const rivals = ranked.filter((other) => other.rankGroup === card.rankGroup);
        expect(card.rank).toBe(1 + rivals.filter((other) => other.score > card.score).length);
        expect(card.rankedCount).toBe(rivals.length);
      }
      expect(cards.filter((card) => card.unranked !== null).every((card) => card.rank === null)).toBe(true);
    }),
    runs(30),
  );
});

test('figures add up: filings to what is required, lights to entries, sections and units to the whole, shares to 100.0', () => {
  fc.assert(
    fc.property(districts, (parts) => {
      const ledger = ledgerOf(parts);
      const { total, sections, chapters, units } = figuresOf(ledger);
      expect(total.onTime + total.late + total.missing + total.pending).toBe(total.required);
      const unlit = ledger.entries.filter((entry) => entry.isAssessed && entry.light === null).length;
      expect(total.green + total.yellow + total.red + unlit).toBe(total.entries);
      for (const part of [sections, chapters, units]) {
        expect(part.reduce((sum, { counts }) => sum + counts.entries, 0)).toBe(total.entries);
      }
      expect(countsOf(ledger.entries)).toEqual(total);
      const lights = shares([total.green, total.yellow, total.red]).reduce(
        (sum, share) => sum + Math.round(share * 10),
        0,
      );
      expect([0, 1000]).toContain(lights);
    }),
    runs(30),
  );
});

test('the light of last quarter is the one that last quarter’s papers showed', () => {
  fc.assert(
    fc.property(districts, (parts) => {
      fc.pre(parts.previousReturns.length > 0);
      const before = previousQuarter(parts.quarter);
      const inItsTime = {
        ...parts,
        quarter: before,
        returns: parts.previousReturns,
        previousReturns: [],
        reminders: new Map(),
      };
      const shown = new Map(
        ledgerAsOf(lastDayOf(before), inItsTime).value.entries.map((entry) => [keyOf(entry), entry]),
      );
      for (const entry of ledgerOf(parts).entries.filter((each) => each.predecessors.length === 0)) {
        const then = shown.get(keyOf(entry));
        // A unit that was only asked through a group then had no light.
        if (then?.isAssessed !== entry.isAssessed) continue;
        const { previousLight, wasClosed, wasOverdue } = entry;
        expect([previousLight, wasClosed, wasOverdue]).toEqual([then.light, then.isClosed, then.isOverdue]);
      }
    }),
    runs(30),
  );
});

test('nothing is better and worse at once, closed and reopened at once', () => {
  fc.assert(
    fc.property(districts, (parts) => {
      const { better, worse, newlyClosed, reopened } = changesSince(ledgerOf(parts));
      expect(better.filter((entry) => worse.includes(entry))).toEqual([]);
      expect(newlyClosed.filter((entry) => reopened.includes(entry))).toEqual([]);
    }),
    runs(30),
  );
});
