/** Draws charts as figures of the Document tree. */
import type { Figure } from '../document/tree.ts';
import { drawBars } from './bars.ts';
import type { Chart } from './chart.ts';
import { drawColumns } from './columns.ts';
import { chartWidth, chartWidthMm, slimWidth, svgText } from './look.ts';
import type { ChartDrawing } from './svg.ts';

/** The chart as a figure; `null` when there is nothing to draw. Same bytes on every run, whatever was drawn before. */
export function drawChart(chart: Chart): Figure | null {
  if (chart.stacks.length === 0 || chart.series.length === 0) return null;
  const drawing = drawingOf(chart, chartWidth);
  return {
    type: 'figure',
    svg: svgText(drawing),
    widthMm: chartWidthMm,
    heightMm: Math.round((drawing.height * chartWidthMm * 10) / chartWidth) / 10,
    alt: wordsOf(chart),
    caption: chart.caption,
  };
}

/** The same chart for a telephone: as narrow as its screen, with type of the same size. Only for charts that `drawChart` draws. */
export function drawSlimChart(chart: Chart): string {
  return svgText(drawingOf(chart, slimWidth));
}

function drawingOf(chart: Chart, width: number): ChartDrawing {
  return chart.kind === 'bars' ? drawBars(chart, width) : drawColumns(chart, width);
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
