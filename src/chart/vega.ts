/** The one file that knows vega: a specification becomes a clean SVG. Vega needs neither browser nor canvas for that. */
import { parse, View, type Mark, type Scale, type Spec } from 'vega';

export type ChartSpec = Spec;
export type ChartMark = Mark;
export type ChartScale = Scale;

/**
 * SVG without ids, styles, scripts and opacity (PDF/A-1b has no transparency), one element a line. Labels of text are placed by
 * specification only: without a canvas vega guesses widths, so no layout here may depend on its measuring.
 */
export async function drawSvg(spec: ChartSpec): Promise<string> {
  const view = new View(parse(spec), { renderer: 'none' });
  try {
    return cleaned(await view.toSVG());
  } finally {
    view.finalize();
  }
}

/** Vega escapes `<`, `>`, `&` and `"` in data, so tags are what stands between `<` and `>`. */
function cleaned(svg: string): string {
  const tidy = svg.replaceAll(/<[^>]*>/g, cleanTag);
  return hoistedFont(withoutNothings(tidy)).replaceAll('><', '>\n<');
}

const noise = / (?:class|role|aria-[a-z]+|pointer-events|version|xmlns:xlink|stroke-miterlimit)="[^"]*"/g;

function cleanTag(tag: string): string {
  return tag
    .replaceAll(noise, '')
    .replaceAll(/ (?:[a-z]+-)?opacity="1"/g, '')
    .replaceAll(' transform="translate(0,0)"', '')
    .replaceAll(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

/** Vega gives each group a background and a foreground that draw nothing here, and an element to an empty text. */
function withoutNothings(svg: string): string {
  return svg.replaceAll(/<path d="[^"]*"(?: display="none")?\/>|<text [^>]*\/>/g, '');
}

/** All texts share one list of faces; said once, on the root, it is inherited. */
function hoistedFont(svg: string): string {
  const family = / font-family="[^"]*"/.exec(svg)?.[0] ?? '';
  return family === '' ? svg : svg.replaceAll(family, '').replace('<svg', `<svg${family}`);
}
