/** The `scoring` part of office.yaml. */
import { mapped, together } from '../message/result.ts';
import type { ScoringGroup, ScoringRule, ScoringRules } from '../domain/rules.ts';
import { scoringProblems } from '../domain/scoring-check.ts';
import { error, type Message, type Place, type Result } from '../message/message.ts';
import { eventWords, type ScoringFile } from './office-schema.ts';
import type { YamlPath } from './yaml.ts';

type PlaceOf = (path: YamlPath) => Place;

export function scoringOf(file: ScoringFile, placeOf: PlaceOf): Result<ScoringRules> {
  const groups = together(
    file.groups.map((group, index) => groupOf(group, (path) => placeOf(['groups', index, ...path]))),
  );
  const value: ScoringRules = {
    start: file.start,
    floor: file.floor ?? null,
    ceiling: file.ceiling ?? null,
    weights: { lead: file.weights.牵头, cooperating: file.weights.配合 },
    onlyCooperatingFactor: file.onlyCooperatingFactor,
    rankedFrom: file.rankedFrom,
    rankWithin: file.rankWithin,
    groups: groups.value,
    places: { start: placeOf(['start']), floor: placeOf(['floor']), ceiling: placeOf(['ceiling']) },
  };
  return { value, messages: [...groups.messages, ...scoringProblems(value)] };
}

function groupOf(group: ScoringFile['groups'][number], placeOf: PlaceOf): Result<ScoringGroup> {
  const read = together(group.rules.map((rule, index) => ruleOf(rule, placeOf(['rules', index]))));
  return mapped(read, (rules) => ({
    name: group.name,
    deductionCap: group.deductionCap ?? null,
    bonusCap: group.bonusCap ?? null,
    rules,
  }));
}

const pers = { 项: 'event', 天: 'day', 占比: 'share' } as const;

type RuleFile = ScoringFile['groups'][number]['rules'][number];

function ruleOf(rule: RuleFile, place: Place): Result<ScoringRule> {
  const points = typeof rule.points === 'number' ? { 牵头: rule.points, 配合: rule.points } : rule.points;
  const value = {
    label: rule.label ?? wordOf(rule),
    counts: rule.when === undefined ? { finding: wordOf(rule) } : { event: eventWords[rule.when] },
    points: points === undefined ? null : { lead: points.牵头, cooperating: points.配合 },
    per: pers[rule.per],
    every: rule.every,
    cap: rule.cap ?? null,
    place,
  } as const;
  return { value, messages: ruleProblems(rule, place) };
}

function ruleProblems(rule: RuleFile, place: Place): readonly Message[] {
  if ((rule.when === undefined) === (rule.finding === undefined))
    return [error(place, 'scoring-when-or-finding', undefined)];
  if (rule.when !== undefined && rule.points === undefined) {
    return [error(place, 'scoring-without-points', { label: rule.when })];
  }
  const isLate = rule.when === '迟报' || rule.when === '催办后报送';
  if (rule.per === '占比' && rule.when === undefined) return [error(place, 'scoring-share', { label: wordOf(rule) })];
  if (rule.per !== '天' || isLate) return [];
  return [error(place, 'scoring-per-day', { label: wordOf(rule) })];
}

/** What the rule counts, as written. */
function wordOf({ when, finding }: RuleFile): string {
  return when ?? finding ?? '';
}
