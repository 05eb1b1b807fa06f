/** The styles and cells of an OpenDocument spreadsheet's content.xml, one after another. */
import type { XmlHandlers } from '../../ooxml/xml-reader.ts';

type Attributes = Readonly<Record<string, string>>;

export type OdsCell = {
  readonly type: string;
  readonly value: string;
  readonly text: string;
  readonly struck: string;
  readonly columnsSpanned: number;
  readonly rowsSpanned: number;
  readonly isCovered: boolean;
};

export type OdsEvents = {
  readonly onTable: (name: string, isHidden: boolean) => void;
  /** `repeated` columns, the next ones. */
  readonly onColumns: (repeated: number, isHidden: boolean) => void;
  readonly onRow: (repeated: number, isHidden: boolean) => void;
  readonly onCell: (cell: OdsCell, repeated: number) => void;
  readonly onTableEnd: () => void;
};

type OpenCell = { -readonly [K in keyof OdsCell]: OdsCell[K] };

export function odsHandlers(events: OdsEvents): XmlHandlers {
  const styles = styleReader();
  const text = cellTextReader(styles.isStruck);
  let cell: OpenCell | null = null;
  let repeated = 1;
  return {
    open: (name, attributes) => {
      styles.open(name, attributes);
      if (name === 'table')
        events.onTable(attributes['table:name'] ?? '', styles.isHidden(attributes['table:style-name']));
      if (name === 'table-column')
        events.onColumns(numberOf(attributes['table:number-columns-repeated']), isOutOfSight(attributes));
      if (name === 'table-row')
        events.onRow(numberOf(attributes['table:number-rows-repeated']), isOutOfSight(attributes));
      if (isCell(name)) {
        cell = cellOf(attributes, name === 'covered-table-cell');
        repeated = numberOf(attributes['table:number-columns-repeated']);
        text.begin(cell, attributes);
      } else text.open(name, attributes);
    },
    text: text.text,
    close: (name) => {
      text.close(name);
      if (isCell(name) && cell !== null) {
        events.onCell(cell, repeated);
        cell = null;
      }
      if (name === 'table') events.onTableEnd();
    },
  };
}

function isCell(name: string): boolean {
  return name === 'table-cell' || name === 'covered-table-cell';
}

/** What the styles of the file hide or strike out, by their names. */
function styleReader() {
  const struck = new Map<string, boolean>();
  const hidden = new Set<string>();
  let style = '';
  return {
    open: (name: string, attributes: Attributes): void => {
      if (name === 'style') style = attributes['style:name'] ?? '';
      const line = attributes['style:text-line-through-style'];
      if (name === 'text-properties' && line !== undefined) struck.set(style, line !== 'none');
      if (name === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style);
    },
    /** A style says only what differs from the text around. */
    isStruck: (name: string | undefined, around: boolean): boolean => struck.get(name ?? '') ?? around,
    isHidden: (name: string | undefined): boolean => hidden.has(name ?? ''),
  };
}

/** Text of a cell stands in paragraphs; what is written on a note beside it is none of it. */
function cellTextReader(isStruck: (style: string | undefined, around: boolean) => boolean) {
  let cell: OpenCell | null = null;
  let [paragraphs, notes] = [0, 0];
  /** Whether a line goes through the text at this point: by the cell's style, and by each run around. */
  let lines: boolean[] = [];
  const add = (text: string): void => {
    if (cell === null || notes > 0 || paragraphs === 0) return;
    if (lines.at(-1) === true) cell.struck += text;
    else cell.text += text;
  };
  return {
    begin: (into: OpenCell, attributes: Attributes): void => {
      [cell, paragraphs, lines] = [into, 0, [isStruck(attributes['table:style-name'], false)]];
    },
    open: (name: string, attributes: Attributes): void => {
      if (name === 'p' && paragraphs > 0) add('\n');
      if (name === 'p') paragraphs += 1;
      if (name === 'span') lines.push(isStruck(attributes['text:style-name'], lines.at(-1) === true));
      if (name === 's') add(' '.repeat(Math.min(numberOf(attributes['text:c']), 100)));
      if (name === 'tab') add('\t');
      if (name === 'line-break') add('\n');
      if (name === 'annotation') notes += 1;
    },
    text: add,
    close: (name: string): void => {
      if (name === 'span') lines.pop();
      if (name === 'annotation') notes -= 1;
      if (isCell(name)) cell = null;
    },
  };
}

function cellOf(attributes: Attributes, isCovered: boolean): OdsCell {
  const type = attributes['office:value-type'] ?? '';
  const kept = ['office:value', 'office:date-value', 'office:boolean-value', 'office:string-value'];
  return {
    type,
    value: kept.flatMap((name) => attributes[name] ?? [])[0] ?? '',
    text: '',
    struck: '',
    columnsSpanned: numberOf(attributes['table:number-columns-spanned']),
    rowsSpanned: numberOf(attributes['table:number-rows-spanned']),
    isCovered,
  };
}

function isOutOfSight(attributes: Attributes): boolean {
  return /^(?:collapse|filter)$/u.test(attributes['table:visibility'] ?? '');
}

function numberOf(text: string | undefined): number {
  return /^[1-9]\d{0,8}$/u.test(text ?? '') ? Number(text) : 1;
}
