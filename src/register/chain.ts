/**
 * 校验链: each line's hash is taken over the line before it and its own values, so that whoever changes one line must change every later
 * one, and the last hash, printed and signed (seal.ts), proves all. Values, not bytes: Excel may save the file in another encoding,
 * write dates with strokes and codes without zeros, and nothing is broken by it.
 */
import { readDate } from '../table/cells.ts';
import { sha256 } from '../disk/sha256.ts';
import type { Act } from './act.ts';
import type { RegisterLine } from './entry.ts';
import { registerFile } from './entry.ts';
import type { ActColumn } from './register-table.ts';
import { actColumns, cellsOfAct, kindOfColumn } from './register-table.ts';

/** `before`: the chain of the line before, '' for the first. `cells`: in the order of the columns, as they stand in the file. */
export function chainOf(before: string, cells: readonly string[]): string {
  const values = actColumns.map((column, at) => valueOf(column, cells[at] ?? ''));
  // JSON parts the values: no two different rows give the same text.
  return sha256(JSON.stringify([before, ...values]));
}

/** What a cell means, however it is written. */
export function valueOf(column: ActColumn, written: string): string {
  const text = written.trim();
  switch (kindOfColumn(column)) {
    case 'text':
      return text.replaceAll(/\r\n?/gu, '\n');
    case 'date':
      return readDate(text).date ?? text;
    case 'number':
    case 'code':
      return text.normalize('NFKC').replace(/^0+(?=\d)/u, '');
  }
}

/** The lines that the acts will be, after those that are there. */
export function linesAfter(lines: readonly RegisterLine[], acts: readonly Act[]): readonly RegisterLine[] {
  let [position, chain] = [lines.length, lines.at(-1)?.chain ?? ''];
  return acts.map((act): RegisterLine => {
    position += 1;
    chain = chainOf(chain, cellsOfAct(act));
    return { position, act, chain, place: { file: registerFile, row: position + 1, column: null } };
  });
}
