/** Rows of a table, whatever it was written in: Markdown, CSV, tab-separated text, a table of a .docx. */

export type SourceRow = {
  readonly cells: readonly string[];
  /** File line, row of a CSV file, or paragraph number of a .docx, from 1. */
  readonly line: number;
  /** Indexes of empty cells that are the lower part of a merged cell: only a .docx says so, elsewhere empty is empty. */
  readonly merged?: ReadonlySet<number>;
};

export function isEmptyRow(row: SourceRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}

/** The one text of a row that has no other: a section title across the table. */
export function onlyText(row: SourceRow): string | null {
  const texts = new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
  return texts.size === 1 ? ([...texts][0] ?? null) : null;
}

const markdownRule = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/u;

export function isMarkdownRule(text: string): boolean {
  return text.includes('-') && text.includes('|') && markdownRule.test(text);
}

export function isMarkdownRow(text: string): boolean {
  return text.includes('|');
}

/** Cells of a Markdown row; `\|` is a stroke, `<br>` a line end. */
export function markdownCells(text: string): readonly string[] {
  const inner = text
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) =>
    cell
      .replaceAll('\\|', '|')
      .replaceAll(/<br\s*\/?>/giu, '\n')
      .replaceAll(/\*\*|__/gu, '')
      .trim(),
  );
}
