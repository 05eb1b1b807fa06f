/** The JSON of one issued paper: printed in a fixed order, read back as it was written. */
import type { DocumentNumber } from '../document/tree.ts';
import { formatDocumentNumber } from '../document/official-text.ts';
import { codedName, liesBelow, safeName } from '../trade/file-name.ts';
import type { Draft } from './draft.ts';
import type { IssuedRecord } from './entry.ts';
import { issuedFolder, kindWords, registerFolder } from './entry.ts';

export function printRecord(record: IssuedRecord): Uint8Array {
  const { version, number, documentNumber, kind, quarter, issuedOn, addressee, files, writer } = record;
  const { replaces, changes, facts, document } = record;
  const head = { version, number, documentNumber, kind, quarter, issuedOn, addressee, files, writer, replaces };
  // The tree comes last: who opens the file sees first what the paper is.
  return new TextEncoder().encode(`${JSON.stringify({ ...head, changes, facts, document }, null, 1)}\n`);
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
  return version === 1 && 'number' in value && Array.isArray(files) && files.every(isIssuedFile);
}

function isIssuedFile(value: unknown): boolean {
  const path: unknown = typeof value === 'object' && value !== null && 'path' in value ? value.path : null;
  return typeof path === 'string' && liesBelow(issuedFolder, path);
}

/** Where the record of a number lies. */
export function recordPath(number: DocumentNumber): string {
  return `${registerFolder}/${number.year}/${safeName(formatDocumentNumber(number))}.json`;
}

/** Where the frozen paper lies, without its ending: the number carries the identity, unit or kind tell what it is. */
export function pathOf(number: DocumentNumber, { addressee, kind }: Pick<Draft, 'addressee' | 'kind'>): string {
  const name = addressee === null ? kindWords[kind] : codedName(addressee.code, addressee.name);
  return `${issuedFolder}/${number.year}/${safeName(formatDocumentNumber(number))}-${name}`;
}

/** The year and number in a path, '' when there is none: `2024/X督〔2024〕5号` of `out/issued/2024/X督〔2024〕5号-012-区财政局.docx`, as of its record `inputs/register/2024/X督〔2024〕5号.json`. */
export function numberPartOf(path: string, folder: string): string {
  return /^\d{4}\/.*?〕\d+号(?=[-.])/u.exec(path.slice(folder.length + 1))?.[0] ?? '';
}
