/** What all charts share: sizes, colours, type, legend. */
import type { Chart, Tone } from './chart.ts';
import type { ChartMark, ChartScale, ChartSpec } from './vega.ts';

/** 版心 of GB/T 9704 5.2.1 is 156 mm wide; at 96 dpi that is 590 px, and 11 px type prints at about 小五. */
export const chartWidthMm = 156;
export const chartWidth = 590;
/** A telephone's 390 px without the page's margins. */
export const slimWidth = 330;
export const margin = 6;
const legendRow = 24;
export const fontSize = 11;

const ink = '#1f2328';
const background = '#ffffff';

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

/** Scales `fill` and `onFill` give the colours of a series by its name. */
export function toneScales({ series }: Chart): readonly ChartScale[] {
  const domain = series.map(({ name }) => name);
  return [
    { name: 'fill', type: 'ordinal', domain, range: series.map(({ tone }) => looks[tone].fill) },
    { name: 'onFill', type: 'ordinal', domain, range: series.map(({ tone }) => looks[tone].text) },
  ];
}

/** An outline keeps pale fills visible on white paper. */
export const filled = {
  fill: { scale: 'fill', field: 'series' },
  stroke: { value: ink },
  strokeWidth: { value: 0.5 },
} as const;

export const type = {
  font: { value: fontFamily },
  fontSize: { value: fontSize },
  baseline: { value: 'middle' },
  limit: { value: 0 },
} as const;

export const inked = { ...type, fill: { value: ink } } as const;
export const rule = { stroke: { value: '#8c959f' }, strokeWidth: { value: 1 } } as const;

/** Room that a text takes: a Chinese character is as wide as it is high, others about half. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character < '\u2000' ? 0.56 : 1) * fontSize, 0);
}

/**
 * At most `lines` lines of `limit` pixels, of about the same length, numbers whole where they fit; what does not fit ends in …, the
 * whole label stands in the figure's `alt`.
 */
export function wrapLabel(label: string, limit: number, lines: number): readonly string[] {
  const needed = Math.min(lines, Math.ceil(textWidth(label) / limit));
  const even = Math.min(limit, textWidth(label) / Math.max(1, needed) + fontSize);
  const wrapped: string[] = [''];
  for (const piece of piecesOf(label, even)) {
    const last = wrapped.at(-1) ?? '';
    if (textWidth(last + piece) <= even) wrapped[wrapped.length - 1] = last + piece;
    else wrapped.push(piece);
  }
  if (wrapped.length <= lines) return wrapped;
  const last = Array.from(wrapped[lines - 1] ?? '');
  return [...wrapped.slice(0, lines - 1), `${last.slice(0, -1).join('')}…`];
}

/** Single characters; a number or a Latin word that fits a line is one piece. */
function piecesOf(label: string, limit: number): readonly string[] {
  const pieces = label.match(/[\d.%A-Za-z]+|[^\d.%A-Za-z]/gu) ?? [];
  return pieces.flatMap((piece) => (textWidth(piece) <= limit ? [piece] : Array.from(piece)));
}

export type Legend = { readonly marks: readonly ChartMark[]; readonly height: number };

/** Squares with names along the top, in as many rows as they need, and what the numbers count. One series needs no squares. */
export function legendOf({ series, measure }: Chart, width: number): Legend {
  const unit = `单位：${measure}`;
  let [row, end] = [0, margin];
  const takes = (room: number): number => {
    if (end > margin && end + room > width - margin) [row, end] = [row + 1, margin];
    const x = end;
    end += room + 18;
    return x;
  };
  const keys = (series.length === 1 ? [] : series).flatMap(({ name, tone }) => {
    const x = takes(17 + textWidth(name));
    return keyMarks(name, looks[tone].fill, { x, y: (row + 0.5) * legendRow });
  });
  takes(textWidth(unit));
  const place = { x: { value: width - margin }, y: { value: (row + 0.5) * legendRow } };
  const text = { text: { value: unit }, align: { value: 'right' } } as const;
  const counted: ChartMark = { type: 'text', encode: { enter: { ...inked, ...place, ...text } } };
  return { marks: [...keys, counted], height: (row + 1) * legendRow };
}

function keyMarks(name: string, fill: string, { x, y }: { readonly x: number; readonly y: number }): ChartMark[] {
  const box = { x: { value: x }, y: { value: y - 6 }, width: { value: 12 }, height: { value: 12 } };
  return [
    { type: 'rect', encode: { enter: { ...filled, ...box, fill: { value: fill } } } },
    { type: 'text', encode: { enter: { ...inked, x: { value: x + 17 }, y: { value: y }, text: { value: name } } } },
  ];
}

/** A specification and the height it draws, in pixels. */
export type Sheet = { readonly spec: ChartSpec; readonly height: number };

export function sheet(
  parts: Pick<ChartSpec, 'data' | 'scales' | 'marks'>,
  { width, height }: { readonly width: number; readonly height: number },
): Sheet {
  return { spec: { ...parts, width, height, padding: 0, autosize: 'none', background }, height };
}
