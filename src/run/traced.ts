/** What `trace` can answer of a paper: entries, scores, figures, candidates, each with what a reader may point at. */
import type { Entry } from '../domain/entry.ts';
import { figureWords, measureWords } from '../trade/figure-words.ts';
import type { Quarter } from '../trade/calendar.ts';
import { accountabilityCandidates } from '../domain/accountability.ts';
import { filingOver } from '../domain/history.ts';
import { countsOf } from '../domain/counts.ts';
import type { RollCall } from '../domain/roll-call.ts';
import { statedFigures, type StatedFigure } from '../domain/stated.ts';
import { traceCandidate, traceEntry, traceFigure, traceScorecard, type FigureSource } from '../papers/sources.ts';
import type { Standing } from './standing.ts';
import { formatPoints } from '../papers/evidence.ts';
import { reasonWords } from '../papers/candidates.ts';
import { stateOf } from '../papers/task-row.ts';
import { quarterWords } from '../papers/words.ts';
import type { YearStanding } from './year-standing.ts';

export type Traced = {
  readonly title: string;
  /** Words and figures as the papers print them: `345`, `345项次`, `94.5%`, `第18项`. */
  readonly keys: readonly string[];
  readonly sources: readonly FigureSource[];
};

/** `code` null: a paper of all units. */
export type TracedPaper = {
  readonly code: string | null;
  readonly isInternal: boolean;
  /** Letters print what the office adds to them. */
  readonly isLetter: boolean;
};

/** Of one unit when the paper is one unit's. */
export function tracedOf(standing: Standing, { code, isInternal, isLetter }: TracedPaper): readonly Traced[] {
  const { ledger, scorecards, workspace } = standing;
  const isMeant = (unit: { readonly code: string }): boolean => code === null || unit.code === code;
  const entries = ledger.entries.filter(({ unit, group }) => isMeant(unit) && (group === null || code !== null));
  const figures = statedFigures(ledger).filter(({ unit }) => code === null || unit?.code === code);
  const cards = scorecards.filter(({ unit }) => isMeant(unit));
  const remarks = isLetter ? standing.parts.remarks.filter(({ unit }) => isMeant(unit)) : [];
  return [
    ...(isInternal ? candidatesOf(standing) : []),
    ...figures.map((figure) => ({ ...named(figure), sources: traceFigure(figure, workspace.catalogue) })),
    ...entries.map((entry) => ({
      title: titleOf(entry),
      keys: keysOf(entry),
      sources: traceEntry(entry, ledger, workspace.catalogue),
    })),
    ...cards.map((card) => ({
      title: `${card.unit.name} 得分 ${formatPoints(card.score)}`,
      keys: [card.unit.name, formatPoints(card.score), `${formatPoints(card.score)}分`],
      sources: traceScorecard(card),
    })),
    ...remarks.map(({ unit, text, basis, place }) => ({
      title: `${unit.name} ${text}`,
      keys: [unit.name],
      sources: [{ kind: 'remark' as const, text: basis, place }],
    })),
  ];
}

function candidatesOf({ ledger, scorecards, workspace }: Standing): readonly Traced[] {
  return accountabilityCandidates(ledger, scorecards, workspace.office.accountability).map((candidate) => ({
    title: `${candidate.unit.name} ${candidate.reasons.map((each) => reasonWords(each, candidate)).join('，')}`,
    keys: [candidate.unit.name, ...candidate.reasons.map((each) => reasonWords(each, candidate))],
    sources: traceCandidate(candidate),
  }));
}

/** The figures of each quarter, those that the yearly papers sum over them, and the roll-call. */
export function tracedOfYear(standing: YearStanding, paper: TracedPaper): readonly Traced[] {
  const quarters = standing.quarters.map((each) => ({ quarter: each.ledger.quarter, traced: tracedOf(each, paper) }));
  const single = quarters.flatMap(({ quarter, traced }) => traced.map((each) => ofQuarter(quarter, each)));
  return [...(paper.code === null ? yearSums(standing) : []), ...single, ...called(standing.rollCall)];
}

function ofQuarter(quarter: Quarter, traced: Traced): Traced {
  return { ...traced, title: `${quarterWords(quarter)} ${traced.title}` };
}

const summed = ['required', 'onTime', 'late', 'missing'] as const;

/** Returns over the year: the quarters' own figures added up. */
function yearSums({ quarters, workspace }: YearStanding): readonly Traced[] {
  const totals = filingOver(quarters.map(({ ledger }) => countsOf(ledger.entries)));
  const parts = quarters.flatMap(({ ledger }) => statedFigures(ledger).filter(({ scope }) => scope === null));
  return summed.map((key) => {
    const name = figureWords[key];
    const figures = parts.filter((each) => each.name === key);
    return {
      title: `全年 ${name} ${totals[key]}项次`,
      keys: [String(totals[key]), `${totals[key]}项次`, name],
      sources: figures.flatMap((figure) => traceFigure(figure, workspace.catalogue)),
    };
  });
}

function called(rollCall: RollCall | null): readonly Traced[] {
  return (rollCall?.lines ?? []).map(({ unit, submittedOn, place }) => {
    const state = submittedOn === null ? '未提交' : '已提交';
    const text = submittedOn === null ? '述廉报告未提交' : `述廉报告${submittedOn}提交`;
    return { title: `${unit.name} ${state}`, keys: [unit.name, state], sources: [{ kind: 'reason', text, place }] };
  });
}

function named({ scope: within, name: key, value, measure, share }: StatedFigure): Pick<Traced, 'title' | 'keys'> {
  const scope = within ?? '全部';
  const name = figureWords[key];
  const counted = `${value}${measureWords[measure]}`;
  const percent = share === null ? [] : [`${share.toFixed(1)}%`];
  return {
    title: [scope, name, counted, ...percent].join(' '),
    keys: [
      String(value),
      counted,
      `${name}${value}`,
      `${name}${counted}`,
      `${scope}${name}`,
      ...percent,
      ...(within === null ? [name] : []),
    ],
  };
}

function titleOf({ task, unit, latest, percent, light }: Entry): string {
  const state = stateOf(latest?.status ?? null, percent, light).replaceAll('\n', ' ');
  return [`第${task.no}项`, unit.name, ...(state === '—' ? [] : [state])].join(' ');
}

/** What a reader may point at: the number, the unit, the percent, the state. */
function keysOf({ task, unit, latest, percent, light }: Entry): readonly string[] {
  const state = stateOf(latest?.status ?? null, percent, light).split('\n');
  return [
    task.id,
    `第${task.no}项`,
    unit.name,
    ...(percent === null ? [] : [`${percent}%`]),
    ...(state[0] === '—' ? [] : state),
  ];
}
