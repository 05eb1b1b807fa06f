/** Draws charts: as SVG (page, PDF) and as the same picture in PNG (DOCX). */
import type { Figure } from '../document/tree.ts';
import { barsSpec } from './bars.ts';
import type { Chart } from './chart.ts';
import { columnsSpec } from './columns.ts';
import { chartWidth, chartWidthMm, slimWidth, type Sheet } from './look.ts';
import type { Rasterizer } from './raster.ts';
import { drawSvg } from './vega.ts';

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
