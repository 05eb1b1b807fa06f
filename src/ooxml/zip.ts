/** Zip packages (.docx, .xlsx): written the same to the byte on any day and machine, read with suspicion. */
import { crc32, inflateRawSync } from 'node:zlib';
import { error } from '../message/message.ts';
import { silent } from '../message/result.ts';
import type { Message, Place, Result } from '../message/message.ts';
import { dataOf, type ZipEntry } from './zip-data.ts';

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of one entry, and of all together, after unpacking. */
  readonly entryBytes: number;
  readonly totalBytes: number;
};

const standardLimits: ZipLimits = { entries: 2000, entryBytes: 64 << 20, totalBytes: 256 << 20 };

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const endLength = 22;
const centralLength = 46;
const localLength = 30;
const stored = 0;
const deflated = 8;
const utf8Flag = 0x0800;
const encryptedFlag = 0x0041;
// DOS date 1980-01-01, the first one there is: components, not an instant, so that no time zone can move it.
const dosDate = 0x0021;
const unixFile = (0o100644 << 16) >>> 0;
const unixProgram = (0o100755 << 16) >>> 0;

/** A zip of the entries in the order given; times, attributes and platform byte are fixed. Throws on a name given twice. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  if (new Set(entries.map((entry) => entry.name)).size !== entries.length)
    throw new Error('a zip entry is named twice');
  const locals: Uint8Array[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = packEntry(entry, offset);
    locals.push(...local);
    centrals.push(central);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const directory = Buffer.concat(centrals);
  return Buffer.concat([...locals, directory, endRecord(entries.length, directory.length, offset)]);
}

function packEntry(entry: ZipEntry, offset: number): { local: Uint8Array[]; central: Buffer } {
  const name = Buffer.from(entry.name, 'utf8');
  const { data, isSmaller, checksum, size } = dataOf(entry);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(utf8Flag, 2);
  shared.writeUInt16LE(isSmaller ? deflated : stored, 4);
  shared.writeUInt16LE(dosDate, 8);
  shared.writeUInt32LE(checksum, 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(size, 18);
  shared.writeUInt16LE(name.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(entry.isExecutable === true ? unixProgram : unixFile, 6);
  tail.writeUInt32LE(offset, 10);
  // Made by: Unix, version 2.0, on every machine.
  const central = Buffer.concat([uint32(centralSignature), Buffer.from([20, 3]), shared, tail, name]);
  return { local: [uint32(localSignature), shared, name, data], central };
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/**
 * The files of a zip by name, in the order of its directory. Sizes in headers are not believed: unpacking stops at the limits.
 * Refuses names that lead outside, names given twice, encryption and wrong checksums; with an error the map is empty.
 */
export function readZip(
  bytes: Uint8Array,
  limits: ZipLimits = standardLimits,
  place: Place | null = null,
): Result<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const refuse = (message: Message): Result<ReadonlyMap<string, Uint8Array>> => ({
    value: new Map(),
    messages: [message],
  });
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectory(source);
  if (directory === null) return refuse(error(place, 'zip-unreadable', undefined));
  if (directory.length > limits.entries) {
    return refuse(error(place, 'zip-too-many-entries', { count: directory.length, limit: limits.entries }));
  }
  let left = limits.totalBytes;
  for (const header of directory) {
    const problem = nameProblem(header, files, place);
    if (problem !== null) return refuse(problem);
    if (header.name.endsWith('/')) continue;
    const limit = Math.min(limits.entryBytes, left);
    const content = unpack(source, header, limit);
    if (content === 'too-large') return refuse(error(place, 'zip-too-large', { name: header.name, limit }));
    if (content === 'damaged') return refuse(error(place, 'zip-damaged-entry', { name: header.name }));
    left -= content.length;
    files.set(header.name, content);
  }
  return silent(files);
}

/** Names of the entries, in the order of the directory; null when this is no zip. Nothing is unpacked. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  return readDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))?.map(({ name }) => name) ?? null;
}

type Header = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
};

/** The central directory, or null when this is no (whole) zip. Zip64 is not read: no office paper needs it. */
function readDirectory(source: Buffer): readonly Header[] | null {
  const end = findEnd(source);
  if (end === null) return null;
  const count = source.readUInt16LE(end + 10);
  let at = source.readUInt32LE(end + 16);
  const headers: Header[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + centralLength > end || source.readUInt32LE(at) !== centralSignature) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => source.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    if (at + centralLength + nameLength > end) return null;
    headers.push({
      flags: source.readUInt16LE(at + 8),
      method: source.readUInt16LE(at + 10),
      checksum: source.readUInt32LE(at + 16),
      packedSize: source.readUInt32LE(at + 20),
      size: source.readUInt32LE(at + 24),
      offset: source.readUInt32LE(at + 42),
      // Windows programs of .NET write `\`, which their own readers take for `/`; where a name leads is checked after that.
      name: decodeName(source.subarray(at + centralLength, at + centralLength + nameLength)).replaceAll('\\', '/'),
    });
    at += centralLength + nameLength + extra + comment;
  }
  return headers;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(source: Buffer): number | null {
  for (let at = source.length - endLength; at >= Math.max(0, source.length - endLength - 0xffff); at -= 1) {
    if (source.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}

/** Old Chinese tools write names in GBK without the UTF-8 flag. */
function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
}

function nameProblem(header: Header, files: ReadonlyMap<string, unknown>, place: Place | null): Message | null {
  const { name } = header;
  if ((header.flags & encryptedFlag) !== 0) return error(place, 'zip-encrypted', { name });
  if (files.has(name)) return error(place, 'zip-duplicate-name', { name });
  const isUnsafe = /^\/|^[a-z]:|\0/i.test(name) || name.split('/').includes('..');
  return isUnsafe || name === '' ? error(place, 'zip-unsafe-name', { name }) : null;
}

function unpack(source: Buffer, header: Header, limit: number): Uint8Array | 'too-large' | 'damaged' {
  if (header.size > limit) return 'too-large';
  const { offset } = header;
  if (offset + localLength > source.length || source.readUInt32LE(offset) !== localSignature) return 'damaged';
  const start = offset + localLength + source.readUInt16LE(offset + 26) + source.readUInt16LE(offset + 28);
  if (start + header.packedSize > source.length) return 'damaged';
  const packed = source.subarray(start, start + header.packedSize);
  const content = inflate(packed, header.method, limit);
  if (typeof content === 'string') return content;
  return content.length === header.size && crc32(content) === header.checksum ? content : 'damaged';
}

function inflate(packed: Buffer, method: number, limit: number): Uint8Array | 'too-large' | 'damaged' {
  if (method === stored) return packed.length > limit ? 'too-large' : packed;
  if (method !== deflated) return 'damaged';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? failure.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}
