/** The stacks of a chart as segments: where each begins and ends on the scale of values. */
import type { Chart, ChartSeries, Stack } from './chart.ts';

export type Segment = {
  readonly series: ChartSeries;
  readonly value: number;
  /** In parts of the whole scale, 0 to 1. */
  readonly from: number;
  readonly to: number;
};

/** Segments of nothing are left out; in `share` every stack fills the scale, in `count` the largest does. */
export function segmentsOf(chart: Chart, stack: Stack): readonly Segment[] {
  const whole = wholeOf(chart, stack);
  let end = 0;
  return chart.series.flatMap((series, order) => {
    const value = stack.values[order] ?? 0;
    const from = end;
    end += value / whole;
    return value === 0 ? [] : [{ series, value, from, to: end }];
  });
}

/** Where the stack ends, in parts of the scale. */
export function endOf(chart: Chart, stack: Stack): number {
  return totalOf(stack) / wholeOf(chart, stack);
}

export function totalOf(stack: Stack): number {
  return stack.values.reduce((sum, value) => sum + value, 0);
}

function wholeOf(chart: Chart, stack: Stack): number {
  return Math.max(1, ...(chart.scale === 'share' ? [stack] : chart.stacks).map(totalOf));
}
