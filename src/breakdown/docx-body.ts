/** The body of word/document.xml: paragraphs with their printed numbers, tables with merged cells left empty. */
import { readXml } from '../ooxml/xml-reader.ts';
import type { Numbering } from './docx-numbering.ts';
import { isNoteSign } from './note-sign.ts';
import type { SourceRow } from './row.ts';
import { lookStretch, withLookSigns } from './sign-rule.ts';
import type { Look } from './sign-rule.ts';

export type BodyParagraph = { readonly text: string; readonly number: number };

export type BodyBlock =
  | { readonly kind: 'text'; readonly paragraphs: readonly BodyParagraph[] }
  | { readonly kind: 'table'; readonly rows: readonly SourceRow[] };

type Paragraph = { readonly number: number; parts: string[]; style: string; list: string; level: string };
/** A run of one look; what is hidden, and the sign of a note, are no text of it. */
type Run = { parts: string[]; isHidden: boolean; isNoteSign: boolean; isRaised: boolean; hasLook: boolean };
type Cell = { readonly texts: string[]; span: number; isContinued: boolean };
type Table = { readonly rows: SourceRow[]; cells: Cell[]; line: number };

// Deleted and moved text, field codes and the second copy of a text box are no text of the document.
const hidden = new Set(['del', 'moveFrom', 'instrText', 'Fallback', 'delText', 'pict']);

export type BodyStyles = {
  readonly numbering: Numbering;
  readonly hiddenStyles: ReadonlySet<string>;
  /** The look by which the document says who leads, and the styles that have it. */
  readonly look: Look | null;
  readonly lookStyles: ReadonlySet<string>;
};

type BodyRead = {
  readonly blocks: readonly BodyBlock[];
  /** Numbers of the paragraphs with hidden text. */
  readonly hidden: readonly number[];
  readonly fault: string | null;
};

/** Reads a body; `fault` says why it is not well formed. Paragraphs count on from `count`. */
export function readBody(xml: string, styles: BodyStyles, count = 0): BodyRead {
  const body = new Body(styles, count);
  const fault = readXml(xml, {
    open: (name, attributes) => body.open(name, attributes),
    text: (text) => body.text(text),
    close: (name) => body.close(name),
  });
  return { blocks: body.blocks, hidden: body.hidden, fault };
}

/** The state of one walk through the events. */
class Body {
  readonly blocks: BodyBlock[] = [];
  readonly hidden: number[] = [];
  private readonly styles: BodyStyles;
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private count: number;
  private hiddenDepth = 0;
  private isText = false;
  private run: Run | null = null;
  /** Of a note at the foot of a page that is none: the line above the notes. */
  private isSeparator = false;

  constructor(styles: BodyStyles, count: number) {
    this.styles = styles;
    this.count = count;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (hidden.has(name)) this.hiddenDepth += 1;
    if (this.hiddenDepth > 0) return;
    const value = attributes['w:val'] ?? '';
    const paragraph = this.paragraphs.at(-1);
    switch (name) {
      case 'p':
        this.count += 1;
        this.paragraphs.push({ number: this.count, parts: [], style: '', list: '', level: '' });
        break;
      case 'pStyle':
        if (paragraph !== undefined) paragraph.style = value;
        break;
      case 'numId':
        if (paragraph !== undefined) paragraph.list = value;
        break;
      case 'ilvl':
        if (paragraph !== undefined) paragraph.level = value;
        break;
      case 'r':
        this.run = { parts: [], isHidden: false, isNoteSign: false, isRaised: false, hasLook: false };
        break;
      case 't':
        this.isText = true;
        break;
      case 'footnote':
      case 'endnote':
        this.isSeparator = (attributes['w:type'] ?? 'normal') !== 'normal';
        break;
      default:
        this.put(plainSigns.get(name) ?? '');
        this.openInRun(name, value, attributes);
        this.openInTable(name, value);
    }
  }

  private openInRun(name: string, value: string, attributes: Readonly<Record<string, string>>): void {
    const { run } = this;
    const { look, lookStyles } = this.styles;
    if (run === null) return;
    run.hasLook ||= (name === 'rStyle' && lookStyles.has(value)) || (look !== null && hasLook(look, name, attributes));
    if (name === 'vanish') run.isHidden = !isOff.test(value);
    if (name === 'rStyle' && this.styles.hiddenStyles.has(value)) run.isHidden = true;
    if (name === 'footnoteReference' || name === 'endnoteReference') run.isNoteSign = true;
    if (name === 'vertAlign') run.isRaised = value === 'superscript';
  }

  private put(text: string): void {
    (this.run ?? this.paragraphs.at(-1))?.parts.push(text);
  }

  private openInTable(name: string, value: string): void {
    const table = this.tables.at(-1);
    const cell = table?.cells.at(-1);
    if (name === 'tbl') this.tables.push({ rows: [], cells: [], line: 0 });
    else if (name === 'tr' && table !== undefined) Object.assign(table, { cells: [], line: this.count + 1 });
    else if (name === 'tc') table?.cells.push({ texts: [], span: 1, isContinued: false });
    else if (name === 'gridSpan' && cell !== undefined) cell.span = Math.min(Number(value) || 1, 100);
    else if (name === 'vMerge' && cell !== undefined) cell.isContinued = value !== 'restart';
  }

  text(text: string): void {
    if (this.isText && this.hiddenDepth === 0) this.put(text);
  }

  close(name: string): void {
    if (hidden.has(name)) this.hiddenDepth -= 1;
    else if (this.hiddenDepth > 0) return;
    else if (name === 't') this.isText = false;
    else if (name === 'r') this.closeRun();
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tr') this.closeRow();
    else if (name === 'tbl') this.closeTable();
  }

  private closeRun(): void {
    const { run } = this;
    const paragraph = this.paragraphs.at(-1);
    this.run = null;
    if (run === null || paragraph === undefined) return;
    const text = run.parts.join('');
    const isHidden = run.isHidden || this.styles.hiddenStyles.has(paragraph.style);
    if (isHidden && text.trim() !== '' && this.hidden.at(-1) !== paragraph.number) this.hidden.push(paragraph.number);
    if (!isHidden && !run.isNoteSign && !(run.isRaised && isNoteSign(text)))
      paragraph.parts.push(run.hasLook ? lookStretch(text) : text);
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined || this.isSeparator) return;
    const { numbering, look } = this.styles;
    const written = paragraph.parts.join('');
    const text = numbering.next(paragraph) + (look === null ? written : withLookSigns(written, look));
    const cell = this.tables.at(-1)?.cells.at(-1);
    if (cell !== undefined) cell.texts.push(text);
    else this.addParagraph({ text, number: paragraph.number });
  }

  private addParagraph(paragraph: BodyParagraph): void {
    const last = this.blocks.at(-1);
    if (last?.kind === 'text')
      this.blocks[this.blocks.length - 1] = { kind: 'text', paragraphs: pushed(last.paragraphs, paragraph) };
    else this.blocks.push({ kind: 'text', paragraphs: [paragraph] });
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    const cells = table.cells.flatMap(({ texts, span, isContinued }) => [
      isContinued ? '' : texts.filter((text) => text.trim() !== '').join('\n'),
      ...Array.from({ length: span - 1 }, () => ''),
    ]);
    const merged = new Set(
      table.cells
        .flatMap(({ span, isContinued }) => Array.from({ length: span }, () => isContinued))
        .flatMap((each, index) => (each ? [index] : [])),
    );
    table.rows.push({ cells, line: table.line, ...(merged.size > 0 ? { merged } : {}) });
    table.cells = [];
  }

  /** A table within a cell is text of that cell. */
  private closeTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    const outer = this.tables.at(-1)?.cells.at(-1);
    if (outer === undefined) this.blocks.push({ kind: 'table', rows: table.rows });
    else outer.texts.push(...table.rows.map((row) => row.cells.filter((cell) => cell !== '').join(' ')));
  }
}

/** The list of the open block is this module's own and still growing. */
function pushed(paragraphs: readonly BodyParagraph[], paragraph: BodyParagraph): readonly BodyParagraph[] {
  (paragraphs as BodyParagraph[]).push(paragraph);
  return paragraphs;
}

/** Whether a property of a run, or of its style, gives it the look. */
export function hasLook(look: Look, name: string, attributes: Readonly<Record<string, string>>): boolean {
  const value = attributes['w:val'] ?? '';
  if (look === 'red') return name === 'color' && /^[c-f][0-9a-f](?:[0-4][0-9a-f]){2}$/iu.test(value);
  if (look === 'underline') return name === 'u' && value !== 'none' && value !== '';
  if (look === 'italic') return name === 'i' && !isOff.test(value);
  const isBlackFace = name === 'rFonts' && /黑体|hei/iu.test(attributes['w:eastAsia'] ?? '');
  return isBlackFace || (name === 'b' && !isOff.test(value));
}

const isOff = /^(?:0|false|off)$/u;

const plainSigns: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);
