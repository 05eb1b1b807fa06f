/** Blocks put together as a document is walked: paragraphs, tables between them, cells that reach over others. */
import type { Line } from './line.ts';
import type { SourceBlock, SourceText } from './block.ts';
import { readLines } from './read-lines.ts';
import type { SourceRow } from './row.ts';

type Cell = { readonly texts: string[]; readonly across: number; readonly down: number };
type Table = { readonly rows: SourceRow[]; readonly reach: Map<number, number>; cells: Cell[]; line: number };

const widest = 100;

/** Paragraphs are counted from 1, those in tables too, as for a .docx. */
export class GrowingBlocks {
  private readonly blocks: SourceBlock[] = [];
  private readonly pageNumbers: Line[] = [];
  private readonly tables: Table[] = [];
  private count = 0;

  paragraph(text: string): void {
    this.count += 1;
    const cell = this.tables.at(-1)?.cells.at(-1);
    if (cell !== undefined) {
      if (text.trim() !== '') cell.texts.push(text.trim());
      return;
    }
    const read = readLines(text);
    this.pageNumbers.push(...read.pageNumbers);
    // Paragraphs are whole: a blank line before each keeps them from being taken for broken lines.
    const lines = read.lines.map((line, at): Line => ({ ...line, line: this.count, isAfterBlank: at === 0 }));
    const last = this.blocks.at(-1);
    if (last?.kind === 'text') (last.lines as Line[]).push(...lines);
    else this.blocks.push({ kind: 'text', lines });
  }

  openTable(): void {
    this.tables.push({ rows: [], reach: new Map(), cells: [], line: this.count + 1 });
  }

  openRow(): void {
    const table = this.tables.at(-1);
    if (table !== undefined) Object.assign(table, { cells: [], line: this.count + 1 });
  }

  openCell({ across, down }: { readonly across: number; readonly down: number }): void {
    const span = Math.max(1, Math.min(across || 1, widest));
    this.tables.at(-1)?.cells.push({ texts: [], across: span, down: Math.max(1, down || 1) });
  }

  /** Cells that reach down from rows above keep their places, empty and marked. */
  closeRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined || (table.cells.length === 0 && table.reach.size === 0)) return;
    const cells: string[] = [];
    const merged = new Set<number>();
    const covered = (): boolean => (table.reach.get(cells.length) ?? 0) > 0;
    const cover = (): void => {
      const left = (table.reach.get(cells.length) ?? 1) - 1;
      if (left > 0) table.reach.set(cells.length, left);
      else table.reach.delete(cells.length);
      merged.add(cells.length);
      cells.push('');
    };
    for (const { texts, across, down } of table.cells) {
      while (covered()) cover();
      for (let at = 0; at < across; at += 1) {
        if (down > 1) table.reach.set(cells.length, down - 1);
        cells.push(at === 0 ? texts.join('\n') : '');
      }
    }
    while (covered()) cover();
    table.rows.push({ cells, line: table.line, ...(merged.size > 0 ? { merged } : {}) });
    table.cells = [];
  }

  /** A table within a cell is text of that cell. */
  closeTable(): void {
    const table = this.tables.pop();
    const outer = this.tables.at(-1)?.cells.at(-1);
    if (table === undefined) return;
    if (outer === undefined) this.blocks.push({ kind: 'table', rows: table.rows });
    else outer.texts.push(...table.rows.map((row) => row.cells.filter((cell) => cell !== '').join(' ')));
  }

  done(): SourceText {
    return { blocks: this.blocks, pageNumbers: this.pageNumbers };
  }
}
