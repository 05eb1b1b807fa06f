/** What cannot be read for certain is refused, with the way out: a guess at columns would put units to the wrong tasks. */
import { error } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import { isGarbled } from '../table/decode.ts';
import { kindOfText } from '../table/kind.ts';
import { cellsOnLines } from './cell-lines.ts';
import { columnKind } from './column.ts';

/** Reasons not to read a text at all. */
export function refusalsOfText(text: string, file: string): readonly Message[] {
  const place = { file, row: null, column: null };
  if (text.replaceAll(/[\s\uFEFF]/gu, '') === '') return [error(place, 'empty-document', undefined)];
  if (isGarbled(text)) return [error(place, 'garbled-document', undefined)];
  const boxed = boxedRow(text);
  if (boxed !== null) return [error({ ...place, row: boxed }, 'box-drawn-table', undefined)];
  const aligned = alignedRow(text);
  if (aligned !== null) return [error({ ...place, row: aligned.row }, 'aligned-columns', { header: aligned.header })];
  const cells = cellsOnLines(text);
  if (cells?.table === null) return [error({ ...place, row: cells.row }, 'cells-on-lines', { header: cells.header })];
  if (isScan(text)) return [error(place, 'scanned-document', undefined)];
  return [];
}

/** Each has its own way out (src/message/wording/breakdown.ts). */
export type ForeignKind = 'PDF' | 'DOC' | 'RTF' | 'PNG' | 'JPEG' | 'HTML' | 'MHT' | 'XML' | 'JSON' | 'OFD' | 'ZIP';

const signatures: readonly (readonly [ForeignKind, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['DOC', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
];

/** A kind of file that is no text and no .docx, by its first bytes. */
export function foreignKind(bytes: Uint8Array): ForeignKind | null {
  return signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

export function isPage(text: string): boolean {
  return kindOfText(text) === 'html' && text.trimStart().startsWith('<');
}

/** A text of another kind: what a system or a browser saved it as. */
export function foreignText(text: string): ForeignKind | null {
  const kind = kindOfText(text);
  if (kind === 'html') return isPage(text) ? null : 'MHT';
  if (kind === 'doc') return 'RTF';
  return kind === 'xml' ? 'XML' : kind === 'json' ? 'JSON' : null;
}

/** What a zip is that has no word/document.xml. */
export function packageKind(entries: ReadonlySet<string>): ForeignKind {
  return entries.has('OFD.xml') ? 'OFD' : 'ZIP';
}

const boxStroke = /[│┃║├┤┼┌└]/u;

function boxedRow(text: string): number | null {
  const lines = text.split(/\r\n|\r|\n/u);
  const boxed = lines.flatMap((line, index) =>
    boxStroke.test(line) || /^\s*\+(?:[-=]{2,}\+)+\s*$/u.test(line) ? [index + 1] : [],
  );
  return boxed.length >= 3 ? (boxed[0] ?? null) : null;
}

/** A header whose words only spaces hold apart: the columns of a printed table. */
function alignedRow(text: string): { row: number; header: string } | null {
  for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.includes('\t') || line.includes('|') || /[：:。]/u.test(line)) continue;
    const cells = line.trim().split(/[ \u3000]+/u);
    const known = cells.filter((cell) => cell.length <= 12 && columnKind(cell) !== null).length;
    if (cells.length >= 3 && known >= 3 && known === cells.length) return { row: index + 1, header: cells.join(' ') };
  }
  return null;
}

/** Text recognised from a scan sets every character apart (`区 委 组 织 部`), or there is hardly any. */
function isScan(text: string): boolean {
  const sample = text.slice(0, 100_000);
  const apart = sample.match(/\p{Script=Han} (?=\p{Script=Han})/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 15 && apart * 2 > han;
}
