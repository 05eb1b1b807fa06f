/**
 * A part of a paper read back in one pass: its text, and all that it names or may do wrong by itself. Every finished paper is read, and
 * long ones hold millions of marks, so nothing is kept of them.
 */
import { textStart, unescapeXml, type XmlPieces } from '../../ooxml/xml.ts';
import { closeCell, closeGrid, closeRow, openTable, type OpenTable } from './lint-table.ts';
import { stretchOf, type StretchEnd, type StretchMark, type MarkName, type Stretch } from './stretches.ts';

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
    stretches: new Map(),
    isInText: false,
    last: 'other',
    pieces: [],
    open: [],
    fallbacks: 0,
    styles: new Set(),
    relations: new Set(),
    ids: new Set(),
    tables: [],
    tableCount: 0,
    field: 'none',
    name,
    faults: [],
  };
  for (const piece of xml) readPiece(at, piece);
  return {
    pieces: at.pieces.filter((piece) => piece !== ''),
    styles: at.styles,
    relations: at.relations,
    faults: at.faults,
  };
}

type Reading = {
  /** Pieces that are one stretch: whoever writes many like ones gives the same string for all, which is found at once. */
  readonly stretches: Map<string, KnownStretch>;
  /** Of a run; another form of a text than this program writes is a mark among the others. */
  isInText: boolean;
  /** What stands before the next one. */
  last: StretchEnd;
  readonly pieces: string[];
  /** Texts of open paragraphs: a text box stands inside a paragraph and holds paragraphs. */
  readonly open: string[];
  fallbacks: number;
  readonly styles: Set<string>;
  readonly relations: Set<string>;
  readonly ids: Set<string>;
  readonly tables: OpenTable[];
  tableCount: number;
  /** Of a field between `separate` and `end`. */
  field: 'none' | 'without result' | 'with result';
  readonly name: string;
  readonly faults: string[];
};

/** `steps`: of its marks. */
type KnownStretch = Stretch & { readonly steps: readonly Step[] };

function readPiece(at: Reading, piece: string): void {
  let from = at.isInText ? readText(at, piece, 0) : 0;
  if (from === 0) {
    const known = at.stretches.get(piece);
    if (known !== undefined) return takeStretch(at, known);
  }
  while (from < piece.length) {
    const mark = piece.indexOf(textStart, from);
    const end = mark === -1 ? piece.length : mark + textStart.length;
    const stretch = newStretch(at, piece.slice(from, end));
    if (from === 0 && end === piece.length) at.stretches.set(piece, stretch);
    takeStretch(at, stretch);
    from = at.isInText ? readText(at, piece, end) : end;
  }
}

/** Answers with where the text ends. It may go on in the next piece. */
function readText(at: Reading, piece: string, from: number): number {
  const end = piece.indexOf('<', from);
  at.isInText = end === -1;
  const to = end === -1 ? piece.length : end;
  if (to > from) addText(at, unescapeXml(piece.slice(from, to)));
  return to;
}

function newStretch(at: Reading, xml: string): KnownStretch {
  const { marks, styles, relations, ending, opensText } = stretchOf(xml);
  for (const id of styles) at.styles.add(id);
  for (const id of relations) at.relations.add(id);
  return { marks, styles, relations, ending, opensText, steps: marks.map(stepOf) };
}

function stepOf({ name }: StretchMark): Step {
  return steps[name];
}

function takeStretch(at: Reading, stretch: KnownStretch): void {
  const { marks, ending, opensText } = stretch;
  for (let index = 0; index < marks.length; index += 1) stretch.steps[index]?.(at, marks[index] as StretchMark);
  at.last = ending;
  at.isInText = opensText;
  if (opensText) takeResult(at);
}

function takeText(at: Reading, text: string): void {
  at.last = 'other';
  takeResult(at);
  addText(at, text);
}

/** A field that has a text has a result. */
function takeResult(at: Reading): void {
  if (at.field === 'without result') at.field = 'with result';
}

function addText(at: Reading, text: string): void {
  if (at.fallbacks === 0) at.open.push((at.open.pop() ?? '') + text);
}

type Step = (at: Reading, mark: StretchMark) => void;

const lineBreak: Step = (at) => addText(at, '\n');
const table = (at: Reading): OpenTable | undefined => at.tables.at(-1);

const steps: Readonly<Record<MarkName, Step>> = {
  '<w:t': (at, { value }) => takeText(at, value),
  '<w:p': (at, { isEmpty }) => void (isEmpty || at.open.push('')),
  '</w:p': (at) => at.pieces.push(at.open.pop() ?? ''),
  '<w:br': lineBreak,
  '<w:cr': lineBreak,
  '<mc:Fallback': (at, { isEmpty }) => void (at.fallbacks += isEmpty ? 0 : 1),
  '</mc:Fallback': (at) => void (at.fallbacks -= 1),
  '<wp:docPr': takeId,
  '<w:fldChar': takeField,
  '<w:tbl': beginTable,
  '<w:tblW': (at, { value }) => setOf(at, 'width', Number(value)),
  '<w:gridCol': (at, { value }) => void table(at)?.grid.push(Number(value)),
  '</w:tblGrid': (at) => at.faults.push(...closeGrid(table(at))),
  '<w:tr': (at) => setOf(at, 'column', 0),
  '</w:tr': (at) => at.faults.push(...closeRow(table(at))),
  '<w:tc': (at) => setOf(at, 'span', 1),
  '<w:tcW': (at, { value }) => setOf(at, 'cellWidth', Number(value)),
  '<w:gridSpan': (at, { value }) => setOf(at, 'span', Number(value)),
  '</w:tc': (at, { touches }) => at.faults.push(...closeCell(table(at), (touches ?? at.last) === 'paragraph')),
  '</w:tbl': (at) => at.tables.pop(),
};

function setOf(at: Reading, field: 'width' | 'cellWidth' | 'column' | 'span', value: number): void {
  const open = table(at);
  if (open !== undefined) open[field] = value;
}

function takeId(at: Reading, { value: id }: StretchMark): void {
  if (at.ids.has(id)) at.faults.push(`the drawing id ${id} is given twice`);
  at.ids.add(id);
}

/** Word offers to repair a file whose field has no result between `separate` and `end`. */
function takeField(at: Reading, { value: kind }: StretchMark): void {
  if (kind === 'end' && at.field === 'without result') at.faults.push(`${at.name} has a field without a result`);
  at.field = kind === 'separate' ? 'without result' : 'none';
}

function beginTable(at: Reading, { touches }: StretchMark): void {
  at.tableCount += 1;
  if ((touches ?? at.last) === 'table') at.faults.push(`table ${at.tableCount} touches the one before it`);
  at.tables.push(openTable(at.tableCount));
}
