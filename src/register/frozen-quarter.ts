/** The frozen figures of a quarter, as they were frozen. */
import type { Disk } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';
import { readFrozen, type Thawed } from '../domain/frozen-quarter.ts';
import { error, warning, type Result } from '../message/message.ts';
import { failed, silent } from '../message/result.ts';
import { fileOnly } from '../message/place.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { ClosedQuarter, Register } from './entry.ts';
import { registerFile } from './entry.ts';

type Revision = { readonly quarter: Quarter; readonly revision: number | null };

/** The figures of a closed quarter, as they were frozen; an earlier revision by its number. */
export function frozenFigures(disk: Disk, register: Register, of: Revision): Result<Thawed | null> {
  const { value: bytes, messages } = frozenQuarter(disk, register, of);
  if (bytes === null) return failed(messages);
  const thawed = readFrozen(bytes);
  const changed = thawed.isRecomputed
    ? []
    : [warning(fileOnly(registerFile), 'frozen-recomputed-otherwise', { quarter: of.quarter })];
  return { value: thawed, messages: [...messages, ...changed] };
}

/** Of the revision that stands, or an earlier one by its number; null, with an error, when they are not what was frozen. */
export function frozenQuarter(
  disk: Disk,
  register: Register,
  { quarter, revision }: Revision,
): Result<Uint8Array | null> {
  const file = fileOf(register.quarters.get(quarter), revision);
  if (file === null)
    return failed([error(fileOnly(registerFile), 'no-such-revision', { quarter, revision: revision ?? 1 })]);
  const bytes = disk.read(file.path);
  if (bytes !== null && sha256(bytes) === file.sha256) return silent(bytes);
  const code = bytes === null ? 'record-missing' : 'record-changed';
  return failed([error(fileOnly(file.path), code, { path: file.path })]);
}

function fileOf(closed: ClosedQuarter | undefined, revision: number | null) {
  if (closed === undefined) return null;
  return closed.revisions.find((each) => each.revision === (revision ?? closed.revision))?.frozen ?? null;
}
