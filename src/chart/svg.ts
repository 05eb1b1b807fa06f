/**
 * The elements of SVG that charts are made of, one a line: rectangles, lines, texts at a place. No groups, ids, styles, scripts or opacity
 * (PDF/A-1b has no transparency), so that every program draws the same and a small one can read it.
 */
import { escapeXml } from '../ooxml/xml.ts';

/** Elements in the order in which they are painted; sizes in pixels. */
export type ChartDrawing = { readonly elements: readonly string[]; readonly width: number; readonly height: number };

export type ChartBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Colours = { readonly fill: string; readonly stroke: string };

export function rect(box: ChartBox, { fill, stroke }: Colours): string {
  return `<rect ${placed(box)} fill="${fill}" stroke="${stroke}" stroke-width="0.5"/>`;
}

export type Ends = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

export function line(ends: Ends, stroke: string): string {
  return `<line ${placed(ends)} stroke="${stroke}" stroke-width="1"/>`;
}

export type TextLook = { readonly size: number; readonly fill: string; readonly anchor: 'start' | 'middle' | 'end' };

/** One line of text; `y` is the middle of its height. The base line is worked out here: not every program knows dominant-baseline. */
export function text(value: string | number, at: { readonly x: number; readonly y: number }, look: TextLook): string {
  const place = placed({ x: at.x, y: at.y + look.size * middleToBase });
  return `<text ${place} text-anchor="${look.anchor}" font-size="${look.size}" fill="${look.fill}">${escapeXml(String(value))}</text>`;
}

/** Half the height of digits and of the body of Chinese characters, in parts of the size of type. */
const middleToBase = 0.34;

/** The list of faces is said once, on the root, and inherited. */
export function svgOf({ elements, width, height }: ChartDrawing, ground: { family: string; fill: string }): string {
  const size = `width="${rounded(width)}" height="${rounded(height)}"`;
  const root = `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${rounded(width)} ${rounded(height)}" font-family="${ground.family}">`;
  return [root, `<rect ${size} fill="${ground.fill}"/>`, ...elements, '</svg>'].join('\n');
}

function placed(numbers: Readonly<Record<string, number>>): string {
  return Object.entries(numbers)
    .map(([name, value]) => `${name}="${rounded(value)}"`)
    .join(' ');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
