/**
 * A figure's SVG as page items: rectangles, lines and texts, which is all that a chart is made of. Its letters are set in the paper's faces and are no
 * piece of its text (as outlines, a drawing for each letter, they were half the file); nothing is made of pixels.
 */
import { black } from '../../document/paper-look.ts';
import { escapeXml } from '../../ooxml/xml.ts';
import { readXml } from '../../ooxml/xml-reader.ts';
import { outline, type FaceSet } from './face.ts';
import { plainLetters, type Letter } from './letters.ts';
import { lineItems, widthOf } from './lines.ts';
import type { PageItem, TextItem } from './page.ts';

export type Drawing = {
  /** In the SVG's own pixels. */
  readonly width: number;
  readonly height: number;
  readonly elements: readonly Element[];
};

type Attributes = Readonly<Record<string, string>>;
type Element = { readonly name: 'rect' | 'line' | 'text'; readonly attributes: Attributes; readonly text: string };

/** Null when the SVG is not well formed or holds anything else. */
export function readDrawing(svg: string): Drawing | null {
  const elements: { name: Element['name']; attributes: Attributes; text: string }[] = [];
  let [width, height] = [0, 0];
  let isKnown = true;
  const problem = readXml(svg, {
    open: (name, attributes) => {
      if (name === 'rect' || name === 'line' || name === 'text') elements.push({ name, attributes, text: '' });
      else if (name === 'svg') [width, height] = [Number(attributes['width']), Number(attributes['height'])];
      else isKnown = false;
    },
    text: (text) => {
      const last = elements.at(-1);
      if (last?.name === 'text') last.text += text.replaceAll('\n', '');
    },
    close: () => {},
  });
  return problem === null && isKnown && width > 0 ? { width, height, elements } : null;
}

/** The same SVG with outlines for its texts, for a program that has no faces; null as of `readDrawing`. */
export function outlinedSvg(svg: string, faces: FaceSet): string | null {
  const drawing = readDrawing(svg);
  if (drawing === null) return null;
  const { width, height, elements } = drawing;
  const drawn = elements.flatMap((element) => {
    if (element.name !== 'text') return [elementXml(element.name, element.attributes)];
    const line = lineAt(element, { x: 0, y: 0, scale: 1 }, faces);
    const path = pathOf(line, faces);
    // A text of blanks has no outline.
    return path === '' ? [] : [elementXml('path', { d: path, fill: `#${line.color}` })];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`;
}

function elementXml(name: string, attributes: Attributes): string {
  return `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')}/>`;
}

/** Where the upper left corner lies, and points to a pixel of the SVG. */
export type DrawingPlace = { readonly x: number; readonly y: number; readonly scale: number };

export function drawingItems({ elements }: Drawing, place: DrawingPlace, faces: FaceSet): readonly PageItem[] {
  return elements.flatMap((element) => {
    switch (element.name) {
      case 'rect':
        return rectItems(element.attributes, place);
      case 'line':
        return [lineItem(element.attributes, place)];
      case 'text':
        return textItems(lineAt(element, place, faces));
    }
  });
}

function number(attributes: Attributes, name: string): number {
  return Number(attributes[name] ?? 0);
}

function color(attributes: Attributes, name: string): string | null {
  return attributes[name]?.replace('#', '') ?? null;
}

/** Filled, with an outline of four rules where it has one. */
function rectItems(attributes: Attributes, { x, y, scale }: DrawingPlace): readonly PageItem[] {
  const left = x + number(attributes, 'x') * scale;
  const top = y + number(attributes, 'y') * scale;
  const [width, height] = [number(attributes, 'width') * scale, number(attributes, 'height') * scale];
  const fill = color(attributes, 'fill') ?? black;
  const box = { kind: 'fill', x: left, y: top, width, height, color: fill } as const;
  const stroke = color(attributes, 'stroke');
  if (stroke === null) return [box];
  const rule = { kind: 'rule', width: number(attributes, 'stroke-width') * scale, color: stroke } as const;
  const [right, bottom] = [left + width, top + height];
  return [
    box,
    { ...rule, x1: left, y1: top, x2: right, y2: top },
    { ...rule, x1: left, y1: bottom, x2: right, y2: bottom },
    { ...rule, x1: left, y1: top, x2: left, y2: bottom },
    { ...rule, x1: right, y1: top, x2: right, y2: bottom },
  ];
}

function lineItem(attributes: Attributes, { x, y, scale }: DrawingPlace): PageItem {
  const at = (name: string): number => number(attributes, name) * scale;
  const ends = { x1: x + at('x1'), y1: y + at('y1'), x2: x + at('x2'), y2: y + at('y2') };
  return { kind: 'rule', ...ends, width: at('stroke-width'), color: color(attributes, 'stroke') ?? black };
}

type Line = {
  readonly letters: readonly Letter[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
};

function lineAt({ attributes, text }: Element, { x, y, scale }: DrawingPlace, faces: FaceSet): Line {
  const size = number(attributes, 'font-size') * scale;
  const letters = plainLetters(text, 'heading', faces);
  const width = widthOf(letters) * size;
  const anchor = attributes['text-anchor'];
  const before = anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0;
  const start = { x: x + number(attributes, 'x') * scale - before, y: y + number(attributes, 'y') * scale };
  return { letters, ...start, size, color: color(attributes, 'fill') ?? black };
}

function textItems({ letters, x, y: baseline, size, color }: Line): readonly TextItem[] {
  const width = widthOf(letters);
  const place = { x, width: width * size, baseline, size, align: 'left', color, piece: null } as const;
  return lineItems({ letters, width, isLast: true }, place);
}

function pathOf({ letters, x, y, size }: Line, faces: FaceSet): string {
  let at = x;
  const paths = letters.map(({ value, face, advance }) => {
    const scale = size / faces[face].font.unitsPerEm;
    const path = outline(faces[face], value.codePointAt(0) as number, [scale, 0, 0, -scale, at, y]);
    at += advance * size;
    return path;
  });
  return paths.join('');
}
