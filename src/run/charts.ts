/** The charts of a quarter, drawn once and used by report, summary and page. */
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { drawChart, drawSlimChart } from '../chart/draw.ts';
import { openRasterizer, resvgProgram } from '../chart/raster.ts';
import { diskAt } from '../disk/disk.ts';
import type { Figures } from '../document/markup.ts';
import type { Figure } from '../document/tree.ts';
import type { Faces } from '../workspace/faces.ts';
import { chartsOf, type ChartParts } from '../papers/chart-data.ts';

/** By the name that templates use, in the order of the page; `slim` holds the same charts as narrow SVG, for telephones. */
export type Charts = { readonly figures: Figures; readonly slim: Readonly<Record<string, string>> };

/** A chart of nothing is left out. */
export async function drawCharts(parts: ChartParts, faces: Faces): Promise<Charts> {
  const program = diskAt(path.dirname(fileURLToPath(resvgProgram()))).read(
    path.basename(fileURLToPath(resvgProgram())),
  );
  if (program === null) throw new Error('the installation is incomplete: the program of resvg is missing');
  const rasterize = await openRasterizer({ program, fonts: [faces.heading.bytes, faces.fallback.bytes] });
  const figures: [string, Figure][] = [];
  const slim: [string, string][] = [];
  for (const { name, chart } of chartsOf(parts)) {
    const figure = drawChart(chart, rasterize);
    if (figure === null) continue;
    figures.push([name, figure]);
    slim.push([name, drawSlimChart(chart)]);
  }
  return { figures: Object.fromEntries(figures), slim: Object.fromEntries(slim) };
}
