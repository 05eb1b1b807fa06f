/** What a workbook's sheets share: their list, the strings and the number formats. */
import { noHandlers, readPart } from './package.ts';
import type { Parts } from './package.ts';
import { readStyles } from './styles.ts';
import type { NumberKind } from './styles.ts';
import { withoutXmlEscapes } from './text.ts';

export type SheetPart = { readonly name: string; readonly part: string; readonly isHidden: boolean };

export type Workbook = {
  /** In the order of their tabs. */
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly string[];
  /** Kind of number by cell style. */
  readonly kinds: readonly NumberKind[];
  readonly is1904: boolean;
};

/** The workbook, or why it cannot be read. */
export function readWorkbook(parts: Parts): Workbook | string {
  const targets = new Map<string, string>();
  const rels = readPart(parts, 'xl/_rels/workbook.xml.rels', {
    ...noHandlers,
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, partName(Target));
    },
  });
  if (rels !== null) return rels;
  const sheets: SheetPart[] = [];
  let is1904 = false;
  const book = readPart(parts, 'xl/workbook.xml', {
    ...noHandlers,
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      // `r:id` as a rule, but the prefix is the writer's choice.
      const id = Object.keys(attributes).find((key) => key.endsWith(':id')) ?? '';
      const part = targets.get(attributes[id] ?? '');
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      if (name === 'sheet' && part !== undefined) sheets.push({ name: attributes['name'] ?? '', part, isHidden });
    },
  });
  if (book !== null) return book;
  const strings = readStrings(parts);
  const kinds = readStyles(parts);
  if (typeof strings === 'string') return strings;
  return typeof kinds === 'string' ? kinds : { sheets, strings, kinds, is1904 };
}

/** Targets are relative to xl/, or absolute from the package's root. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`;
}

/** Shared strings: the runs of each item joined, phonetic guides left out. */
function readStrings(parts: Parts): readonly string[] | string {
  if (!parts.has('xl/sharedStrings.xml')) return [];
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  const problem = readPart(parts, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.push(withoutXmlEscapes(current));
    },
  });
  return problem ?? strings;
}
