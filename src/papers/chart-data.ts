/** What the charts of a quarter show; `src/chart/` draws them. Used by the page, the report and the summary alike. */
import { lightWords } from '../trade/claims.ts';
import type { Entry, Ledger } from '../domain/entry.ts';
import type { Chart, Stack } from '../chart/chart.ts';
import type { Counts } from '../domain/counts.ts';
import { figuresOf, trendOf, type Trend } from '../domain/figures.ts';
import type { Scorecard } from '../domain/score.ts';
import { sectionKey, sectionsOf } from './page-ledger.ts';
import { quarterWords } from './words.ts';

export type ChartParts = {
  readonly ledger: Ledger;
  readonly scorecards: readonly Scorecard[];
  /** Earlier quarters, oldest first, each as of its own last day. */
  readonly history: Trend;
};

/** Names of the figures in a template (`<figure data-name="…">`). */
export const chartNames = [
  'lights-by-unit',
  'score-distribution',
  'lights-by-quarter',
  'completion-by-section',
] as const;

export type ChartName = (typeof chartNames)[number];

export type NamedChart = { readonly name: ChartName; readonly chart: Chart };

/** In the order of the page, the two tall ones side by side. A chart of nothing has no stacks and is not drawn. */
export function chartsOf(parts: ChartParts): readonly NamedChart[] {
  return [
    { name: 'lights-by-unit', chart: lightsByUnit(parts.ledger) },
    { name: 'completion-by-section', chart: completionBySection(parts.ledger) },
    { name: 'score-distribution', chart: scoreDistribution(parts.scorecards) },
    { name: 'lights-by-quarter', chart: lightsByQuarter(parts) },
  ];
}

const worstFirst = [
  { name: lightWords.red, tone: 'red' },
  { name: lightWords.yellow, tone: 'yellow' },
  { name: lightWords.green, tone: 'green' },
] as const;

/** Units with most red first, then most yellow, then most green; equal ones in roster order. */
function lightsByUnit(ledger: Ledger): Chart {
  const stacks = figuresOf(ledger)
    .units.map(({ unit, counts }) => lightStack(unit.name, counts))
    .filter(({ values }) => values.some((value) => value > 0))
    .toSorted((a, b) => compareValues(b.values, a.values));
  return { kind: 'bars', caption: '各单位亮灯情况', measure: '项次', scale: 'count', series: worstFirst, stacks };
}

function compareValues(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((value, index) => value !== b[index]);
  return first === -1 ? 0 : (a[first] ?? 0) - (b[first] ?? 0);
}

const states = [
  { name: '已销号', tone: 'dark', applies: ({ isClosed }: Entry) => isClosed },
  { name: '办结待销号', tone: 'middle', applies: ({ status }: Entry) => status === 'completed' },
  { name: '推进中', tone: 'light', applies: ({ status }: Entry) => status !== null && status !== 'not-started' },
  { name: '未启动或未报送', tone: 'pale', applies: () => true },
] as const;

function completionBySection(ledger: Ledger): Chart {
  const assessed = ledger.entries.filter(({ isAssessed }) => isAssessed);
  const stacks = sectionsOf(ledger).map(({ key, title }): Stack => {
    const entries = assessed.filter(({ task }) => sectionKey(task) === key);
    const stateOf = (entry: Entry) => states.findIndex(({ applies }) => applies(entry));
    return {
      label: title,
      values: states.map((_, index) => entries.filter((entry) => stateOf(entry) === index).length),
    };
  });
  const filled = stacks.filter(({ values }) => values.some((value) => value > 0));
  const series = states.map(({ name, tone }) => ({ name, tone }));
  return { kind: 'bars', caption: '各方面完成情况', measure: '项次', scale: 'share', series, stacks: filled };
}

const mostRanges = 10;

/** Ranges of equal width, so few that each can be labelled; those without a unit in between are kept. */
function scoreDistribution(scorecards: readonly Scorecard[]): Chart {
  const scores = scorecards.filter(({ rank }) => rank !== null).map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  const width =
    [1, 2, 5, 10, 20, 50, 100].find((step) => Math.floor(most / step) - Math.floor(least / step) < mostRanges) ?? 500;
  const first = Math.floor(least / width);
  const count = scores.length === 0 ? 0 : Math.floor(most / width) - first + 1;
  const stacks = Array.from({ length: count }, (_, index): Stack => {
    const from = (first + index) * width;
    const inside = scores.filter((score) => score >= from && score < from + width).length;
    return { label: `${from}—${Number((from + width - 0.1).toFixed(1))}分`, values: [inside] };
  });
  const series = [{ name: '单位', tone: 'middle' }] as const;
  return { kind: 'columns', caption: '考核得分分布', measure: '个单位', scale: 'count', series, stacks };
}

/** A trend needs two quarters. */
function lightsByQuarter({ ledger, history }: ChartParts): Chart {
  const quarters = history.length === 0 ? [] : [...history, ...trendOf([ledger])];
  const stacks = quarters.map(({ quarter, counts }) => {
    const { label, values } = lightStack(quarterWords(quarter), counts);
    return { label, values: values.toReversed() };
  });
  const series = worstFirst.toReversed();
  return { kind: 'columns', caption: '历季亮灯情况', measure: '项次', scale: 'share', series, stacks };
}

function lightStack(label: string, { red, yellow, green }: Counts): Stack {
  return { label, values: [red, yellow, green] };
}
