/** What a workbook's sheets share: their list, the strings and the cell styles. */
import { hasPart, noHandlers, readPart, relationsOf } from './package.ts';
import type { Parts, Relation } from './package.ts';
import { readStyles } from './styles.ts';
import type { CellFormat } from './styles.ts';
import { runReader } from './text.ts';
import type { CellRun } from './text.ts';

export type SheetPart = { readonly name: string; readonly part: string; readonly isHidden: boolean };

export type Workbook = {
  /** In the order of their tabs. */
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly (readonly CellRun[])[];
  /** By the number that a cell gives. */
  readonly styles: readonly CellFormat[];
  readonly is1904: boolean;
};

/** The workbook, or why it cannot be read. */
export function readWorkbook(parts: Parts): Workbook | string {
  const part = workbookPart(parts);
  const relations = relationsOf(parts, part);
  if (typeof relations === 'string') return relations;
  const book = readBook(parts, part, relations);
  if (typeof book === 'string') return book;
  const strings = shared(parts, relations, { kind: 'sharedStrings', usual: 'xl/sharedStrings.xml', read: readStrings });
  const styles = shared(parts, relations, { kind: 'styles', usual: 'xl/styles.xml', read: readStyles });
  if (typeof strings === 'string') return strings;
  return typeof styles === 'string' ? styles : { ...book, strings, styles };
}

/** As the package says; where it says nothing, the usual name. */
function workbookPart(parts: Parts): string {
  const relations = relationsOf(parts, '');
  const found = typeof relations === 'string' ? undefined : relations.find(({ kind }) => kind === 'officeDocument');
  return found?.part ?? 'xl/workbook.xml';
}

function readBook(
  parts: Parts,
  part: string,
  relations: readonly Relation[],
): Pick<Workbook, 'sheets' | 'is1904'> | string {
  const targets = new Map(relations.map(({ id, part: target }) => [id, target]));
  const sheets: SheetPart[] = [];
  let is1904 = false;
  const problem = readPart(parts, part, {
    ...noHandlers,
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      // `r:id` as a rule, but the prefix is the writer's choice.
      const id = Object.keys(attributes).find((key) => key.endsWith(':id')) ?? '';
      const target = targets.get(attributes[id] ?? '');
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      if (name === 'sheet' && target !== undefined)
        sheets.push({ name: attributes['name'] ?? '', part: target, isHidden });
    },
  });
  return problem ?? { sheets, is1904 };
}

type SharedPart<T> = {
  readonly kind: string;
  readonly usual: string;
  readonly read: (parts: Parts, part: string) => readonly T[] | string;
};

/** A part that the workbook may do without; one that it names must be there. */
function shared<T>(
  parts: Parts,
  relations: readonly Relation[],
  { kind, usual, read }: SharedPart<T>,
): readonly T[] | string {
  const named = relations.find((each) => each.kind === kind)?.part;
  if (named === undefined) return hasPart(parts, usual) ? read(parts, usual) : [];
  return read(parts, named);
}

function readStrings(parts: Parts, part: string): readonly (readonly CellRun[])[] | string {
  const strings: (readonly CellRun[])[] = [];
  const runs = runReader();
  const problem = readPart(parts, part, {
    open: (name, attributes) => {
      if (name === 'si') runs.take();
      runs.open(name, attributes);
    },
    text: runs.text,
    close: (name) => {
      runs.close(name);
      if (name === 'si') strings.push(runs.take());
    },
  });
  return problem ?? strings;
}
