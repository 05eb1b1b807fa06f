/**
 * Chart: plain numbers that become a Figure of the Document tree. Nothing here knows tasks or units; `src/papers/chart-data.ts` says what a
 * chart shows.
 */

/**
 * How a series looks. The lights carry their colours; the others are four steps from dark to pale. All seven differ in lightness within
 * one chart, so that a print in black and white can be read.
 */
export type Tone = 'green' | 'yellow' | 'red' | 'dark' | 'middle' | 'light' | 'pale';

export type ChartSeries = { readonly name: string; readonly tone: Tone };

/** One bar or column: a value a series, in their order. */
export type Stack = { readonly label: string; readonly values: readonly number[] };

/**
 * bars: lying, one a label, in the order given; more than 48 stand in two panels side by side · columns: standing, for quarters and
 * score ranges. `scale` share: every stack fills the whole length, numbers stay the counts · count: lengths compare.
 */
export type Chart = {
  readonly kind: 'bars' | 'columns';
  /** 图题, without 。 */
  readonly caption: string;
  /** What the numbers count: 项, 个单位. */
  readonly measure: string;
  readonly scale: 'count' | 'share';
  readonly series: readonly ChartSeries[];
  readonly stacks: readonly Stack[];
};
