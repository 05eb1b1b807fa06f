/** Lying stacked bars: label, segments with their numbers, total. Many labels stand in two panels. */
import type { Chart, Stack } from './chart.ts';
import { legendOf } from './legend.ts';
import { filledWith, fontSize, margin, ruleColour, typeWidth, type, typeOn, wrapLabel } from './look.ts';
import { endOf, segmentsOf, totalOf, type Segment } from './segments.ts';
import { line, rect, text, type ChartDrawing } from './svg.ts';

const onePanelMost = 48;
/** Below this a second panel has no room, and names may take nearly half of the width. */
const slimBelow = 400;
/** From here on rows stand closer, so that one panel fits a page. */
const closeFrom = 30;
const gutter = 16;
const labelGap = 8;
const totalGap = 5;
const totalRoom = 30;
const lineHeight = fontSize + 2;
/** Part of a row that the bar fills. */
const barShare = 0.8;

export function drawBars(chart: Chart, width: number): ChartDrawing {
  const legend = legendOf(chart, width);
  const frame = { ...frameOf(chart, width), top: legend.height + margin };
  const axes = Array.from({ length: frame.panels }, (_, panel) => axisOf(frame, panel, chart.stacks.length));
  const rows = chart.stacks.flatMap((stack, index) => rowElements(chart, stack, placeOf(frame, index)));
  const height = frame.top + frame.rows * frame.pitch + margin;
  return { elements: [...legend.elements, ...rows, ...axes], width, height };
}

type Frame = {
  readonly top: number;
  readonly panels: number;
  /** Of each panel. */
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
  const widest = Math.max(...chart.stacks.map(({ label }) => typeWidth(label)));
  const labelWidth = Math.ceil(Math.min(widest, panelWidth * (panels === 1 && !isSlim ? 0.4 : 0.48)));
  const labelLines = widest > labelWidth && panels === 1 ? 2 : 1;
  const rows = Math.ceil(chart.stacks.length / panels);
  const single = rows > closeFrom ? 15 : 17;
  return { panels, rows, panelWidth, labelWidth, labelLines, pitch: labelLines === 1 ? single : 31 };
}

/** Where the bars of a panel begin; the scale of values is the same in every panel. */
function barsAt(frame: Frame, panel: number): number {
  return margin + panel * (frame.panelWidth + gutter) + frame.labelWidth + labelGap;
}

/** As long as the panel has rows: the last one may have fewer. */
function axisOf(frame: Frame, panel: number, stacks: number): string {
  const x = barsAt(frame, panel);
  const rows = Math.min(frame.rows, stacks - panel * frame.rows);
  return line({ x1: x, y1: frame.top, x2: x, y2: frame.top + rows * frame.pitch }, ruleColour);
}

type Row = {
  readonly left: number;
  readonly middle: number;
  readonly barHeight: number;
  /** Of the longest bar. */
  readonly barWidth: number;
  readonly frame: Frame;
};

function placeOf(frame: Frame, index: number): Row {
  const panel = Math.floor(index / frame.rows);
  const middle = frame.top + ((index % frame.rows) + 0.5) * frame.pitch;
  const barWidth = frame.panelWidth - frame.labelWidth - labelGap - totalRoom;
  return { left: barsAt(frame, panel), middle, barHeight: frame.pitch * barShare, barWidth, frame };
}

function rowElements(chart: Chart, stack: Stack, row: Row): readonly string[] {
  const { labelWidth, labelLines } = row.frame;
  const lines = wrapLabel(stack.label, labelWidth + 0.5, labelLines);
  const first = row.middle - ((lines.length - 1) * lineHeight) / 2;
  const label = lines.map((each, at) =>
    text(each, { x: row.left - labelGap, y: first + at * lineHeight }, { ...type, anchor: 'end' }),
  );
  const end = row.left + endOf(chart, stack) * row.barWidth + totalGap;
  const total = text(totalOf(stack), { x: end, y: row.middle }, type);
  return [...label, ...segmentsOf(chart, stack).flatMap((segment) => segmentElements(segment, row)), total];
}

/** A number that does not fit its segment is left out: the total stands beside the bar, every number in `alt`. */
function segmentElements({ series, value, from, to }: Segment, row: Row): readonly string[] {
  const width = (to - from) * row.barWidth;
  const x = row.left + from * row.barWidth;
  const box = { x, y: row.middle - row.barHeight / 2, width, height: row.barHeight };
  const bar = rect(box, filledWith(series));
  const fits = width >= typeWidth(String(value)) + 3;
  return fits ? [bar, text(value, { x: x + width / 2, y: row.middle }, typeOn(series))] : [bar];
}
