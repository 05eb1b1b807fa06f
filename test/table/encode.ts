/** Every encoding that a return may come in, rare characters included. Node decodes GB18030 but does not write it. */
import { encode } from '../sample/encoding.ts';

export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const;

export function encodeAs(encoding: (typeof encodings)[number], text: string): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return encode(text, 'utf8-bom');
    case 'utf-16le':
      return encode(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(encode(text, 'utf16le')).swap16();
    case 'gb18030':
      return Buffer.concat(Array.from(text, encodeGb18030));
  }
}

function encodeGb18030(character: string): Buffer {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x10000) return fourBytes(code - 0x10000 + 189_000);
  const four = fourByteTable().get(code);
  return four === undefined ? encode(character, 'gb18030') : fourBytes(four);
}

function fourBytes(linear: number): Buffer {
  const units = [
    Math.floor(linear / 12_600),
    Math.floor(linear / 1260) % 10,
    Math.floor(linear / 10) % 126,
    linear % 10,
  ];
  return Buffer.from(units.map((unit, at) => unit + (at % 2 === 0 ? 0x81 : 0x30)));
}

let cached: ReadonlyMap<number, number> | null = null;

function fourByteTable(): ReadonlyMap<number, number> {
  const decoder = new TextDecoder('gb18030');
  cached ??= new Map(
    Array.from({ length: 39_420 }, (_, linear) => [decoder.decode(fourBytes(linear)).codePointAt(0) ?? 0, linear]),
  );
  return cached;
}
