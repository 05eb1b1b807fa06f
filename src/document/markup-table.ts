/** Tables of the markup: columns, header rows, rows, spans and cell styles. */
import { elementsOf, oneClass, type HtmlElement } from './html.ts';
import { linesOf, textOf } from './markup-inline.ts';
import type { Cell, CellStyle, TableColumn, Row, Table } from './tree.ts';

export function tableOf(node: HtmlElement): Table {
  const [caption] = elementsOf(node.children, 'caption');
  const known: KnownCells = new Map();
  const header = rowsOf(elementsOf(node.children, 'thead'), known);
  const rows = rowsOf(elementsOf(node.children, 'tbody'), known);
  const columns = childrenOf(elementsOf(node.children, 'colgroup'), 'col').map(columnOf);
  return {
    type: 'table',
    caption: caption === undefined ? '' : textOf(caption),
    columns: columns.length > 0 ? columns : equalColumns(header[0] ?? rows[0]),
    header,
    rows,
  };
}

/** `<col class="number right" data-share="2">`; text and left by default, numbers to the right. */
function columnOf(col: HtmlElement): TableColumn {
  const classes = (col.attributes.get('class') ?? '').split(/\s+/);
  const kind = classes.includes('number') ? 'number' : classes.includes('code') ? 'code' : 'text';
  const align = (['left', 'center', 'right'] as const).find((each) => classes.includes(each));
  const share = Number(col.attributes.get('data-share') ?? '1');
  return { share: share > 0 ? share : 1, align: align ?? (kind === 'number' ? 'right' : 'left'), kind };
}

function equalColumns(row: Row | undefined): readonly TableColumn[] {
  let count = 0;
  for (const { columnSpan } of row?.cells ?? []) count += columnSpan;
  return Array.from({ length: count }, () => ({ share: 1, align: 'left', kind: 'text' }));
}

function rowsOf(groups: readonly HtmlElement[], known: KnownCells): readonly Row[] {
  const rows: Row[] = [];
  for (const { children } of childrenOf(groups, 'tr')) {
    const cells: Cell[] = [];
    for (const cell of children) if (cell.type === 'element') cells.push(cellOf(cell, known));
    rows.push({ cells });
  }
  return rows;
}

/** Of one group there mostly is. */
function childrenOf(groups: readonly HtmlElement[], name: string): readonly HtmlElement[] {
  const [only] = groups;
  if (only !== undefined && groups.length === 1) return elementsOf(only.children, name);
  return groups.flatMap(({ children }) => elementsOf(children, name));
}

/** By attributes and text. Columns of roles, plans and lights hold few different cells: those of one table that say the same are one. */
type KnownCells = Map<HtmlElement['attributes'], { readonly look: CellLook; readonly byText: Map<string, Cell> }>;

type CellLook = Omit<Cell, 'lines'>;

function cellOf(cell: HtmlElement, known: KnownCells): Cell {
  const { look, byText } = known.get(cell.attributes) ?? firstOf(cell, known);
  const [only] = cell.children;
  if (only?.type !== 'text' || cell.children.length > 1) return newCell(cell, look);
  const before = byText.get(only.value);
  if (before !== undefined) return before;
  const made = newCell(cell, look);
  byText.set(only.value, made);
  return made;
}

function firstOf(
  cell: HtmlElement,
  known: KnownCells,
): { readonly look: CellLook; readonly byText: Map<string, Cell> } {
  const first = { look: lookOfCell(cell), byText: new Map<string, Cell>() };
  known.set(cell.attributes, first);
  return first;
}

function newCell(cell: HtmlElement, { columnSpan, rowSpan, style }: CellLook): Cell {
  return { lines: linesOf(cell), columnSpan, rowSpan, style };
}

function lookOfCell(cell: HtmlElement): CellLook {
  return {
    columnSpan: spanOf(cell, 'colspan'),
    rowSpan: spanOf(cell, 'rowspan'),
    // The rules allow the names of CellStyle only.
    style: (oneClass(cell) || 'plain') as CellStyle,
  };
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const given = cell.attributes.get(name);
  if (given === undefined) return 1;
  const span = Number(given);
  return Number.isInteger(span) && span > 0 ? span : 1;
}
