/** The grid of a table's part on one page: touching edges of neighbouring cells are drawn once, as long lines. */
import { black } from '../../../document/paper-look.ts';
import type { RuleItem } from '../page.ts';

export type CellBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Interval = { readonly from: number; to: number };

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
  const rules: RuleItem[] = [];
  for (const [edge, intervals] of horizontal) {
    const at = edge / 100;
    for (const { from, to } of union(intervals)) {
      rules.push({ kind: 'rule', x1: from, y1: at, x2: to, y2: at, width: lineWidth, color: black });
    }
  }
  for (const [edge, intervals] of vertical) {
    const at = edge / 100;
    for (const { from, to } of union(intervals)) {
      rules.push({ kind: 'rule', x1: at, y1: from, x2: at, y2: to, width: lineWidth, color: black });
    }
  }
  return rules;
}

/** Edges that differ by rounding are one edge; they are known by hundredths of a point. */
function add(edges: Map<number, Interval[]>, at: number, interval: Interval): void {
  const edge = Math.round(at * 100);
  const known = edges.get(edge);
  if (known === undefined) edges.set(edge, [interval]);
  else known.push(interval);
}

/** Touching intervals become one. They are this page's own, and are changed. */
function union(intervals: Interval[]): readonly Interval[] {
  intervals.sort((a, b) => a.from - b.from);
  const result: Interval[] = [];
  for (const interval of intervals) {
    const last = result.at(-1);
    if (last === undefined || interval.from > last.to + 0.02) result.push(interval);
    else if (interval.to > last.to) last.to = interval.to;
  }
  return result;
}
