/** Tables of a finished paper: every row fills its grid, cells are as wide as their columns, and no two tables touch. */
import { attribute, scanXml } from './xml-events.ts';
import type { XmlTag } from './xml-events.ts';

export function tableFaults(document: string): readonly string[] {
  const faults: string[] = [];
  const tables: OpenTable[] = [];
  let count = 0;
  let previous = '';
  scanXml(document, (event) => {
    if (event.type === 'text') return;
    const isTable = event.name === 'w:tbl';
    if (isTable && event.type === 'open') {
      count += 1;
      if (previous === '/w:tbl') faults.push(`table ${count} touches the one before it`);
      tables.push({ number: count, grid: [], width: 0, column: 0, span: 1, cellWidth: 0 });
    }
    const table = tables.at(-1);
    if (table !== undefined) faults.push(...takeTag(table, event, previous));
    if (isTable && event.type === 'close') tables.pop();
    previous = (event.type === 'close' ? '/' : '') + event.name;
  });
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

function takeTag(table: OpenTable, event: XmlTag, previous: string): readonly string[] {
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
  if (name === 'w:tblW') table.width = numberOf(attributes, 'w:w');
  else if (name === 'w:gridCol') table.grid.push(numberOf(attributes, 'w:w'));
  else if (name === 'w:tr') table.column = 0;
  else if (name === 'w:tc') table.span = 1;
  else if (name === 'w:tcW') table.cellWidth = numberOf(attributes, 'w:w');
  else if (name === 'w:gridSpan') table.span = numberOf(attributes, 'w:val');
}

function numberOf(attributes: string, name: string): number {
  return Number(attribute(attributes, name) ?? 0);
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
