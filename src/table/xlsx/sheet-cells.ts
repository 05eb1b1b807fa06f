/** The cells of a worksheet part, one after another, and what the sheet says of its rows and columns. */
import type { XmlHandlers } from '../../ooxml/xml-reader.ts';
import type { Merge } from '../sheet.ts';
import { isOn, runReader } from './text.ts';
import type { CellRun } from './text.ts';

export type RawCell = {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  /** `t`: s shared string, inlineStr, str formula's string, b, e error, d date, n number (the default). */
  readonly type: string;
  readonly style: number;
  /** The content of `v`. */
  readonly value: string;
  /** Text that stands in the cell itself. */
  readonly runs: readonly CellRun[];
  readonly formula: string | null;
  /** A value that this edition of the format does not know: a picture in the cell, as a rule. */
  readonly isRich: boolean;
};

type OpenCell = { -readonly [K in keyof RawCell]: RawCell[K] };

export type SheetEvents = {
  readonly onCell: (cell: RawCell) => void;
  readonly onHiddenRow: (row: number) => void;
  /** Columns from 1, both ends included. */
  readonly onHiddenColumns: (from: number, to: number) => void;
  readonly onMerge: (merge: Merge) => void;
};

/** Handlers that hand over each cell when it is complete. A reference left out means the next row or column. */
export function sheetHandlers(events: SheetEvents): XmlHandlers {
  let row = 0;
  let cell: OpenCell = cellAt(0, 0, {});
  let inside = '';
  const runs = runReader();
  return {
    open: (name, attributes) => {
      if (name === 'row') {
        row = rowOf(attributes['r']) ?? row + 1;
        cell = cellAt(row, 0, {});
        if (isOutOfSight(attributes, 'ht')) events.onHiddenRow(row);
      }
      if (name === 'c') {
        cell = cellAt(row, columnOf(attributes['r']) ?? cell.column + 1, attributes);
        runs.take();
      }
      if (name === 'f') cell.formula = '';
      if (name === 'col' && isOutOfSight(attributes, 'width'))
        events.onHiddenColumns(Number(attributes['min']), Number(attributes['max']));
      if (name === 'mergeCell') handOver(mergeOf(attributes['ref']), events.onMerge);
      runs.open(name, attributes);
      inside = name;
    },
    text: (text) => {
      if (inside === 'v') cell.value += text;
      if (inside === 'f') cell.formula += text;
      runs.text(text);
    },
    close: (name) => {
      inside = '';
      runs.close(name);
      if (name === 'c') events.onCell({ ...cell, runs: runs.take() });
    },
  };
}

function cellAt(row: number, column: number, attributes: Readonly<Record<string, string>>): OpenCell {
  const style = Number(attributes['s'] ?? 0);
  const isRich = attributes['vm'] !== undefined;
  return { type: attributes['t'] ?? 'n', style, value: '', runs: [], row, column, formula: null, isRich };
}

function isOutOfSight(attributes: Readonly<Record<string, string>>, size: 'ht' | 'width'): boolean {
  const { hidden } = attributes;
  return (hidden !== undefined && isOn(hidden)) || Number(attributes[size] ?? 1) === 0;
}

function handOver<T>(value: T | null, to: (value: T) => void): void {
  if (value !== null) to(value);
}

/** `A4:J4`, or null when it is none. */
function mergeOf(reference: string | undefined): Merge | null {
  const [from = '', to = ''] = (reference ?? '').split(':');
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [from, to].map((end) => rowOf(/(?<!\d)\d+$/u.exec(end)?.[0]) ?? 0) as [number, number];
  return left === null || right === null || top === 0 || bottom < top || right < left
    ? null
    : { top, left, bottom, right };
}

function rowOf(reference: string | undefined): number | null {
  return /^[1-9]\d{0,8}$/u.test(reference ?? '') ? Number(reference) : null;
}

/** `AB12` → 28. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 65) - 64, 0);
}
