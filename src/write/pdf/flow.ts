/** The pages of one paper while it is laid out: a place to write at, which moves down and on to new pages. */
import type { Orientation } from '../../document/tree.ts';
import type { PageGeometry, TextArea } from './geometry.ts';
import type { PageItem, Page } from './page.ts';

/** A line of the flow: its height, what it draws with its top at y, and whether it must not be the last of a page. */
export type FlowLine = {
  readonly height: number;
  readonly items: (top: number) => readonly PageItem[];
  readonly isKeptWithNext: boolean;
};

export type PageFlow = {
  readonly area: () => TextArea;
  readonly pageCount: () => number;
  /** Top of what comes next. */
  readonly top: () => number;
  /** What is left of the page. */
  readonly room: () => number;
  readonly isAtTop: () => boolean;
  /** Draws on the current page, wherever the items say. */
  readonly draw: (items: readonly PageItem[]) => void;
  /** Moves down without drawing; never past the page. */
  readonly advance: (height: number) => void;
  readonly place: (lines: readonly FlowLine[]) => void;
  /** Puts down the lines that wait for their successor, on a page where `height` more fits after them. */
  readonly reserve: (height: number) => void;
  readonly newPage: (orientation?: Orientation) => void;
  readonly orientation: () => Orientation;
  readonly pages: () => readonly Page[];
};

export type GeometryOf = (orientation: Orientation, pageNumber: number) => PageGeometry;

type Sheet = { readonly geometry: PageGeometry; readonly items: PageItem[] };

/** Lengths are sums of many fractions; a hundredth of a point decides nothing. */
export const hair = 0.01;

type State = {
  readonly geometryOf: GeometryOf;
  readonly sheets: Sheet[];
  orientation: Orientation;
  top: number;
  /** Lines kept with the next one, until that is placed. */
  waiting: FlowLine[];
};

export function createFlow(geometryOf: GeometryOf, first: Orientation): PageFlow {
  const state: State = { geometryOf, sheets: [], orientation: first, top: 0, waiting: [] };
  addSheet(state);
  return {
    area: () => currentSheet(state).geometry.area,
    pageCount: () => state.sheets.length,
    top: () => state.top,
    room: () => roomOf(state),
    isAtTop: () => isAtTop(state),
    draw: (items) => {
      const onSheet = currentSheet(state).items;
      for (const item of items) onSheet.push(item);
    },
    advance: (height) => {
      state.top += Math.min(height, roomOf(state));
    },
    place: (lines) => lines.forEach((line) => placeLine(state, line)),
    reserve: (height) => reserve(state, height),
    newPage: (orientation = state.orientation) => {
      putDownWaiting(state);
      state.orientation = orientation;
      addSheet(state);
    },
    orientation: () => state.orientation,
    pages: () => {
      putDownWaiting(state);
      return state.sheets.map(({ geometry, items }) => ({ size: geometry.page, items }));
    },
  };
}

export function heightOf(lines: readonly FlowLine[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0);
}

function currentSheet(state: State): Sheet {
  // createFlow adds the first one.
  return state.sheets.at(-1) as Sheet;
}

function addSheet(state: State): void {
  const geometry = state.geometryOf(state.orientation, state.sheets.length + 1);
  state.sheets.push({ geometry, items: [] });
  state.top = geometry.area.top;
}

function roomOf(state: State): number {
  const { area } = currentSheet(state).geometry;
  return area.top + area.height - state.top;
}

function isAtTop(state: State): boolean {
  return state.top <= currentSheet(state).geometry.area.top + hair;
}

function placeLine(state: State, line: FlowLine): void {
  if (line.isKeptWithNext) {
    state.waiting.push(line);
    return;
  }
  reserve(state, line.height);
  putDown(state, line);
}

function reserve(state: State, height: number): void {
  const needed = height + heightOf(state.waiting);
  if (needed > roomOf(state) + hair && !isAtTop(state)) addSheet(state);
  putDownWaiting(state);
}

/** Lines that wait are few; should they fill more than a page after all, they break like any. */
function putDownWaiting(state: State): void {
  const lines = state.waiting;
  state.waiting = [];
  for (const line of lines) {
    if (line.height > roomOf(state) + hair && !isAtTop(state)) addSheet(state);
    putDown(state, line);
  }
}

function putDown(state: State, line: FlowLine): void {
  currentSheet(state).items.push(...line.items(state.top));
  state.top += line.height;
}
