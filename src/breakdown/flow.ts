/** Flow: lines joined to one text that still knows where each character stood. */
import type { Line } from './line.ts';

export type FlowSpot = { readonly line: number; readonly column: number };

type Piece = FlowSpot & { readonly start: number };

export type Flow = { readonly text: string; readonly pieces: readonly Piece[]; readonly endLine: number };

/** Joins lines without a break, as Chinese is set; only two Latin words get their space back. `skip` characters of the first line are left out. */
export function flowOf(lines: readonly Line[], skip = 0): Flow {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const from = index === 0 ? skip : 0;
    const before = parts.at(-1) ?? '';
    const part = needsSpace(before, line) ? ` ${line.text.slice(from)}` : line.text.slice(from);
    pieces.push({ start: length, line: line.line, column: line.column + from });
    parts.push(part);
    length += part.length;
  }
  return { text: parts.join(''), pieces, endLine: lines.at(-1)?.line ?? 0 };
}

function needsSpace(before: string, line: Line): boolean {
  return line.hasSpaceBefore && /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(line.text);
}

/** Where the character at an offset stands. */
export function spotAt(flow: Flow, offset: number): FlowSpot {
  let low = 0;
  let high = flow.pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((flow.pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = flow.pieces[low];
  if (piece === undefined) return { line: flow.endLine, column: 1 };
  return { line: piece.line, column: piece.column + offset - piece.start };
}
