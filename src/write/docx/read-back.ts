/**
 * A part of a paper read back in one pass: its text, and all that it names or may do wrong by itself. Every finished paper is read, and
 * long ones hold millions of marks, so most marks are passed over by their names, and nothing is kept of them.
 */
import { unescapeXml, type XmlPieces } from '../../ooxml/xml.ts';
import { closeCell, closeGrid, closeRow, openTable, type OpenTable } from './lint-table.ts';
import { attribute } from './xml-events.ts';

export type ReadBack = {
  /** One a paragraph, in reading order; headers and footers are not text. */
  readonly pieces: readonly string[];
  readonly styles: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  /** Tables, ids and fields, in plain words. */
  readonly faults: readonly string[];
};

export function readBack(xml: XmlPieces, name = 'word/document.xml'): ReadBack {
  const at: Reading = {
    before: '',
    xml: '',
    mark: { start: 0, attributes: 0, end: 0, isEmpty: false },
    pieces: [],
    open: [],
    fallbacks: 0,
    styles: new Set(),
    ids: new Set(),
    tables: [],
    tableCount: 0,
    field: 'none',
    name,
    faults: [],
  };
  const relations = new Set<string>();
  for (const piece of xml) {
    readPiece(at, piece);
    if (piece.includes(' r:')) for (const [, id = ''] of piece.matchAll(relation)) relations.add(id);
  }
  return { pieces: at.pieces.filter((piece) => piece !== ''), styles: at.styles, relations, faults: at.faults };
}

const relation = / r:(?:id|embed|link)="([^"]*)"/g;

function readPiece(at: Reading, piece: string): void {
  if (piece === '') return;
  at.before = at.xml;
  at.xml = piece;
  marks.lastIndex = 0;
  // Asked for its place only: what `exec` would answer with is made for every mark, and there are millions.
  while (marks.test(piece)) takeMark(at, marks.lastIndex);
}

/** Places in the XML: of the mark, of the blank before its attributes, and after it. */
type Mark = { start: number; attributes: number; end: number; isEmpty: boolean };

type Reading = {
  /** The piece that is read, and the one before it. */
  before: string;
  xml: string;
  readonly mark: Mark;
  readonly pieces: string[];
  /** Texts of open paragraphs: a text box stands inside a paragraph and holds paragraphs. */
  readonly open: string[];
  fallbacks: number;
  readonly styles: Set<string>;
  readonly ids: Set<string>;
  readonly tables: OpenTable[];
  tableCount: number;
  /** Of a field between `separate` and `end`. */
  field: 'none' | 'without result' | 'with result';
  readonly name: string;
  readonly faults: string[];
};

type Step = (at: Reading) => void;

/** `nameEnd`: after the name of the mark. */
function takeMark(at: Reading, nameEnd: number): void {
  const { xml, mark } = at;
  mark.start = xml.lastIndexOf('<', nameEnd);
  mark.attributes = nameEnd;
  mark.end = endOf(xml, nameEnd);
  mark.isEmpty = xml.charCodeAt(mark.end - 2) === slash;
  steps.get(xml.slice(mark.start, nameEnd))?.(at);
}

const space = 32;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const lessThan = 60;
const greaterThan = 62;

/** The place of the next such character, or the end. Marks are short: a loop finds it sooner than a call of `indexOf`. */
function next(xml: string, code: number, from: number): number {
  let at = from;
  while (at < xml.length && xml.charCodeAt(at) !== code) at += 1;
  return at;
}

/** After the mark. Its last value ends with a quote; a `>` before that one stands inside a value. */
function endOf(xml: string, from: number): number {
  let end = next(xml, greaterThan, from);
  if (xml.charCodeAt(from) === space) {
    while (end < xml.length && !endsValue(xml, end)) end = next(xml, greaterThan, end + 1);
  }
  return Math.min(end + 1, xml.length);
}

function endsValue(xml: string, end: number): boolean {
  const last = xml.charCodeAt(end - 1);
  const code = last === slash ? xml.charCodeAt(end - 2) : last;
  return code === doubleQuote || code === singleQuote || code === space;
}

function valueOf({ xml, mark }: Reading, name: string): string {
  return attribute(xml.slice(mark.attributes, mark.end), name) ?? '';
}

function addText(at: Reading, text: string): void {
  if (at.fallbacks === 0) at.open.push((at.open.pop() ?? '') + text);
}

const lineBreak: Step = (at) => addText(at, '\n');
const style: Step = (at) => at.styles.add(valueOf(at, 'w:val'));
const table = (at: Reading): OpenTable | undefined => at.tables.at(-1);

/** By what a mark begins with. */
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['<w:t', takeText],
  ['<w:p', (at) => void (at.mark.isEmpty || at.open.push(''))],
  ['</w:p', (at) => at.pieces.push(at.open.pop() ?? '')],
  ['<w:br', lineBreak],
  ['<w:cr', lineBreak],
  ['<mc:Fallback', (at) => void (at.fallbacks += at.mark.isEmpty ? 0 : 1)],
  ['</mc:Fallback', (at) => void (at.fallbacks -= 1)],
  ['<w:pStyle', style],
  ['<w:rStyle', style],
  ['<w:tblStyle', style],
  ['<wp:docPr', takeId],
  ['<w:fldChar', takeField],
  ['<w:tbl', beginTable],
  ['<w:tblW', (at) => setOf(at, 'width', numberIn(at, 'w:w'))],
  ['<w:gridCol', (at) => void table(at)?.grid.push(numberIn(at, 'w:w'))],
  ['</w:tblGrid', (at) => at.faults.push(...closeGrid(table(at)))],
  ['<w:tr', (at) => setOf(at, 'column', 0)],
  ['</w:tr', (at) => at.faults.push(...closeRow(table(at)))],
  ['<w:tc', (at) => setOf(at, 'span', 1)],
  ['<w:tcW', (at) => setOf(at, 'cellWidth', numberIn(at, 'w:w'))],
  ['<w:gridSpan', (at) => setOf(at, 'span', numberIn(at, 'w:val'))],
  ['</w:tc', (at) => at.faults.push(...closeCell(table(at), follows(at, '</w:p>')))],
  ['</w:tbl', (at) => at.tables.pop()],
]);

/** One expression finds them, and passes over the others at once. */
const marks = new RegExp(`(?:${[...steps.keys()].join('|')})(?=[\\s/>])`, 'g');

function takeText(at: Reading): void {
  if (at.field === 'without result') at.field = 'with result';
  if (at.mark.isEmpty) return;
  const { end } = at.mark;
  addText(at, unescapeXml(at.xml.slice(end, next(at.xml, lessThan, end))));
}

function numberIn(at: Reading, name: string): number {
  return Number(valueOf(at, name));
}

function setOf(at: Reading, field: 'width' | 'cellWidth' | 'column' | 'span', value: number): void {
  const open = table(at);
  if (open !== undefined) open[field] = value;
}

function takeId(at: Reading): void {
  const id = valueOf(at, 'id');
  if (at.ids.has(id)) at.faults.push(`the drawing id ${id} is given twice`);
  at.ids.add(id);
}

/** Word offers to repair a file whose field has no result between `separate` and `end`. */
function takeField(at: Reading): void {
  const kind = valueOf(at, 'w:fldCharType');
  if (kind === 'end' && at.field === 'without result') at.faults.push(`${at.name} has a field without a result`);
  at.field = kind === 'separate' ? 'without result' : 'none';
}

function beginTable(at: Reading): void {
  at.tableCount += 1;
  if (follows(at, '</w:tbl>')) at.faults.push(`table ${at.tableCount} touches the one before it`);
  at.tables.push(openTable(at.tableCount));
}

function follows({ before, xml, mark }: Reading, end: string): boolean {
  return mark.start === 0 ? before.endsWith(end) : xml.startsWith(end, mark.start - end.length);
}
