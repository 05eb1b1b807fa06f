/** 佐证材料 in a bag: what came with the returns and is no table, as it was when the quarter was closed, and a list of it. */
import type { Disk } from '../disk/disk.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Message, Result } from '../message/message.ts';
import { warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { writeCsv } from '../table/csv-write.ts';
import type { Quarter } from '../trade/calendar.ts';
import { safeName } from '../trade/file-name.ts';
import { algorithms } from './bag-format.ts';
import type { CopiedFile, PayloadFile } from './write-bag.ts';

export type EvidenceAsked = {
  readonly disk: Disk;
  readonly quarter: Quarter;
  /** As they were frozen with the quarter; [] while it is open. */
  readonly attachments: readonly Attachment[];
};

const folder = '其他/佐证材料';

const columns = ['单位', '材料', '包内文件', '字节', 'SHA-256', '备注'].map(
  (name) => ({ name, kind: name === '字节' ? 'number' : 'text' }) as const,
);

/** What is missing or no longer what it was is left out, with a warning, and the list says so; nothing of it can be made again. */
export function evidenceOf({ disk, quarter, attachments }: EvidenceAsked): Result<readonly PayloadFile[]> {
  if (attachments.length === 0) return { value: [], messages: [] };
  const messages: Message[] = [];
  const files = new Map<string, PayloadFile>();
  const taken = new Set<string>();
  const root = `inputs/${quarter}/returns/`;
  for (const attachment of attachments) {
    const { file, unit } = attachment;
    if (files.has(file)) continue;
    const copy = provedCopy(disk, attachment);
    if (copy === null) {
      const isMissing = disk.measure(file, []) === null;
      messages.push(warning(fileOnly(file), 'archive-evidence-changed', { unit: unit?.name ?? null, isMissing }));
    } else {
      const path = freePath(`${folder}/${safeName(unit?.name ?? '未注明单位')}/${safePath(below(root, file))}`, taken);
      files.set(file, { path, copy });
    }
  }
  const rows = attachments.map(({ file, name, unit, proof }) => {
    const path = files.get(file)?.path ?? '';
    const remark = path === '' ? '关账后缺失或有改动，未归档' : '';
    return [unit?.name ?? '', below(root, name), path, String(proof?.size ?? ''), proof?.sha256 ?? '', remark];
  });
  return { value: [...files.values(), { path: `${folder}/清单.csv`, bytes: writeCsv(columns, rows) }], messages };
}

/** Null when the bytes are not those that were frozen. */
function provedCopy(disk: Disk, { file, proof }: Attachment): CopiedFile | null {
  const measured = disk.measure(file, algorithms);
  if (measured === null || proof === undefined) return null;
  const hashes = new Map(algorithms.map((algorithm, at) => [algorithm, measured.hashes[at] ?? '']));
  return hashes.get('sha256') === proof.sha256 ? { from: file, size: measured.size, hashes } : null;
}

function below(root: string, path: string): string {
  return path.startsWith(root) ? path.slice(root.length) : path;
}

/** Each segment one that every file system takes; the ending is kept, so that the file still opens. */
function safePath(path: string): string {
  const segments = path.split('/');
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(segments.pop() ?? '') ?? [];
  return [...segments.map(safeName), `${safeName(stem)}${ending}`].join('/');
}

/** Names that became one, or are one where case does not count, are numbered. */
function freePath(path: string, taken: Set<string>): string {
  const at = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length;
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? path : `${path.slice(0, at)}-${count}${path.slice(at)}`;
    const key = tried.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return tried;
  }
}
