/** Standing stacked columns over a base line: for quarters and for ranges of scores. */
import type { Chart, Stack } from './chart.ts';
import { legendOf } from './legend.ts';
import { filledWith, margin, ruleColour, type, typeOn, wrapLabel } from './look.ts';
import { endOf, segmentsOf, totalOf, type Segment } from './segments.ts';
import { line, rect, text, type ChartDrawing } from './svg.ts';

const columnHeight = 150;
const widest = 116;
const labelLine = 13;
const labelMost = 3;
const totalRoom = 18;
const totalRise = 9;
/** A segment thinner than this cannot hold its number. */
const thin = 13;
const besideSize = 9;
const besideGap = 3;

export function drawColumns(chart: Chart, width: number): ChartDrawing {
  const legend = legendOf(chart, width);
  const base = legend.height + totalRoom + columnHeight;
  const step = (width - margin * 2) / chart.stacks.length;
  const labels = chart.stacks.map(({ label }) => wrapLabel(label, step - 4, labelMost));
  const columns = chart.stacks.flatMap((stack, index) => {
    const column = { middle: margin + (index + 0.5) * step, base, width: Math.min(step * 0.75, widest) };
    return [...columnElements(chart, stack, column), ...labelElements(labels[index] ?? [], column)];
  });
  const baseLine = line({ x1: margin, y1: base, x2: width - margin, y2: base }, ruleColour);
  const labelLines = Math.max(2, ...labels.map(({ length }) => length));
  return { elements: [...legend.elements, ...columns, baseLine], width, height: base + labelLines * labelLine + 8 };
}

type Column = { readonly middle: number; readonly base: number; readonly width: number };

function columnElements(chart: Chart, stack: Stack, column: Column): readonly string[] {
  const segments = segmentsOf(chart, stack);
  const boxes = segments.map(({ series, from, to }) => {
    const height = (to - from) * columnHeight;
    const y = column.base - to * columnHeight;
    return rect({ x: column.middle - column.width / 2, y, width: column.width, height }, filledWith(series));
  });
  const top = column.base - endOf(chart, stack) * columnHeight - totalRise;
  const total = text(totalOf(stack), { x: column.middle, y: top }, { ...type, anchor: 'middle' });
  // With one series the total above the column says it already.
  return [...boxes, ...(chart.series.length === 1 ? [] : numbersOf(segments, column)), total];
}

/** The number of a segment too thin to hold it stands beside the column, clear of the one below: few reds are what the eye looks for. */
function numbersOf(segments: readonly Segment[], column: Column): readonly string[] {
  const x = column.middle + column.width / 2 + besideGap;
  let free = Infinity;
  return segments.map(({ series, value, from, to }) => {
    const middle = column.base - ((from + to) / 2) * columnHeight;
    if ((to - from) * columnHeight >= thin) return text(value, { x: column.middle, y: middle }, typeOn(series));
    const y = Math.min(middle, free);
    free = y - besideSize;
    return text(value, { x, y }, { ...type, size: besideSize });
  });
}

function labelElements(lines: readonly string[], { middle, base }: Column): readonly string[] {
  return lines.map((each, at) =>
    text(each, { x: middle, y: base + 12 + at * labelLine }, { ...type, anchor: 'middle' }),
  );
}
