/** The frozen figures of a quarter, as they were frozen. */
import type { Disk } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';
import { error, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { ClosedQuarter, Register } from './entry.ts';
import { registerFile } from './entry.ts';

/** Of the revision that stands, or an earlier one by its number; null, with an error, when they are not what was frozen. */
export function frozenQuarter(
  disk: Disk,
  register: Register,
  { quarter, revision }: { readonly quarter: Quarter; readonly revision: number | null },
): Result<Uint8Array | null> {
  const file = fileOf(register.quarters.get(quarter), revision);
  if (file === null)
    return {
      value: null,
      messages: [error(fileOnly(registerFile), 'no-such-revision', { quarter, revision: revision ?? 1 })],
    };
  const bytes = disk.read(file.path);
  if (bytes !== null && sha256(bytes) === file.sha256) return { value: bytes, messages: [] };
  const code = bytes === null ? 'record-missing' : 'record-changed';
  return { value: null, messages: [error(fileOnly(file.path), code, { path: file.path })] };
}

function fileOf(closed: ClosedQuarter | undefined, revision: number | null) {
  if (closed === undefined) return null;
  return closed.revisions.find((each) => each.revision === (revision ?? closed.revision))?.frozen ?? null;
}
