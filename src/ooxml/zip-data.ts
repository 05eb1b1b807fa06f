/** What goes into a zip: bytes or texts, packed where that makes them smaller. */
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  readonly name: string;
  /** A program, for systems that ask. */
  readonly isExecutable?: boolean;
} & (ZipBytes | ZipTexts);

type ZipBytes = {
  readonly bytes: Uint8Array;
  /** The same bytes come in many packages: they are compressed once, for as long as they are held. */
  readonly isKept?: boolean;
};

/** In UTF-8, one after the other. */
type ZipTexts = { readonly texts: readonly string[] };

export type PackedData = {
  readonly data: Uint8Array;
  readonly isSmaller: boolean;
  readonly checksum: number;
  /** Of the bytes before. */
  readonly size: number;
};

export function dataOf(entry: ZipEntry): PackedData {
  if ('texts' in entry) return packedTexts(entry.texts);
  return entry.isKept === true ? keptData(entry.bytes) : packedData(entry.bytes);
}

/** Holds the texts of one entry until they are packed: memory that is new each time costs more than what is written there. */
let bench = Buffer.alloc(0);
const mostKept = 4 << 20;

function packedTexts(texts: readonly string[]): PackedData {
  // A character of UTF-16 is three bytes of UTF-8 at most.
  let most = 0;
  for (const text of texts) most += 3 * text.length;
  if (bench.length < most && most <= mostKept) bench = Buffer.allocUnsafeSlow(mostKept);
  const room = most <= mostKept ? bench : Buffer.allocUnsafeSlow(most);
  let size = 0;
  for (const text of texts) size += room.write(text, size);
  const packed = packedData(room.subarray(0, size));
  return packed.isSmaller ? packed : { ...packed, data: Buffer.from(packed.data) };
}

function packedData(bytes: Uint8Array): PackedData {
  const packed = deflateRawSync(bytes);
  const isSmaller = packed.length < bytes.length;
  return { data: isSmaller ? packed : bytes, isSmaller, checksum: crc32(bytes), size: bytes.length };
}

const kept = new WeakMap<Uint8Array, PackedData>();

function keptData(bytes: Uint8Array): PackedData {
  const known = kept.get(bytes) ?? packedData(bytes);
  kept.set(bytes, known);
  return known;
}
