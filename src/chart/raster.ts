/** A chart's SVG, its texts as outlines, as a PNG: painted here, for it is rectangles, lines and outlines, and nothing is loaded for them. */
import { readXml } from '../ooxml/xml-reader.ts';
import { fillBox, fillOutlines, whiteCanvas, type Canvas, type Point } from './canvas.ts';
import { encodePng } from './png.ts';

/** 2.5 times 96 dpi = 240 dpi on paper. */
const zoom = 2.5;

type Attributes = Readonly<Record<string, string>>;

/** PNG of an SVG without texts, without alpha, on white. Throws an Error at an element or a line that no chart has. */
export function rasterize(svg: string): Uint8Array {
  const elements: { readonly name: string; readonly attributes: Attributes }[] = [];
  const open = (name: string, attributes: Attributes): number => elements.push({ name, attributes });
  const problem = readXml(svg, { open, text: () => {}, close: () => {} });
  const [root, ...shapes] = elements;
  if (problem !== null || root === undefined) throw new Error('a figure is no well-formed SVG');
  const canvas = whiteCanvas(pixels(root.attributes, 'width'), pixels(root.attributes, 'height'));
  for (const { name, attributes } of shapes) paint(canvas, name, attributes);
  return encodePng(canvas);
}

function pixels(attributes: Attributes, name: string): number {
  return Math.ceil(length(attributes, name));
}

function paint(canvas: Canvas, name: string, attributes: Attributes): void {
  switch (name) {
    case 'rect':
      return paintRect(canvas, attributes);
    case 'line':
      return paintLine(canvas, attributes);
    case 'path':
      return fillOutlines(canvas, outlinesOf(attributes['d'] ?? ''), colourOf(attributes, 'fill'));
    default:
      throw new Error(`a figure holds ${name}, which no chart has`);
  }
}

/** In pixels of the picture. */
function length(attributes: Attributes, name: string): number {
  return Number(attributes[name] ?? 0) * zoom;
}

function colourOf(attributes: Attributes, name: string): number {
  return Number.parseInt(attributes[name]?.slice(1) ?? '0', 16);
}

/** Half of an outline's width lies on each side of the edge. */
function paintRect(canvas: Canvas, attributes: Attributes): void {
  const [left, top] = [length(attributes, 'x'), length(attributes, 'y')];
  const [right, bottom] = [left + length(attributes, 'width'), top + length(attributes, 'height')];
  fillBox(canvas, { left, top, right, bottom }, colourOf(attributes, 'fill'));
  if (attributes['stroke'] === undefined) return;
  const half = length(attributes, 'stroke-width') / 2;
  const colour = colourOf(attributes, 'stroke');
  const outer = { left: left - half, top: top - half, right: right + half, bottom: bottom + half };
  fillBox(canvas, { ...outer, bottom: top + half }, colour);
  fillBox(canvas, { ...outer, top: bottom - half }, colour);
  fillBox(canvas, { ...outer, top: top + half, bottom: bottom - half, right: left + half }, colour);
  fillBox(canvas, { ...outer, top: top + half, bottom: bottom - half, left: right - half }, colour);
}

/** Charts have level and upright lines. */
function paintLine(canvas: Canvas, attributes: Attributes): void {
  const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => length(attributes, name)) as [
    number,
    number,
    number,
    number,
  ];
  if (x1 !== x2 && y1 !== y2) throw new Error('a figure holds a slanting line, which no chart has');
  const half = length(attributes, 'stroke-width') / 2;
  const [across, along] = x1 === x2 ? [half, 0] : [0, half];
  const box = { left: Math.min(x1, x2) - across, right: Math.max(x1, x2) + across };
  const colour = colourOf(attributes, 'stroke');
  fillBox(canvas, { ...box, top: Math.min(y1, y2) - along, bottom: Math.max(y1, y2) + along }, colour);
}

/** A curve as so many lines: at the size of type in charts no bend is seen. */
const chords = 6;

function outlinesOf(path: string): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  for (const [, command = '', operands = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const points = pointsOf(operands);
    const outline = outlines.at(-1) ?? [];
    if (command === 'M') outlines.push([...points]);
    else if (command === 'L') outline.push(...points);
    else if (command !== 'Z') pushCurve(outline, points);
  }
  return outlines;
}

function pointsOf(operands: string): readonly Point[] {
  const numbers = operands.match(/-?[\d.]+(?:e-?\d+)?/g) ?? [];
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    points.push({ x: Number(numbers[at]) * zoom, y: Number(numbers[at + 1]) * zoom });
  }
  return points;
}

/** By de Casteljau: of two or three points after the one that the outline has come to. */
function pushCurve(outline: Point[], points: readonly Point[]): void {
  const all = [outline.at(-1) as Point, ...points];
  for (let chord = 1; chord <= chords; chord++) {
    let row: readonly Point[] = all;
    while (row.length > 1) row = row.slice(1).map((point, at) => between(row[at] as Point, point, chord / chords));
    outline.push(row[0] as Point);
  }
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
