/** Tables of a finished paper: every row fills its grid, cells are as wide as their columns, and no two tables touch. */
import { attribute, xmlEvents } from './xml-events.ts';
import type { XmlEvent } from './xml-events.ts';

export function tableFaults(document: string): readonly string[] {
  const faults: string[] = [];
  const tables: OpenTable[] = [];
  let count = 0;
  let previous = '';
  for (const event of xmlEvents(document)) {
    if (event.type === 'text') continue;
    if (event.type === 'open' && event.name === 'w:tbl') {
      count += 1;
      if (previous === '/w:tbl') faults.push(`table ${count} touches the one before it`);
      tables.push({ number: count, grid: [], width: 0, column: 0, span: 1, cellWidth: 0 });
    }
    const table = tables.at(-1);
    if (table !== undefined) faults.push(...takeEvent(table, event, previous));
    if (event.type === 'close' && event.name === 'w:tbl') tables.pop();
    previous = (event.type === 'close' ? '/' : '') + event.name;
  }
  return faults;
}

type OpenTable = {
  readonly number: number;
  readonly grid: number[];
  width: number;
  column: number;
  span: number;
  cellWidth: number;
};
type Tag = Exclude<XmlEvent, { readonly type: 'text' }>;

function takeEvent(table: OpenTable, event: Tag, previous: string): readonly string[] {
  if (event.type === 'open') {
    takeOpening(table, event.name, event.attributes);
    return [];
  }
  if (event.name === 'w:tblGrid') return sumFault(table);
  if (event.name === 'w:tc') return closeCell(table, previous);
  if (event.name === 'w:tr' && table.column !== table.grid.length) {
    return [`a row of table ${table.number} fills ${table.column} of ${table.grid.length} columns`];
  }
  return [];
}

function takeOpening(table: OpenTable, name: string, attributes: string): void {
  const value = (key: string): number => Number(attribute(attributes, key) ?? 0);
  if (name === 'w:tblW') table.width = value('w:w');
  else if (name === 'w:gridCol') table.grid.push(value('w:w'));
  else if (name === 'w:tr') table.column = 0;
  else if (name === 'w:tc') table.span = 1;
  else if (name === 'w:tcW') table.cellWidth = value('w:w');
  else if (name === 'w:gridSpan') table.span = value('w:val');
}

function sumFault(table: OpenTable): readonly string[] {
  const sum = table.grid.reduce((total, width) => total + width, 0);
  return sum === table.width ? [] : [`the columns of table ${table.number} make ${sum}, its width is ${table.width}`];
}

function closeCell(table: OpenTable, previous: string): readonly string[] {
  const width = table.grid.slice(table.column, table.column + table.span).reduce((total, each) => total + each, 0);
  table.column += table.span;
  const widthFault =
    width === table.cellWidth
      ? []
      : [`a cell of table ${table.number} is ${table.cellWidth} wide, its columns ${width}`];
  return previous === '/w:p'
    ? widthFault
    : [...widthFault, `a cell of table ${table.number} does not end with a paragraph`];
}
