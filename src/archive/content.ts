/** What goes into a bag, gathered and proved: the papers against the register, the tables against the build's manifest. */
import { readManifest } from '../build/manifest.ts';
import { endingOf } from '../trade/file-name.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors, warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { writeCsv } from '../table/csv-write.ts';
import type { Entry, IssuedRecord, Line, Register } from '../register/entry.ts';
import { printRegister } from '../register/register-table.ts';
import { sha256 } from '../disk/sha256.ts';
import { itemNumber } from './archival-code.ts';
import { inputsOf, readBuiltFiles } from './built-files.ts';
import type { Annex, Item } from './item.ts';
import { itemOf } from './item.ts';
import type { ArchiveRequest } from './request.ts';
import type { PayloadFile } from './write-bag.ts';

export type Content = { readonly items: readonly Item[]; readonly others: readonly PayloadFile[] };

/** The papers with their annexes as items, and 其他: ledger, register rows, records, hashes of the inputs. */
export async function contentOf(
  request: ArchiveRequest,
  entries: readonly Entry[],
  { lines, records }: Register,
): Promise<Result<Content>> {
  const { disk, quarter } = request;
  const annexes = readBuiltFiles(disk, quarter, request.annexes);
  const others = readBuiltFiles(disk, quarter, request.others);
  const report = entries.findLast((entry) => entry.kind === 'report' && entry.state === 'valid');
  const annexesOf = (entry: Entry): readonly Annex[] =>
    entry === report ? annexes.value.map(({ path, ...file }) => ({ ...file, ending: endingOf(path) })) : [];
  const messages: Message[] = [...annexes.messages, ...others.messages];
  const items: Item[] = [];
  for (const entry of entries) {
    const record = records.get(entry.number);
    if (record === undefined) continue;
    const files = await filesOf(request, record);
    messages.push(...files.messages);
    if (hasErrors(files.messages)) continue;
    const item = itemOf({ entry, record, files: files.value, annexes: annexesOf(entry) }, request.office.archive);
    if (item.pages === null)
      messages.push(warning(fileOnly(entry.file.path), 'pages-unknown', { number: entry.number }));
    items.push(item);
  }
  const loose = report === undefined ? annexes.value : [];
  const tables = [...loose, ...others.value].map(({ path, bytes }) => ({ path: `其他/${path}`, bytes }));
  return { value: { items, others: [...tables, ...proofs(request, entries, lines)] }, messages };
}

/** The frozen files by ending, and a PDF where it can be made. */
async function filesOf(
  { disk, renderPdf }: ArchiveRequest,
  record: IssuedRecord,
): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const files = new Map<string, Uint8Array>();
  const messages: Message[] = [];
  for (const { path, sha256: hash } of record.files) {
    const bytes = disk.read(path);
    if (bytes !== null && sha256(bytes) === hash) files.set(endingOf(path), bytes);
    else messages.push(error(fileOnly(path), 'archive-paper-changed', { number: record.number }));
  }
  // The tree of a paper that went out as it was edited is not what it says.
  if (files.has('pdf') || record.asEdited !== null || hasErrors(messages)) return { value: files, messages };
  const pdf = await renderPdf(record.document);
  if (pdf.value !== null) files.set('pdf', pdf.value);
  return { value: files, messages: pdf.messages };
}

/** What proves the papers: their rows and records in the register, and the hash of every input. */
function proofs(
  { disk, quarter }: ArchiveRequest,
  entries: readonly Entry[],
  lines: readonly Line[],
): readonly PayloadFile[] {
  const own = lines.filter(({ act }) => act.quarter === quarter);
  const inputs = inputsOf(readManifest(disk, `out/${quarter}`).value);
  const header = ['文件', 'SHA-256'].map((name) => ({ name, kind: 'text' }) as const);
  return [
    { path: '其他/register.csv', bytes: printRegister(own) },
    { path: '其他/inputs.csv', bytes: writeCsv(header, inputs) },
    ...entries.flatMap(({ year, ordinal, record }) => {
      const bytes = disk.read(record.path);
      return bytes === null ? [] : [{ path: `其他/records/${year}-${itemNumber(ordinal)}.json`, bytes }];
    }),
  ];
}
