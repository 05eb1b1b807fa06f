/** What all charts share: sizes, colours, type. */
import type { ChartSeries, Tone } from './chart.ts';
import { svgOf, type Colours, type ChartDrawing, type TextLook } from './svg.ts';

/** 版心 of GB/T 9704 5.2.1 is 156 mm wide; at 96 dpi that is 590 px, and 11 px type prints at about 小五. */
export const chartWidthMm = 156;
export const chartWidth = 590;
/** A telephone's 390 px without the page's margins. */
export const slimWidth = 330;
export const margin = 6;
export const fontSize = 11;

/** The page knows these three by value and gives them its own in the dark. */
const ink = '#1f2328';
export const ruleColour = '#8c959f';
const background = '#ffffff';

export const type: TextLook = { size: fontSize, fill: ink, anchor: 'start' };

/** The faces of the PDF first, then what Windows, Linux and macOS have. */
const fontFamily =
  'FandolHei Duban, Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, SimHei, PingFang SC, sans-serif';

/** Red, green, yellow, and the four steps: each clearly lighter than the one before. `text` stands on the fill. */
const looks: Readonly<Record<Tone, { readonly fill: string; readonly text: string }>> = {
  red: { fill: '#a40e26', text: '#fffffe' },
  green: { fill: '#4fa06a', text: '#000000' },
  yellow: { fill: '#f7d774', text: '#000000' },
  dark: { fill: '#1f3a5f', text: '#fffffe' },
  middle: { fill: '#5f83ad', text: '#000000' },
  light: { fill: '#b3c6dd', text: '#000000' },
  pale: { fill: '#eceff3', text: '#000000' },
};

/** An outline keeps pale fills visible on white paper. */
export function filledWith({ tone }: ChartSeries): Colours {
  return { fill: looks[tone].fill, stroke: ink };
}

/** Type on the fill of a series. */
export function typeOn({ tone }: ChartSeries): TextLook {
  return { ...type, fill: looks[tone].text, anchor: 'middle' };
}

export function svgText(drawing: ChartDrawing): string {
  return svgOf(drawing, { family: fontFamily, fill: background });
}

/** Room that a text takes: a Chinese character is as wide as it is high, others about half. */
export function typeWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character < '\u2000' ? 0.56 : 1) * fontSize, 0);
}

/**
 * At most `lines` lines of `limit` pixels, of about the same length, numbers whole where they fit; what does not fit ends in …, the
 * whole label stands in the figure's `alt`.
 */
export function wrapLabel(label: string, limit: number, lines: number): readonly string[] {
  const needed = Math.min(lines, Math.ceil(typeWidth(label) / limit));
  const even = Math.min(limit, typeWidth(label) / Math.max(1, needed) + fontSize);
  const wrapped: string[] = [''];
  for (const piece of piecesOf(label, even)) {
    const last = wrapped.at(-1) ?? '';
    if (typeWidth(last + piece) <= even) wrapped[wrapped.length - 1] = last + piece;
    else wrapped.push(piece);
  }
  if (wrapped.length <= lines) return wrapped;
  const last = Array.from(wrapped[lines - 1] ?? '');
  return [...wrapped.slice(0, lines - 1), `${last.slice(0, -1).join('')}…`];
}

/** Single characters; a number or a Latin word that fits a line is one piece. */
function piecesOf(label: string, limit: number): readonly string[] {
  const pieces = label.match(/[\d.%A-Za-z]+|[^\d.%A-Za-z]/gu) ?? [];
  return pieces.flatMap((piece) => (typeWidth(piece) <= limit ? [piece] : Array.from(piece)));
}
