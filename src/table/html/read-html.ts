/** A web page that holds a table, as WPS and Excel save one: every table of the page is a sheet. Nothing that the page names is fetched. */
import { parseHtml } from '../../document/html.ts';
import {
  cellSpan,
  childElements,
  htmlDepth,
  isHiddenElement,
  tableCells,
  tableRows,
} from '../../document/html-table.ts';
import type { HtmlElement, HtmlNode } from '../../document/html.ts';
import { error, info } from '../../message/message.ts';
import type { Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import { bounds } from '../../trade/bounds.ts';
import type { WorkbookSheet } from '../sheet.ts';
import { sheetBuilder } from '../workbook-sheet.ts';
import type { SheetBuilder } from '../workbook-sheet.ts';

/** The tables of a page in their order, none within another. */
export function readHtmlTables(html: string, file: string): Result<readonly WorkbookSheet[]> {
  const [found, limit] = [htmlDepth(html), bounds.htmlDepth];
  if (found > limit) return { value: [], messages: [error(fileOnly(file), 'html-too-deep', { found, limit })] };
  const tables = tablesIn(parseHtml(html).nodes);
  return {
    value: tables.map((table, at) => sheetOf(table, sheetBuilder(file), `表${at + 1}`)),
    messages: tables.length === 0 ? [] : [info(fileOnly(file), 'page-table', undefined)],
  };
}

function tablesIn(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return childElements(nodes).flatMap((each) =>
    each.name === 'table' && !isHiddenElement(each) ? [each] : tablesIn(each.children),
  );
}

function sheetOf(table: HtmlElement, sheet: SheetBuilder, name: string): WorkbookSheet {
  /** Rows that a cell above still reaches into, by column. */
  const reach = new Map<number, number>();
  let shown = 0;
  for (const column of columnsOf(table)) {
    const span = cellSpan(column, 'span');
    if (isHiddenElement(column)) sheet.hideColumns(shown + 1, shown + span);
    shown += span;
  }
  for (const [at, row] of tableRows(table)
    .filter(({ name: tag }) => tag === 'tr')
    .entries()) {
    if (at > bounds.rows) break;
    if (isHiddenElement(row)) sheet.hideRow(at + 1);
    let column = 1;
    const pass = (): void => {
      for (let left = reach.get(column) ?? 0; left > 0; left = reach.get(column) ?? 0) {
        reach.set(column, left - 1);
        column += 1;
      }
    };
    for (const cell of tableCells(row)) {
      pass();
      const [across, down] = [cellSpan(cell, 'colspan'), cellSpan(cell, 'rowspan')];
      const parts = { text: '', struck: '' };
      read(cell.children, parts, false);
      sheet.put({ row: at + 1, column, text: tidy(parts.text), struck: tidy(parts.struck) });
      if (across * down > 1) sheet.merge({ top: at + 1, left: column, bottom: at + down, right: column + across - 1 });
      for (let right = 0; right < across; right += 1) reach.set(column + right, down - 1);
      column += across;
    }
    pass();
  }
  return sheet.done(name, false);
}

const lines: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr']);
const strokes: ReadonlySet<string> = new Set(['s', 'strike', 'del']);
const silent: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template']);

function read(nodes: readonly HtmlNode[], parts: { text: string; struck: string }, isStruck: boolean): void {
  const put = (text: string): void => {
    if (isStruck) parts.struck += text;
    else parts.text += text;
  };
  for (const node of nodes) {
    if (node.type === 'text') {
      put(node.value.replaceAll(/[ \t\r\n]+/gu, ' '));
      continue;
    }
    if (silent.has(node.name) || isHiddenElement(node)) continue;
    if (lines.has(node.name)) put('\n');
    read(
      node.children,
      parts,
      isStruck || strokes.has(node.name) || /line-through/iu.test(node.attributes.get('style') ?? ''),
    );
  }
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll('\u00A0', ' ').trim())
    .join('\n')
    .trim();
}

function columnsOf({ children }: HtmlElement): readonly HtmlElement[] {
  return childElements(children).flatMap((each) =>
    each.name === 'colgroup'
      ? columnsOf(each).length > 0
        ? columnsOf(each)
        : [each]
      : each.name === 'col'
        ? [each]
        : [],
  );
}
