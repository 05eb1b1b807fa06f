/** The charts of a quarter, drawn once and used by report, summary and page. */
import { drawChart, drawSlimChart } from '../chart/draw.ts';
import type { FigureSet } from '../document/markup.ts';
import { chartsOf, type ChartParts } from '../papers/chart-data.ts';

/** By the name that templates use, in the order of the page; `slim` draws the same charts as narrow SVG, for telephones: the page alone asks. */
export type Charts = { readonly figures: FigureSet; readonly slim: Readonly<Record<string, () => string>> };

/** A chart of nothing is left out. */
export function drawCharts(parts: ChartParts): Charts {
  const drawn = chartsOf(parts).flatMap(({ name, chart }) => {
    const figure = drawChart(chart);
    return figure === null ? [] : [{ name, figure, slim: () => drawSlimChart(chart) }];
  });
  return {
    figures: Object.fromEntries(drawn.map(({ name, figure }) => [name, figure])),
    slim: Object.fromEntries(drawn.map(({ name, slim }) => [name, slim])),
  };
}
