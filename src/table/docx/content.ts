/** Tables and lines of word/document.xml, as they stand on the page: nothing deleted, hidden or written twice for older programs. */
import type { XmlHandlers } from '../../ooxml/xml-reader.ts';
import { isOn } from '../xlsx/text.ts';

export type DocxCell = {
  /** From 1, in columns of the table's grid. */
  readonly column: number;
  readonly span: number;
  readonly text: string;
  readonly struck: string;
  /** Its part in a merge over rows. */
  readonly merge: 'none' | 'start' | 'continue';
};

type OpenCell = { -readonly [K in keyof DocxCell]: DocxCell[K] };

export type DocxEvents = {
  readonly onTable: (rows: readonly (readonly DocxCell[])[]) => void;
  /** A paragraph outside tables. */
  readonly onLine: (text: string) => void;
};

/** Deleted and moved text, and the copy of a drawing that old programs read. */
const passedOver: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback']);
const value = 'w:val';

/** A table inside a cell gives its text to that cell. */
export function docxHandlers(events: DocxEvents): XmlHandlers {
  const rows: DocxCell[][] = [];
  let cell: OpenCell | null = null;
  let line = '';
  let [depth, column] = [0, 1];
  const runs = runHandlers((text, isStruck) => {
    if (cell === null) line += text;
    else if (isStruck) cell.struck += text;
    else cell.text += text;
  });
  return {
    open: (name, attributes) => {
      runs.open(name, attributes);
      if (name === 'tbl') depth += 1;
      if (depth !== 1) return;
      if (name === 'tr') [column] = [1, rows.push([])];
      if (name === 'gridBefore') column += Number(attributes[value] ?? 0);
      if (name === 'tc') cell = { column, span: 1, text: '', struck: '', merge: 'none' };
      else if (cell !== null) setProperty(cell, name, attributes[value]);
    },
    text: runs.text,
    close: (name) => {
      runs.close(name);
      if (name === 'p' && cell !== null && cell.text !== '') cell.text += '\n';
      if (name === 'p' && depth === 0) {
        events.onLine(line);
        line = '';
      }
      if (name === 'tc' && depth === 1 && cell !== null) {
        rows.at(-1)?.push({ ...cell, text: cell.text.trimEnd() });
        column += cell.span;
        cell = null;
      }
      if (name === 'tbl') depth -= 1;
      if (name === 'tbl' && depth === 0) events.onTable(rows.splice(0));
    },
  };
}

function setProperty(cell: OpenCell, name: string, written: string | undefined): void {
  if (name === 'gridSpan') cell.span = Math.max(1, Number(written ?? 1));
  if (name === 'vMerge') cell.merge = written === 'restart' ? 'start' : 'continue';
}

/** The text of runs that can be seen, each piece with whether a line goes through it. */
function runHandlers(add: (text: string, isStruck: boolean) => void): XmlHandlers {
  const plain = { isStruck: false, isHidden: false };
  let run: typeof plain | null = null;
  let isText = false;
  let skipped = 0;
  const write = (text: string): void => {
    if (skipped === 0 && run !== null && !run.isHidden) add(text, run.isStruck);
  };
  return {
    open: (name, attributes) => {
      if (passedOver.has(name)) skipped += 1;
      if (name === 'r') run = { ...plain };
      if (run !== null && (name === 'strike' || name === 'dstrike')) run.isStruck = isOn(attributes[value]);
      if (run !== null && name === 'vanish') run.isHidden = isOn(attributes[value]);
      if (name === 'br' || name === 'cr') write('\n');
      if (name === 'tab') write('\t');
      isText = name === 't';
    },
    text: (text) => {
      if (isText) write(text);
    },
    close: (name) => {
      isText = false;
      if (passedOver.has(name)) skipped -= 1;
      if (name === 'r') run = null;
    },
  };
}
