/** What goes into a bag, gathered and proved: only what was frozen when it was issued or closed, whatever was built since. */
import type { Disk } from '../disk/disk.ts';
import { endingOf } from '../trade/file-name.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors, warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { HashedFile } from '../disk/sha256.ts';
import type { AnnexFile } from '../register/act.ts';
import type { RegisterEntry, IssuedRecord, Register } from '../register/entry.ts';
import { printRegister } from '../register/register-table.ts';
import { sha256 } from '../disk/sha256.ts';
import { evidenceOf } from './evidence.ts';
import { itemNumber } from './archival-code.ts';
import type { ArchivedAnnex, ArchivedItem } from './item.ts';
import { itemOf } from './item.ts';
import type { ArchiveRequest } from './request.ts';
import type { PayloadFile } from './write-bag.ts';

export type BagContent = { readonly items: readonly ArchivedItem[]; readonly others: readonly PayloadFile[] };

/** The papers with their annexes as items, also those that were replaced or taken back, and 其他: tables, figures, register and records. */
export async function contentOf(
  request: ArchiveRequest,
  entries: readonly RegisterEntry[],
  register: Register,
): Promise<Result<BagContent>> {
  const { disk, quarter, office } = request;
  const messages: Message[] = [];
  const items: ArchivedItem[] = [];
  const others: PayloadFile[] = [];
  for (const entry of entries) {
    const record = register.records.get(entry.number);
    if (record === undefined) continue;
    const files = await filesOf(request, record);
    const annexes = annexesOf(disk, record);
    messages.push(...files.messages, ...annexes.messages);
    if (hasErrors([...files.messages, ...annexes.messages])) continue;
    const own = annexes.value.filter(({ use }) => use === 'annex');
    const item = itemOf({ entry, record, files: files.value, annexes: own, lines: register.lines }, office.archive);
    if (item.pages === null)
      messages.push(warning(fileOnly(entry.file.path), 'pages-unknown', { number: entry.number }));
    items.push(item);
    others.push(...references(entry, annexes.value));
  }
  const evidence = evidenceOf(request);
  messages.push(...evidence.messages);
  others.push(...proofs({ disk, quarter }, entries, register), ...evidence.value);
  return { value: { items, others }, messages };
}

type Frozen = AnnexFile & ArchivedAnnex;

/** What was frozen with a paper; nothing of it can be made again. */
function annexesOf(disk: Disk, { number, annexes }: IssuedRecord): Result<readonly Frozen[]> {
  const messages: Message[] = [];
  const value = annexes.flatMap((annex) => {
    const bytes = provedBytes(disk, annex);
    if (bytes === null) messages.push(error(fileOnly(annex.path), 'archive-annex-changed', { number }));
    return bytes === null ? [] : [{ ...annex, ending: endingOf(annex.path), bytes }];
  });
  return { value, messages };
}

function provedBytes(disk: Disk, { path, sha256: hash }: HashedFile): Uint8Array | null {
  const bytes = disk.read(path);
  return bytes !== null && sha256(bytes) === hash ? bytes : null;
}

/** Tables for reference, by the paper that they were frozen with: a quarter may have several. */
function references({ year, ordinal }: RegisterEntry, annexes: readonly Frozen[]): readonly PayloadFile[] {
  const folder = `其他/${year}-${itemNumber(ordinal)}`;
  return annexes
    .filter(({ use }) => use === 'reference')
    .map(({ path, bytes }) => ({ path: `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`, bytes }));
}

/** The frozen files by ending, and a PDF where it can be made. */
async function filesOf(
  { disk, renderPdf }: ArchiveRequest,
  record: IssuedRecord,
): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const files = new Map<string, Uint8Array>();
  const messages: Message[] = [];
  for (const file of record.files) {
    const bytes = provedBytes(disk, file);
    if (bytes !== null) files.set(endingOf(file.path), bytes);
    else messages.push(error(fileOnly(file.path), 'archive-paper-changed', { number: record.number }));
  }
  // The tree of a paper that went out as it was edited is not what it says.
  if (files.has('pdf') || record.asEdited !== null || hasErrors(messages)) return { value: files, messages };
  const pdf = await renderPdf(record.document);
  if (pdf.value !== null) files.set('pdf', pdf.value);
  return { value: files, messages: pdf.messages };
}

/** What proves the papers: their lines and records in the register, and the figures by which they speak, in every revision. */
function proofs(
  { disk, quarter }: { readonly disk: Disk; readonly quarter: Quarter },
  entries: readonly RegisterEntry[],
  { lines, quarters }: Register,
): readonly PayloadFile[] {
  const kept = (path: string, file: HashedFile): readonly PayloadFile[] => {
    const bytes = disk.read(file.path);
    return bytes === null ? [] : [{ path, bytes }];
  };
  const own = lines.filter(({ act }) => act.quarter === quarter);
  const revisions = quarters.get(quarter)?.revisions ?? [];
  return [
    { path: '其他/register.csv', bytes: printRegister(own) },
    ...revisions.flatMap(({ revision, frozen }) => kept(`其他/figures/${quarter}-${revision}.json`, frozen)),
    ...entries.flatMap(({ year, ordinal, record }) => kept(`其他/records/${year}-${itemNumber(ordinal)}.json`, record)),
  ];
}
