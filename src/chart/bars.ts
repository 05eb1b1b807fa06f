/** Lying stacked bars: label, segments with their numbers, total. Many labels stand in two panels. */
import type { Chart } from './chart.ts';
import {
  filled,
  fontSize,
  inked,
  legendOf,
  margin,
  sheet,
  textWidth,
  toneScales,
  type,
  wrapLabel,
  type Sheet,
} from './look.ts';
import { mostOf, segmentsOf, totalOf } from './segments.ts';
import type { ChartMark } from './vega.ts';

const onePanelMost = 48;
/** Below this a second panel has no room, and names may take nearly half of the width. */
const slimBelow = 400;
/** From here on rows stand closer, so that one panel fits a page. */
const closeFrom = 30;
const gutter = 16;
const labelGap = 8;
const totalRoom = 30;

export function barsSpec(chart: Chart, width: number): Sheet {
  const legend = legendOf(chart, width);
  const frame = { ...frameOf(chart, width), top: legend.height + margin };
  const panels = Array.from({ length: frame.panels }, (_, index) => panelMark(chart, frame, index));
  const height = frame.top + frame.rows * frame.pitch + margin;
  return sheet({ scales: [...toneScales(chart)], marks: [...legend.marks, ...panels] }, { width, height });
}

type Frame = {
  readonly top: number;
  readonly panels: number;
  readonly rows: number;
  readonly panelWidth: number;
  readonly labelWidth: number;
  readonly labelLines: number;
  readonly pitch: number;
};

/** Short names stay on one line; long section titles take up to two lines of two fifths of the width. */
function frameOf(chart: Chart, width: number): Omit<Frame, 'top'> {
  const isSlim = width < slimBelow;
  const panels = chart.stacks.length > onePanelMost && !isSlim ? 2 : 1;
  const panelWidth = (width - margin * 2 - gutter * (panels - 1)) / panels;
  const widest = Math.max(...chart.stacks.map(({ label }) => textWidth(label)));
  const labelWidth = Math.ceil(Math.min(widest, panelWidth * (panels === 1 && !isSlim ? 0.4 : 0.48)));
  const labelLines = widest > labelWidth && panels === 1 ? 2 : 1;
  const rows = Math.ceil(chart.stacks.length / panels);
  const single = rows > closeFrom ? 15 : 17;
  return { panels, rows, panelWidth, labelWidth, labelLines, pitch: labelLines === 1 ? single : 31 };
}

/** A group with its own part of the rows; the value scale is the same in every panel. */
function panelMark(chart: Chart, frame: Frame, panel: number): ChartMark {
  const first = panel * frame.rows;
  const rows = Array.from({ length: frame.rows }, (_, row) => first + row);
  const here = ({ stack }: { readonly stack: number }): boolean => stack >= first && stack < first + frame.rows;
  const left = margin + panel * (frame.panelWidth + gutter) + frame.labelWidth + labelGap;
  const barWidth = frame.panelWidth - frame.labelWidth - labelGap - totalRoom;
  return {
    type: 'group',
    encode: { enter: { x: { value: left }, y: { value: frame.top } } },
    data: [
      { name: 'labels', values: labelRows(chart, frame).filter(here) },
      { name: 'segments', values: segmentsOf(chart).filter(here) },
    ],
    scales: [
      { name: 'row', type: 'band', domain: rows, range: [0, frame.rows * frame.pitch], padding: 0.2 },
      { name: 'value', type: 'linear', domain: [0, mostOf(chart)], range: [0, barWidth] },
    ],
    marks: [labels, totals, segments, numbers],
  };
}

function labelRows(chart: Chart, frame: Frame) {
  return chart.stacks.map((stack, index) => {
    const lines = wrapLabel(stack.label, frame.labelWidth + 0.5, frame.labelLines);
    const end = chart.scale === 'share' ? Number(totalOf(stack) > 0) : totalOf(stack);
    return { stack: index, lines, rise: ((1 - lines.length) * (fontSize + 2)) / 2, end, total: totalOf(stack) };
  });
}

const middle = { scale: 'row', field: 'stack', band: 0.5 } as const;

const labels: ChartMark = {
  type: 'text',
  from: { data: 'labels' },
  encode: {
    enter: {
      ...inked,
      text: { field: 'lines' },
      lineHeight: { value: fontSize + 2 },
      align: { value: 'right' },
      x: { value: -labelGap },
      y: { ...middle, offset: { field: 'rise' } },
    },
  },
};

const totals: ChartMark = {
  type: 'text',
  from: { data: 'labels' },
  encode: { enter: { ...inked, text: { field: 'total' }, x: { scale: 'value', field: 'end', offset: 5 }, y: middle } },
};

const segments: ChartMark = {
  type: 'rect',
  from: { data: 'segments' },
  encode: {
    enter: {
      ...filled,
      x: { scale: 'value', field: 'from' },
      x2: { scale: 'value', field: 'to' },
      y: { scale: 'row', field: 'stack' },
      height: { scale: 'row', band: 1 },
    },
  },
};

/** A number that does not fit its segment is left out: the total stands beside the bar, every number in `alt`. */
const numbers: ChartMark = {
  type: 'text',
  from: { data: 'segments' },
  encode: {
    enter: {
      ...type,
      text: {
        signal: `scale('value', datum.to) - scale('value', datum.from) < 3 + 6.2 * length('' + datum.value) ? '' : '' + datum.value`,
      },
      align: { value: 'center' },
      x: { signal: `(scale('value', datum.from) + scale('value', datum.to)) / 2` },
      y: middle,
      fill: { scale: 'onFill', field: 'series' },
    },
  },
};
