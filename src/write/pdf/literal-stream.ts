/**
 * zlib streams (RFC 1950) of pieces that come again and again, as the programs of glyphs do: one block of literals in a code of its own (RFC 1951, 3.2.7).
 * The code is the same for all streams of a face, so a piece has the same bits in each of them, and is turned into them once. Outlines hold hardly two
 * strings of bytes alike: looking for them would save a twentieth.
 */
import { bitLengths, codesOf, reversed } from './huffman.ts';

/** For each byte, and at 256 for the end, its bits and how many there are. */
export type LiteralCode = { readonly bits: readonly number[]; readonly lengths: readonly number[] };

/** Some bits, the first one lowest in the first byte, and what the check sum (RFC 1950, 8.2) has to know of the bytes that they stand for. */
type Bits = {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly size: number;
  readonly sum: number;
  readonly sumOfSums: number;
};

const endOfBlock = 256;
/** The greatest prime below 65536. */
const modulus = 65_521;

/** A code that is short for what is frequent in the samples. Every byte has one. */
export function literalCode(samples: Iterable<Uint8Array>): LiteralCode {
  const counts = new Uint32Array(endOfBlock + 1).fill(1);
  for (const sample of samples) {
    for (let at = 0; at < sample.length; at++) (counts[sample[at] as number] as number) += 1;
  }
  const lengths = bitLengths([...counts]);
  return { lengths, bits: codesOf(lengths) };
}

/** Makes streams in this code. Pieces are remembered as long as they are held. */
export function literalStreams(code: LiteralCode): (pieces: readonly Uint8Array[]) => Uint8Array {
  const memory = new WeakMap<Uint8Array, Bits>();
  const bitsOf = (piece: Uint8Array): Bits => {
    const known = memory.get(piece) ?? encoded(piece, code);
    memory.set(piece, known);
    return known;
  };
  const [head, end] = [headOf(code), bitsFrom([[code.bits[endOfBlock] ?? 0, code.lengths[endOfBlock] ?? 0]])];
  return (pieces) => streamOf([head, ...pieces.map(bitsOf), end]);
}

function streamOf(parts: readonly Bits[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const sumAt = 2 + Math.ceil(length / 8);
  const stream = Buffer.alloc(sumAt + 4);
  // Deflate with a window of 32 KB, and a check of these two bytes.
  stream.writeUInt16BE(0x7801);
  let at = 16;
  let [sum, sumOfSums] = [1, 0];
  for (const part of parts) {
    put(stream, at, part);
    at += part.length;
    sumOfSums = (sumOfSums + part.size * sum + part.sumOfSums) % modulus;
    sum = (sum + part.sum) % modulus;
  }
  stream.writeUInt16BE(sumOfSums, sumAt);
  stream.writeUInt16BE(sum, sumAt + 2);
  return stream;
}

/** From the bit `at` on; the bits of the last byte beyond the end are none. */
function put(stream: Uint8Array, at: number, { bytes }: Bits): void {
  const shift = at % 8;
  let place = (at - shift) / 8;
  if (shift === 0) {
    stream.set(bytes, place);
    return;
  }
  let carried = stream[place] as number;
  for (let from = 0; from < bytes.length; from++) {
    const byte = bytes[from] as number;
    stream[place] = carried | (byte << shift);
    carried = byte >> (8 - shift);
    place += 1;
  }
  stream[place] = carried;
}

function encoded(piece: Uint8Array, { bits, lengths }: LiteralCode): Bits {
  // No byte has more than fifteen bits.
  const bytes = new Uint8Array(2 * piece.length);
  let [held, waiting, place, sum, sumOfSums] = [0, 0, 0, 0, 0];
  for (let at = 0; at < piece.length; at++) {
    const byte = piece[at] as number;
    sum += byte;
    sumOfSums += sum;
    waiting |= (bits[byte] as number) << held;
    held += lengths[byte] as number;
    for (; held >= 8; held -= 8) {
      bytes[place] = waiting;
      place += 1;
      waiting >>>= 8;
    }
  }
  if (held > 0) bytes[place] = waiting;
  const length = 8 * place + held;
  const used = bytes.slice(0, Math.ceil(length / 8));
  return { bytes: used, length, size: piece.length, sum: sum % modulus, sumOfSums: sumOfSums % modulus };
}

/** Of the last block, with a code of its own: how many bits each byte has, each told by four bits, and two codes for distances, which nobody uses. */
function headOf({ lengths }: LiteralCode): Bits {
  const told = (length: number): Field => [reversed(length, 4), 4];
  // 16, 17 and 18 stand for repetitions, of which there are none.
  const lengthCodes = [0, 0, 0, ...Array.from({ length: 16 }, () => 4)];
  return bitsFrom([
    [1, 1],
    [2, 2],
    [0, 5],
    [1, 5],
    [15, 4],
    ...lengthCodes.map((length): Field => [length, 3]),
    ...[...lengths, 1, 1].map(told),
  ]);
}

/** A number, and in how many bits it is told. */
type Field = readonly [value: number, length: number];

function bitsFrom(fields: readonly Field[]): Bits {
  const length = fields.reduce((sum, field) => sum + field[1], 0);
  const bytes = new Uint8Array(Math.ceil(length / 8));
  let at = 0;
  for (const [value, count] of fields) {
    for (let bit = 0; bit < count; bit++, at++)
      bytes[at >> 3] = (bytes[at >> 3] as number) | (((value >> bit) & 1) << (at % 8));
  }
  return { bytes, length, size: 0, sum: 0, sumOfSums: 0 };
}
