/** `parse`: a responsibility breakdown of any layout, as bytes, to its Catalogue. The passes, in their order. */
import { hasErrors, info, warning } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { sha256 } from '../disk/sha256.ts';
import { assemble, emptyReading } from './assemble.ts';
import type { Reading } from './assemble.ts';
import type { SourceBlock } from './block.ts';
import { ownHeaderAt, readCatalogueCsv } from './catalogue-csv.ts';
import { readContent } from './content.ts';
import { gatherSubPoints } from './group.ts';
import { readItems } from './read-items.ts';
import { knownNames } from './known.ts';
import type { Line } from './line.ts';
import type { Read } from './outline.ts';
import { readSource } from './source.ts';
import type { SourceFile } from './source.ts';
import { readTableRows } from './table.ts';
import { unfoldLines } from './unfold.ts';
import { splitUnnumbered } from './unnumbered.ts';

export type { SourceFile } from './source.ts';

/** The Catalogue of a source document, with the traces that `parse --explain` prints; with an error among the messages it is good for looking at only. */
export function readBreakdown(file: SourceFile): Result<Reading> {
  const source = readSource(file);
  const identity = { path: file.path, sha256: sha256(file.bytes) };
  if (hasErrors(source.messages)) return { value: emptyReading(identity), messages: source.messages };
  const own = source.value.blocks.find((block) => block.kind === 'table' && ownHeaderAt(block.rows) >= 0);
  if (own?.kind === 'table') {
    const { value, messages } = readCatalogueCsv(own.rows, identity);
    return { value: { catalogue: value, traces: [] }, messages: [...source.messages, ...messages] };
  }
  const blocks = source.value.blocks.map((block) => readBlock(block, file.path));
  const reads = gatherSubPoints(splitUnnumbered(blocks.flatMap((block) => block.value)));
  const reading = assemble(reads, identity);
  const messages = [
    ...source.messages,
    ...pageMessages(source.value.pageNumbers, file.path),
    ...blocks.flatMap((block) => block.messages),
    ...reading.messages,
  ];
  return { value: reading.value, messages };
}

function readBlock(block: SourceBlock, file: string): Result<readonly Read[]> {
  if (block.kind === 'text') return { value: readText(block.lines), messages: [] };
  const table = readTableRows(block.rows);
  const row = block.rows[0]?.line ?? null;
  if (table !== null) {
    const notes = table.header.filter((column) => column.isUnknown);
    return {
      value: table.reads,
      messages: notes.map(({ header, index }) =>
        info({ file, row: table.headerLine, column: index + 1 }, 'column-as-note', { header }),
      ),
    };
  }
  const lines = block.rows.flatMap(({ cells, line }) => {
    const text = cells
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .join(' ');
    return text === ''
      ? []
      : [{ text, raw: text, line, column: 1, isAfterBlank: true, isIndented: false, hasSpaceBefore: false }];
  });
  return {
    value: readText(lines),
    messages: [warning({ file, row, column: null }, 'table-without-header', undefined)],
  };
}

function readText(lines: readonly Line[]): readonly Read[] {
  return readItems(unfoldLines(lines), knownNames(lines)).map((item) => ({ item, content: readContent(item) }));
}

function pageMessages(pageNumbers: readonly Line[], file: string): readonly Message[] {
  const first = pageNumbers[0];
  if (first === undefined) return [];
  const numbers = pageNumbers.map(({ text, line }) => `${text}（第 ${line} 行）`).join('、');
  return [info({ file, row: first.line, column: null }, 'page-numbers', { numbers })];
}
