/**
 * Workbooks for tests, written part by part as Excel saves them: shared strings, a style for each format. Not by our own writer, so that
 * reader and writer cannot agree on a mistake.
 */
import { readZip, writeZip } from '../../src/ooxml/zip.ts';

export type TestValue =
  | string
  | number
  | boolean
  | null
  | { readonly error: string }
  | { readonly formula: string; readonly result?: number };

type TestCell = { value: TestValue; numFmt: string };

/** A sheet to be changed by a test: cells by reference, merged ranges, further sheets of the workbook. */
export class TestSheet {
  readonly cells = new Map<string, TestCell>();
  readonly merges: string[] = [];
  readonly workbook: TestWorkbook;
  readonly name: string;
  readonly state: 'visible' | 'hidden';
  private lastRow = 0;

  constructor(workbook: TestWorkbook, name: string, state: 'visible' | 'hidden' = 'visible') {
    this.workbook = workbook;
    this.name = name;
    this.state = state;
  }

  addRow(values: readonly TestValue[]): void {
    this.lastRow += 1;
    for (const [at, value] of values.entries()) {
      this.getCell(`${String.fromCharCode(65 + at)}${this.lastRow}`).value = value;
    }
  }

  getCell(reference: string): TestCell {
    const cell = this.cells.get(reference) ?? { value: null, numFmt: 'General' };
    this.cells.set(reference, cell);
    return cell;
  }

  mergeCells(range: string): void {
    this.merges.push(range);
  }
}

class TestWorkbook {
  readonly sheets: TestSheet[] = [];

  addWorksheet(name: string, { state }: { readonly state?: 'hidden' } = {}): TestSheet {
    const sheet = new TestSheet(this, name, state);
    this.sheets.push(sheet);
    return sheet;
  }

  getWorksheet(name: string): TestSheet | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }
}

/** A workbook of one sheet with the rows as text, after `change` has had its way with it. */
export function makeXlsx(
  rows: readonly (readonly TestValue[])[],
  change: (sheet: TestSheet) => void = () => {},
): Uint8Array {
  const workbook = new TestWorkbook();
  const sheet = workbook.addWorksheet('反馈表');
  for (const row of rows) sheet.addRow(row);
  change(sheet);
  return packageOf(workbook.sheets);
}

/** The package with parts added, replaced (by a function of the old text) or taken out (null). */
export function withParts(
  bytes: Uint8Array,
  changes: Readonly<Record<string, ((old: string) => string) | null>>,
): Uint8Array {
  const parts = new Map([...readZip(bytes).value].map(([name, content]) => [name, Buffer.from(content).toString()]));
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) parts.delete(name);
    else parts.set(name, change(parts.get(name) ?? ''));
  }
  return zipOf([...parts]);
}

function zipOf(parts: readonly (readonly [string, string])[]): Uint8Array {
  return writeZip(parts.map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function packageOf(sheets: readonly TestSheet[]): Uint8Array {
  const strings = list();
  const formats = list('General');
  const parts = sheets.map((sheet) => sheetXml(sheet, { strings, formats }));
  const names = sheets.map(
    ({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const targets = [...sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`), 'styles.xml', 'sharedStrings.xml'];
  const relations = targets.map(
    (target, at) => `<Relationship Id="rId${at + 1}" Type="${relationTypes}/x" Target="${target}"/>`,
  );
  const codes = formats.items.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`);
  const styles = formats.items.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  const shared = strings.items.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return zipOf([
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relationTypes}"><workbookPr/><sheets>${names.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`],
    ...parts.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${main}">${shared.join('')}</sst>`],
  ]);
}

type Lists = { readonly strings: List; readonly formats: List };

function sheetXml({ cells, merges }: TestSheet, lists: Lists): string {
  const rows = new Map<number, string[]>();
  for (const [reference, cell] of cells) {
    const row = Number(reference.replace(/^[A-Z]+/u, ''));
    rows.set(row, [...(rows.get(row) ?? []), cellXml(reference, cell, lists)]);
  }
  const data = [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, written]) => `<row r="${row}">${written.join('')}</row>`);
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const mergeCells = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`;
  return `<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData>${mergeCells}</worksheet>`;
}

function cellXml(reference: string, { value, numFmt }: TestCell, { strings, formats }: Lists): string {
  const start = `<c r="${reference}" s="${formats.indexOf(numFmt)}"`;
  if (value === null || value === '') return `${start}/>`;
  if (typeof value === 'string') return `${start} t="s"><v>${strings.indexOf(value)}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if ('error' in value) return `${start} t="e"><v>${value.error}</v></c>`;
  const result = value.result === undefined ? '' : `<v>${value.result}</v>`;
  return `${start}><f>${value.formula}</f>${result}</c>`;
}

type List = { readonly items: readonly string[]; readonly indexOf: (item: string) => number };

function list(...first: readonly string[]): List {
  const items = [...first];
  const indexOf = (item: string): number => (items.includes(item) ? items.indexOf(item) : items.push(item) - 1);
  return { items, indexOf };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
