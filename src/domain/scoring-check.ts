/**
 * What a rule file may not say. Above all: filing on time never lowers a score. So the rungs of a ladder go down in points, and
 * share one cap, that of their group (with caps of their own, one more yellow could cost more than one red less gives back).
 */
import type { Role } from '../trade/claims.ts';
import type { Rung } from '../trade/figure-words.ts';
import type { ScoringGroup, ScoringRule, ScoringRules } from './rules.ts';
import { error, type Message } from '../message/message.ts';
import { ladders, placeOf } from './events.ts';
import { eventOf, pointsFor } from './scoring.ts';

const roles = ['lead', 'cooperating'] as const satisfies readonly Role[];

export function scoringProblems(rules: ScoringRules): readonly Message[] {
  const all = rules.groups.flatMap((group) => group.rules.map((rule) => ({ rule, group })));
  return [
    ...repeated(all.map(({ rule }) => rule)),
    ...all.flatMap(({ rule }) => [...dayProblem(rule), ...signProblem(rule)]),
    ...ladderProblems(all, ladders.filing),
    ...ladderProblems(all, ladders.progress),
    ...all.flatMap(({ rule }) => everyProblem(rule, all)),
    ...filingOrder(all.map(({ rule }) => rule)),
    ...progressOrder(all.map(({ rule }) => rule)),
  ];
}

function repeated(rules: readonly ScoringRule[]): readonly Message[] {
  const seen = new Set<string>();
  return rules.flatMap((rule) => {
    const key = JSON.stringify(rule.counts);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? [] : [error(rule.place, 'scoring-rule-twice', { label: rule.label })];
  });
}

/** Points for each day late would otherwise pay for being late. */
function dayProblem(rule: ScoringRule): readonly Message[] {
  const isPaid = rule.per === 'day' && roles.some((role) => pointsFor(rule, role) > 0);
  return isPaid ? [error(rule.place, 'scoring-paid-by-day', { label: rule.label })] : [];
}

/** Deductions and bonuses have caps of their own, so one rule is either the one or the other. */
function signProblem(rule: ScoringRule): readonly Message[] {
  const signs = roles.map((role) => Math.sign(pointsFor(rule, role)));
  return signs.includes(1) && signs.includes(-1)
    ? [error(rule.place, 'scoring-mixed-signs', { label: rule.label })]
    : [];
}

type Placed = { readonly rule: ScoringRule; readonly group: ScoringGroup };

function ladderProblems(all: readonly Placed[], ladder: readonly string[]): readonly Message[] {
  const rungs = all.filter(({ rule }) => ladder.includes(eventOf(rule) ?? ''));
  const pers = [...new Set(rungs.map(({ rule }) => rule.per).filter((per) => per !== 'day'))];
  const homes = [...new Set(rungs.map(({ group }) => group.name))];
  return rungs.flatMap(({ rule: { label, place, cap, per }, group }) => {
    if (per !== 'day' && pers.length > 1) return [error(place, 'scoring-ladder-mixed', { label })];
    if (cap !== null) return [error(place, 'scoring-cap-on-rung', { label, group: group.name })];
    return group.name === homes[0] ? [] : [error(place, 'scoring-ladder-apart', { label, groups: homes })];
  });
}

/**
 * Of one in two the second costs all: one less may give nothing back. So only the rung that deducts first may count so, in whole
 * events and alike for both roles.
 */
function everyProblem(rule: ScoringRule, all: readonly Placed[]): readonly Message[] {
  if (rule.every === 1) return [];
  const event = eventOf(rule) ?? '';
  const ladder: readonly string[] = Object.values(ladders).find((rungs) => rungs.some((rung) => rung === event)) ?? [];
  const better = ladder.slice(0, ladder.indexOf(event));
  const costs = all.some(
    (each) => better.includes(eventOf(each.rule) ?? '') && roles.some((role) => pointsFor(each.rule, role) < 0),
  );
  const isAlike = pointsFor(rule, 'lead') === pointsFor(rule, 'cooperating');
  return costs || !isAlike || rule.per !== 'event' ? [error(rule.place, 'scoring-every', { label: rule.label })] : [];
}

/** A rung without a rule counts 0; 催办后报送 without one counts as late. */
function filingOrder(rules: readonly ScoringRule[]): readonly Message[] {
  const late = ruleFor(rules, 'late');
  return descending([
    { event: 'on-time', rule: ruleFor(rules, 'on-time') },
    { event: 'late', rule: late },
    { event: 'after-reminder', rule: ruleFor(rules, 'after-reminder') ?? late },
    { event: 'missing', rule: ruleFor(rules, 'missing') },
  ]);
}

/** Without a rule for overdue the light counts; without one for red, a missing return would be better than a poor one. */
function progressOrder(rules: readonly ScoringRule[]): readonly Message[] {
  const red: Ruled = { event: 'red', rule: ruleFor(rules, 'red') };
  const overdue = ruleFor(rules, 'overdue');
  return descending([
    { event: 'green', rule: undefined },
    { event: 'yellow', rule: ruleFor(rules, 'yellow') },
    red,
    overdue === undefined ? red : { event: 'overdue', rule: overdue },
  ]);
}

type Ruled = { readonly event: Rung; readonly rule: ScoringRule | undefined };

function descending([best, ...rungs]: readonly [Ruled, ...Ruled[]]): readonly Message[] {
  let better = best;
  return rungs.flatMap((worse) => {
    const above = better;
    better = worse;
    if (!roles.some((role) => pointsFor(worse.rule, role) > pointsFor(above.rule, role))) return [];
    const place = placeOf(worse.rule) ?? placeOf(above.rule);
    return [error(place, 'scoring-order', { better: above.event, worse: worse.event })];
  });
}

function ruleFor(rules: readonly ScoringRule[], event: string): ScoringRule | undefined {
  return rules.find((rule) => eventOf(rule) === event);
}
