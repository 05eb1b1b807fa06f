/** The stacks of a chart as vega's rows: one a segment, with where it begins and ends. */
import type { Chart, Stack } from './chart.ts';

export type Segment = {
  readonly stack: number;
  readonly series: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
};

/** Segments of nothing are left out; in `share` the whole is 1. */
export function segmentsOf(chart: Chart): readonly Segment[] {
  return chart.stacks.flatMap((stack, index) => {
    const whole = chart.scale === 'share' ? Math.max(1, totalOf(stack)) : 1;
    let end = 0;
    return chart.series.flatMap(({ name }, order) => {
      const value = stack.values[order] ?? 0;
      const from = end;
      end += value / whole;
      return value === 0 ? [] : [{ stack: index, series: name, value, from, to: end }];
    });
  });
}

/** The upper end of the value scale. */
export function mostOf(chart: Chart): number {
  return chart.scale === 'share' ? 1 : Math.max(1, ...chart.stacks.map(totalOf));
}

export function totalOf(stack: Stack): number {
  return stack.values.reduce((sum, value) => sum + value, 0);
}
