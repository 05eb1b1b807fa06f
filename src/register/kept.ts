/** What a line keeps beside register.csv (the record of a paper, the frozen figures of a quarter), proved by its hash. */
import type { Disk } from '../disk/disk.ts';
import { error } from '../message/message.ts';
import { sha256 } from '../disk/sha256.ts';
import type { HashedFile } from '../disk/sha256.ts';
import type { IssuedRecord } from './entry.ts';
import { isFrozenPath, isRecordPath, parseRecord } from './record.ts';
import type { TypedCells } from './typed-cells.ts';

export function readRecord(disk: Disk, cells: TypedCells): IssuedRecord | null {
  const kept = readKept(disk, cells, isRecordPath);
  const record = kept === null ? null : parseRecord(kept.bytes);
  if (kept !== null && record === null)
    cells.report(error(cells.place('登记件'), 'record-changed', { path: kept.file.path }));
  return record;
}

export function readFrozenFile(disk: Disk, cells: TypedCells): HashedFile | null {
  return readKept(disk, cells, isFrozenPath)?.file ?? null;
}

type Kept = { readonly file: HashedFile; readonly bytes: Uint8Array };

/** Null, with an error, when the file is not there, lies where it may not, or is not what was kept. */
function readKept(disk: Disk, cells: TypedCells, mayLie: (path: string) => boolean): Kept | null {
  const path = cells.text('登记件');
  const hash = cells.text('登记件校验码');
  const isHash = /^[0-9a-f]{64}$/u.test(hash);
  if (!isHash) cells.report(error(cells.place('登记件校验码'), 'bad-hash', { written: hash }));
  const bytes = mayLie(path) ? disk.read(path) : null;
  if (bytes === null) {
    cells.report(error(cells.place('登记件'), 'record-missing', { path }));
    return null;
  }
  if (sha256(bytes) === hash) return { file: { path, sha256: hash }, bytes };
  if (isHash) cells.report(error(cells.place('登记件校验码'), 'record-changed', { path }));
  return null;
}
