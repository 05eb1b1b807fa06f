/**
 * Charts: plain numbers become a Figure of the Document tree, as SVG (page, PDF) and as the same picture in PNG (DOCX). Nothing here
 * knows tasks or units; `src/view/chart-data.ts` says what a chart shows.
 */
import type { Figure } from '../document/tree.ts';
import { barsSpec } from './bars.ts';
import { columnsSpec } from './columns.ts';
import { chartWidth, chartWidthMm, slimWidth, type Sheet } from './look.ts';
import type { Rasterizer } from './raster.ts';
import { drawSvg } from './vega.ts';

/**
 * How a series looks. The lights carry their colours; the others are four steps from dark to pale. All seven differ in lightness within
 * one chart, so that a print in black and white can be read.
 */
export type Tone = 'green' | 'yellow' | 'red' | 'dark' | 'middle' | 'light' | 'pale';

export type Series = { readonly name: string; readonly tone: Tone };

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
  readonly series: readonly Series[];
  readonly stacks: readonly Stack[];
};

/** The chart as a figure; `null` when there is nothing to draw. Same bytes on every run, whatever was drawn before. */
export async function drawChart(chart: Chart, rasterize: Rasterizer): Promise<Figure | null> {
  if (chart.stacks.length === 0 || chart.series.length === 0) return null;
  const { spec, height } = sheetOf(chart, chartWidth);
  const svg = await drawSvg(spec);
  return {
    type: 'figure',
    svg,
    png: rasterize(svg),
    widthMm: chartWidthMm,
    heightMm: Math.round((height * chartWidthMm * 10) / chartWidth) / 10,
    alt: wordsOf(chart),
    caption: chart.caption,
  };
}

/** The same chart for a telephone: as narrow as its screen, with type of the same size. Only for charts that `drawChart` draws. */
export function drawSlimChart(chart: Chart): Promise<string> {
  return drawSvg(sheetOf(chart, slimWidth).spec);
}

function sheetOf(chart: Chart, width: number): Sheet {
  return chart.kind === 'bars' ? barsSpec(chart, width) : columnsSpec(chart, width);
}

/** What the picture shows, in words: every number, so that nothing is lost to those who cannot see it. */
function wordsOf(chart: Chart): string {
  const stacks = chart.stacks.map(({ label, values }) => {
    const parts = chart.series.flatMap(({ name }, index) => {
      const value = values[index] ?? 0;
      return value === 0 ? [] : [chart.series.length === 1 ? String(value) : `${name}${value}`];
    });
    return `${label}${parts.length === 0 ? '0' : parts.join('、')}`;
  });
  return `${chart.caption}（${chart.measure}）：${stacks.join('；')}。`;
}
