/** `reprint NUMBER`: an issued paper again from its stored tree; the same bytes, or a refusal that says why. */
import type { Disk } from '../disk/disk.ts';
import { endingOf } from '../trade/file-name.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors, info } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { sha256 } from '../disk/sha256.ts';
import type { HashedFile } from '../disk/sha256.ts';
import type { IssuedRecord } from './entry.ts';
import { registerFile } from './entry.ts';
import type { Render } from './issue-context.ts';
import { asNumber, numbersLike } from './numbers.ts';
import { readRegister } from './read-register.ts';

export type ReprintRequest = {
  readonly disk: Disk;
  /** `X督〔2024〕5号` */
  readonly number: string;
  /** Must be what issued the paper; see `IssueContext.writer`. */
  readonly writer: string;
  readonly render: Render;
};

export type Reprinted = HashedFile & {
  readonly bytes: Uint8Array;
  /** missing: was gone from out/issued and is there again · same: lies there as issued · changed: what lies there is not what was issued */
  readonly onDisk: 'missing' | 'same' | 'changed';
};

/** Dates and wording come from the record, never from today's inputs. A missing file is put back; a changed one is left and told. */
export async function reprint(request: ReprintRequest): Promise<Result<readonly Reprinted[]>> {
  const { value: register, messages } = readRegister(request.disk);
  if (hasErrors(messages)) return { value: [], messages };
  const record = register.records.get(asNumber(request.number));
  if (record === undefined) {
    const nearest = numbersLike(request.number, [...register.records.keys()]);
    return {
      value: [],
      messages: [...messages, error(fileOnly(registerFile), 'no-such-paper', { written: request.number, nearest })],
    };
  }
  if (record.asEdited !== null) {
    const { number, files } = record;
    return { value: [], messages: [...messages, error(fileOnly(files[0]?.path ?? ''), 'reprint-edited', { number })] };
  }
  const endings = record.files.map(({ path }) => endingOf(path));
  const rendered = await request.render(record.document, record.kind, endings);
  if (hasErrors(rendered.messages)) return { value: [], messages: [...messages, ...rendered.messages] };
  const refusals = record.files.flatMap((file) =>
    refusal(file, rendered.value.get(endingOf(file.path)), { record, request }),
  );
  if (refusals.length > 0) return { value: [], messages: [...messages, ...refusals] };
  const reprinted = record.files.map((file) => restore(request.disk, file, rendered.value));
  return { value: reprinted, messages: [...messages, ...reprinted.flatMap((file) => toldOf(file, record.number))] };
}

function refusal(
  file: HashedFile,
  bytes: Uint8Array | undefined,
  { record, request }: { readonly record: IssuedRecord; readonly request: ReprintRequest },
): readonly Message[] {
  if (bytes !== undefined && sha256(bytes) === file.sha256) return [];
  const data = { number: record.number, issuedBy: releaseOf(record.writer), today: releaseOf(request.writer) };
  return [
    error(fileOnly(file.path), record.writer === request.writer ? 'reprint-differs' : 'reprint-other-writer', data),
  ];
}

/** `duban 0.3.0` of `duban 0.3.0 0123456789abcdef`; null of writers before, which named only the hash. */
function releaseOf(writer: string): string | null {
  const release = writer.replace(/ [\da-f]{16}$/u, '');
  return release === 'duban' ? null : release;
}

function restore(disk: Disk, file: HashedFile, rendered: ReadonlyMap<string, Uint8Array>): Reprinted {
  const bytes = rendered.get(endingOf(file.path)) ?? new Uint8Array();
  const there = disk.read(file.path);
  if (there === null) disk.writeNew(file.path, bytes);
  const onDisk = there === null ? 'missing' : sha256(there) === file.sha256 ? 'same' : 'changed';
  return { ...file, bytes, onDisk };
}

function toldOf({ path, onDisk }: Reprinted, number: string): readonly Message[] {
  switch (onDisk) {
    case 'missing':
      return [info(fileOnly(path), 'reprint-restored', { number })];
    case 'same':
      return [];
    case 'changed':
      return [error(fileOnly(path), 'issued-changed', { number })];
  }
}
