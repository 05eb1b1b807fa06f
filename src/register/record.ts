/** The JSON of one issued paper: printed in a fixed order, read back as it was written. */
import { kindName } from '../trade/paper-kinds.ts';
import type { DocumentNumber } from '../document/tree.ts';
import { formatDocumentNumber } from '../document/official-text.ts';
import type { Quarter } from '../trade/calendar.ts';
import { codedName, liesBelow, safeName } from '../trade/file-name.ts';
import type { HashedFile } from '../disk/sha256.ts';
import type { IssueAct } from './act.ts';
import type { Draft } from './draft.ts';
import type { IssuedRecord } from './entry.ts';
import { issuedFolder, registerFolder } from './entry.ts';

const frozenFolder = `${registerFolder}/frozen`;

export function printRecord(record: IssuedRecord): Uint8Array {
  const { version, ordinal, number, documentNumber, kind, kindName: named, quarter, revision, issuedOn } = record;
  const { addressee, replyDays, files, annexes, writer, replaces, reason, changes, facts, asEdited, document } = record;
  const head = { version, ordinal, number, documentNumber, kind, kindName: named, quarter, revision, issuedOn };
  // The tree comes last: who opens the file sees first what the paper is.
  const all = {
    ...head,
    addressee,
    replyDays,
    files,
    annexes,
    writer,
    replaces,
    reason,
    changes,
    facts,
    asEdited,
    document,
  };
  return new TextEncoder().encode(`${JSON.stringify(all, null, 1)}\n`);
}

/**
 * The record, or null when the bytes are no record of ours. The hash in register.csv is the proof that we wrote them; what is
 * checked here is that they are a record of this version.
 */
export function parseRecord(bytes: Uint8Array): IssuedRecord | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** A record names papers in out/issued and nothing else: `reprint` writes where it says. */
function isRecord(value: unknown): value is IssuedRecord {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('files' in value)) return false;
  const { version, files } = value;
  if (version !== 2 || !('number' in value) || !('annexes' in value) || !isListOfFiles(value.annexes)) return false;
  return isListOfFiles(files) && files.length > 0;
}

function isListOfFiles(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isIssuedFile);
}

function isIssuedFile(value: unknown): boolean {
  const path: unknown = typeof value === 'object' && value !== null && 'path' in value ? value.path : null;
  return typeof path === 'string' && liesBelow(issuedFolder, path);
}

/** The act that enters a paper, from what is kept of it. */
export function issueOf(record: IssuedRecord, kept: HashedFile): IssueAct {
  const { ordinal, number, documentNumber, kind, kindName: named, quarter, revision } = record;
  const { addressee, issuedOn, replaces, reason } = record;
  const { issuerCode, year, serial } = documentNumber;
  const paper = { ordinal, number, issuerCode, year, serial, kind, kindName: named, addressee, replaces, reason };
  // A record without files is none (isRecord).
  const [file = { path: '', sha256: '' }] = record.files;
  return {
    type: 'issue',
    date: issuedOn,
    quarter,
    revision,
    ...paper,
    title: record.document.meta.title,
    file,
    record: kept,
  };
}

/** Where the record of a number lies. */
export function recordPath(number: DocumentNumber): string {
  return `${registerFolder}/${number.year}/${safeName(formatDocumentNumber(number))}.json`;
}

/** Where a record may lie; what a line names elsewhere is never read. */
export function isRecordPath(path: string): boolean {
  return path.startsWith(`${registerFolder}/`) && /^\d{4}\/[^/]+\.json$/u.test(path.slice(registerFolder.length + 1));
}

/** Where the frozen figures of a quarter lie. */
export function frozenPath(quarter: Quarter, revision: number): string {
  return `${frozenFolder}/${quarter}-${revision}.json`;
}

export function isFrozenPath(path: string): boolean {
  return path.startsWith(`${frozenFolder}/`) && /^\d{4}Q[1-4]-\d+\.json$/u.test(path.slice(frozenFolder.length + 1));
}

/** Where the frozen paper lies, without its ending: the number carries the identity, unit or kind tell what it is. */
export function pathOf(number: DocumentNumber, { addressee, kind }: Pick<Draft, 'addressee' | 'kind'>): string {
  const name = addressee === null ? kindName(kind) : codedName(addressee.code, addressee.name);
  return `${issuedFolder}/${number.year}/${safeName(formatDocumentNumber(number))}-${name}`;
}

/** Where what goes with a paper lies, beside it. */
export function annexFolder(number: DocumentNumber): string {
  return `${issuedFolder}/${number.year}/${safeName(formatDocumentNumber(number))}-附件`;
}

/** The year and number in a path, '' when there is none: `2024/X督〔2024〕5号` of `out/issued/2024/X督〔2024〕5号-012-区财政局.docx`, as of its record `inputs/register/2024/X督〔2024〕5号.json`. */
export function numberPartOf(path: string, folder: string): string {
  return /^\d{4}\/.*?〕\d+号(?=[-.])/u.exec(path.slice(folder.length + 1))?.[0] ?? '';
}
