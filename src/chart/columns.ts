/** Standing stacked columns over a base line: for quarters and for ranges of scores. */
import type { Chart } from './chart.ts';
import { filled, inked, legendOf, margin, rule, sheet, toneScales, type, wrapLabel, type Sheet } from './look.ts';
import { mostOf, segmentsOf, totalOf } from './segments.ts';
import type { ChartMark } from './vega.ts';

const columnHeight = 150;
const labelLine = 13;
const totalRoom = 18;

export function columnsSpec(chart: Chart, width: number): Sheet {
  const legend = legendOf(chart, width);
  const top = legend.height + totalRoom;
  const base = top + columnHeight;
  const step = (width - margin * 2) / chart.stacks.length;
  const labelled = labelRows(chart, step);
  const spec = {
    data: [
      { name: 'labels', values: labelled },
      { name: 'segments', values: [...segmentsOf(chart)] },
    ],
    scales: [
      ...toneScales(chart),
      {
        name: 'column',
        type: 'band' as const,
        domain: chart.stacks.map((_, index) => index),
        range: [margin, width - margin],
        padding: step > 120 ? 0.5 : 0.25,
      },
      { name: 'value', type: 'linear' as const, domain: [0, mostOf(chart)], range: [base, top] },
    ],
    marks: [...legend.marks, segments, numbers, numbersBeside, totals, baseLine(base, width), columnLabels(base)],
  };
  const labelLines = Math.max(2, ...labelled.map(({ lines }) => lines.length));
  return sheet(spec, { width, height: base + labelLines * labelLine + 8 });
}

function labelRows(chart: Chart, step: number) {
  return chart.stacks.map((stack, index) => ({
    stack: index,
    lines: wrapLabel(stack.label, step - 4, 3),
    end: chart.scale === 'share' ? Number(totalOf(stack) > 0) : totalOf(stack),
    total: totalOf(stack),
  }));
}

const middle = { scale: 'column', field: 'stack', band: 0.5 } as const;

const segments: ChartMark = {
  type: 'rect',
  from: { data: 'segments' },
  encode: {
    enter: {
      ...filled,
      x: { scale: 'column', field: 'stack' },
      width: { scale: 'column', band: 1 },
      y: { scale: 'value', field: 'to' },
      y2: { scale: 'value', field: 'from' },
    },
  },
};

/** With one series the total above the column says it already. */
const isNumbered = `domain('fill').length > 1`;
const isThin = `scale('value', datum.from) - scale('value', datum.to) < 13`;
const centre = { signal: `(scale('value', datum.from) + scale('value', datum.to)) / 2` };

const numbers: ChartMark = {
  type: 'text',
  from: { data: 'segments' },
  encode: {
    enter: {
      ...type,
      text: { signal: `${isNumbered} && !(${isThin}) ? '' + datum.value : ''` },
      align: { value: 'center' },
      x: middle,
      y: centre,
      fill: { scale: 'onFill', field: 'series' },
    },
  },
};

/** The number of a segment too thin to hold it stands beside the column: few reds are what the eye looks for. */
const numbersBeside: ChartMark = {
  type: 'text',
  from: { data: 'segments' },
  encode: {
    enter: {
      ...inked,
      fontSize: { value: 9 },
      text: { signal: `${isNumbered} && ${isThin} ? '' + datum.value : ''` },
      x: { scale: 'column', field: 'stack', band: 1, offset: 3 },
      y: centre,
    },
  },
};

const totals: ChartMark = {
  type: 'text',
  from: { data: 'labels' },
  encode: {
    enter: {
      ...inked,
      text: { field: 'total' },
      align: { value: 'center' },
      x: middle,
      y: { scale: 'value', field: 'end', offset: -9 },
    },
  },
};

function baseLine(y: number, width: number): ChartMark {
  const x = { x: { value: margin }, x2: { value: width - margin } };
  return { type: 'rule', encode: { enter: { ...rule, ...x, y: { value: y } } } };
}

function columnLabels(base: number): ChartMark {
  return {
    type: 'text',
    from: { data: 'labels' },
    encode: {
      enter: {
        ...inked,
        text: { field: 'lines' },
        align: { value: 'center' },
        lineHeight: { value: labelLine },
        x: middle,
        y: { value: base + 12 },
      },
    },
  };
}
