/** The legend along the top of a chart. */
import type { Chart } from './chart.ts';
import { filledWith, margin, typeWidth, type } from './look.ts';
import { rect, text } from './svg.ts';

export type Legend = { readonly elements: readonly string[]; readonly height: number };

const rowHeight = 24;
const square = 12;
const nameAt = 17;
const gap = 18;

/** Squares with names, in as many rows as they need, and what the numbers count. One series needs no squares. */
export function legendOf({ series, measure }: Chart, width: number): Legend {
  const unit = `单位：${measure}`;
  let [row, end] = [0, margin];
  const takes = (room: number): number => {
    if (end > margin && end + room > width - margin) [row, end] = [row + 1, margin];
    const x = end;
    end += room + gap;
    return x;
  };
  const middle = (): number => (row + 0.5) * rowHeight;
  const keys = (series.length === 1 ? [] : series).flatMap((each) => {
    const x = takes(nameAt + typeWidth(each.name));
    const box = { x, y: middle() - square / 2, width: square, height: square };
    return [rect(box, filledWith(each)), text(each.name, { x: x + nameAt, y: middle() }, type)];
  });
  takes(typeWidth(unit));
  const counted = text(unit, { x: width - margin, y: middle() }, { ...type, anchor: 'end' });
  return { elements: [...keys, counted], height: (row + 1) * rowHeight };
}
