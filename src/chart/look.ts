/** What all charts share: sizes, colours, type, legend. */
import type { Chart, Tone } from './chart.ts';
import type { ChartMark, ChartScale, ChartSpec } from './vega.ts';

/** 版心 of GB/T 9704 5.2.1 is 156 mm wide; at 96 dpi that is 590 px, and 11 px type prints at about 小五. */
export const chartWidthMm = 156;
export const chartWidth = 590;
export const margin = 6;
export const legendHeight = 24;
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
 * At most `lines` lines of `limit` pixels, of about the same length; what does not fit ends in …, the whole label stands in the
 * figure's `alt`.
 */
export function wrapLabel(label: string, limit: number, lines: number): readonly string[] {
  const needed = Math.min(lines, Math.ceil(textWidth(label) / limit));
  const even = Math.min(limit, textWidth(label) / Math.max(1, needed) + fontSize);
  const wrapped: string[] = [''];
  for (const character of Array.from(label)) {
    const last = wrapped.at(-1) ?? '';
    if (textWidth(last + character) <= even) wrapped[wrapped.length - 1] = last + character;
    else wrapped.push(character);
  }
  if (wrapped.length <= lines) return wrapped;
  const last = Array.from(wrapped[lines - 1] ?? '');
  return [...wrapped.slice(0, lines - 1), `${last.slice(0, -1).join('')}…`];
}

/** Squares with names along the top, and what the numbers count. One series needs no squares. */
export function legendMarks({ series, measure }: Chart): readonly ChartMark[] {
  const y = { value: legendHeight / 2 };
  const right = { x: { value: chartWidth - margin }, align: { value: 'right' } } as const;
  const unit: ChartMark = {
    type: 'text',
    encode: { enter: { ...inked, ...right, y, text: { value: `单位：${measure}` } } },
  };
  if (series.length === 1) return [unit];
  let end = margin;
  const keys = series.flatMap(({ name, tone }): readonly ChartMark[] => {
    const x = end;
    end += 17 + textWidth(name) + 18;
    const box = { x: { value: x }, y: { value: legendHeight / 2 - 6 }, width: { value: 12 }, height: { value: 12 } };
    return [
      { type: 'rect', encode: { enter: { ...filled, ...box, fill: { value: looks[tone].fill } } } },
      { type: 'text', encode: { enter: { ...inked, x: { value: x + 17 }, y, text: { value: name } } } },
    ];
  });
  return [...keys, unit];
}

/** A specification and the height it draws, in pixels. */
export type Sheet = { readonly spec: ChartSpec; readonly height: number };

export function sheet(parts: Pick<ChartSpec, 'data' | 'scales' | 'marks'>, height: number): Sheet {
  return { spec: { ...parts, width: chartWidth, height, padding: 0, autosize: 'none', background }, height };
}
