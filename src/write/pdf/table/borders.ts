/** The grid of a table's part on one page: touching edges of neighbouring cells are drawn once, as long lines. */
import { black } from '../../../document/paper-look.ts';
import type { RuleItem } from '../page.ts';

export type CellBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Interval = { readonly from: number; readonly to: number };

const lineWidth = 0.5;

export function borderRules(boxes: readonly CellBox[]): readonly RuleItem[] {
  const horizontal = new Map<number, Interval[]>();
  const vertical = new Map<number, Interval[]>();
  for (const { x, y, width, height } of boxes) {
    add(horizontal, y, { from: x, to: x + width });
    add(horizontal, y + height, { from: x, to: x + width });
    add(vertical, x, { from: y, to: y + height });
    add(vertical, x + width, { from: y, to: y + height });
  }
  const rule = { kind: 'rule', width: lineWidth, color: black } as const;
  return [
    ...joined(horizontal).map(({ at, from, to }) => ({ ...rule, x1: from, x2: to, y1: at, y2: at })),
    ...joined(vertical).map(({ at, from, to }) => ({ ...rule, x1: at, x2: at, y1: from, y2: to })),
  ];
}

/** Edges that differ by rounding are one edge. */
function add(edges: Map<number, Interval[]>, at: number, interval: Interval): void {
  const key = Math.round(at * 100) / 100;
  const known = edges.get(key);
  if (known === undefined) edges.set(key, [interval]);
  else known.push(interval);
}

function joined(edges: ReadonlyMap<number, readonly Interval[]>): readonly (Interval & { readonly at: number })[] {
  return [...edges].flatMap(([at, intervals]) => union(intervals).map((interval) => ({ at, ...interval })));
}

function union(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.toSorted((a, b) => a.from - b.from);
  const result: Interval[] = [];
  for (const interval of sorted) {
    const last = result.at(-1);
    if (last !== undefined && interval.from <= last.to + 0.02) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) };
    } else result.push(interval);
  }
  return result;
}
