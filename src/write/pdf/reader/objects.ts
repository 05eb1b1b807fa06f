/** The objects of a PDF file, read from its bytes through the cross-reference table: as much as pdfkit writes (ISO 32000-1, 7). */
import { inflateSync } from 'node:zlib';

export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfReference = { readonly reference: number };
export type PdfName = { readonly name: string };
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | PdfArray | PdfDictionary;
export type PdfArray = readonly PdfValue[];

export type PdfFile = {
  readonly trailer: PdfDictionary;
  /** The value behind a reference; any other value as it is. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary;
  /** The decoded bytes of a stream object, as latin1. */
  readonly stream: (value: PdfValue | undefined) => string;
};

/** Throws an Error that says what is wrong with the bytes. Most of them are font programs, which are never turned into text. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.subarray(-64).toString('latin1'))?.[1] ?? Number.NaN);
  const tail = file.toString('latin1', start);
  const offsets = crossReferences(tail);
  const trailer = asDictionary(createReader(tail, tail.indexOf('trailer') + 'trailer'.length).value());
  const ends = [...offsets, start].toSorted((a, b) => a - b);
  const objects = new Map<number, PdfObject>();
  const load = (number: number): PdfObject => {
    const known = objects.get(number);
    if (known !== undefined) return known;
    const offset = offsets[number];
    const end = ends.find((each) => offset !== undefined && each > offset);
    const made = readObject(file.toString('latin1', offset, end));
    objects.set(number, made);
    return made;
  };
  const resolve = (value: PdfValue | undefined): PdfValue =>
    isReference(value) ? load(value.reference).value : (value ?? null);
  const stream = (value: PdfValue | undefined): string => {
    if (!isReference(value)) throw new Error('a stream is not given by reference');
    const { value: dictionary, dataAt } = load(value.reference);
    const from = (offsets[value.reference] ?? 0) + dataAt;
    return decodeStream(file.subarray(from), asDictionary(dictionary), resolve);
  };
  return { trailer, resolve, dictionary: (value) => asDictionary(resolve(value)), stream };
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'reference' in value;
}

export function asArray(value: PdfValue): PdfArray {
  if (!Array.isArray(value)) throw new Error('an array was expected');
  // Array.isArray does not narrow readonly arrays.
  return value as PdfArray;
}

function asDictionary(value: PdfValue): PdfDictionary {
  if (!(value instanceof Map)) throw new Error('a dictionary was expected');
  return value;
}

/** Where each object begins. */
function crossReferences(tail: string): readonly number[] {
  const head = /^xref\s+0 (\d+)\s+/.exec(tail);
  if (head === null) throw new Error('no cross-reference table');
  const first = head[0].length;
  // Each entry is twenty bytes long (7.5.4).
  return Array.from({ length: Number(head[1]) }, (_, index) =>
    Number(tail.slice(first + index * 20, first + index * 20 + 10)),
  );
}

/** `dataAt`: where a stream's data begins, from the object's own beginning. */
type PdfObject = { readonly value: PdfValue; readonly dataAt: number };

function readObject(text: string): PdfObject {
  const head = /^\d+ \d+ obj\s+/.exec(text);
  if (head === null) throw new Error('an object is missing');
  const reader = createReader(text, head[0].length);
  const value = reader.value();
  const stream = /^\s*stream\r?\n/.exec(text.slice(reader.position(), reader.position() + 20));
  return { value, dataAt: reader.position() + (stream?.[0].length ?? 0) };
}

function decodeStream(bytes: Buffer, dictionary: PdfDictionary, resolve: PdfFile['resolve']): string {
  const data = bytes.subarray(0, Number(resolve(dictionary.get('Length'))));
  const filter = resolve(dictionary.get('Filter'));
  if (filter === null) return data.toString('latin1');
  const name = typeof filter === 'object' && 'name' in filter ? filter.name : '';
  if (name !== 'FlateDecode') throw new Error(`unknown filter ${name}`);
  return inflateSync(data).toString('latin1');
}

type Reader = { readonly value: () => PdfValue; readonly position: () => number };

const tokenPattern =
  /\s*(?:%[^\r\n]*(?:[\r\n]\s*|$))*(<<|>>|\[|\]|\/[^\s<>[\]()/%]*|\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f\s]*>|[^\s<>[\]()/%]+)/y;

function createReader(text: string, start: number): Reader {
  let position = start;
  const peek = (): { token: string; end: number } => {
    tokenPattern.lastIndex = position;
    const match = tokenPattern.exec(text);
    if (match === null) throw new Error(`unreadable at byte ${position}`);
    return { token: match[1] ?? '', end: tokenPattern.lastIndex };
  };
  const next = (): string => {
    const { token, end } = peek();
    position = end;
    return token;
  };
  const list = (closing: string): PdfValue[] => {
    const values: PdfValue[] = [];
    while (peek().token !== closing) values.push(value());
    next();
    return values;
  };
  const value = (): PdfValue => {
    const token = next();
    if (token === '<<') return toDictionary(list('>>'));
    if (token === '[') return list(']');
    if (!/^\d+$/.test(token)) return atom(token);
    const reference = /^\s+\d+\s+R\b/.exec(text.slice(position, position + 24));
    if (reference === null) return Number(token);
    position += reference[0].length;
    return { reference: Number(token) };
  };
  return { value, position: () => position };
}

function toDictionary(values: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < values.length; index += 2) {
    const key = values[index];
    if (typeof key === 'object' && key !== null && 'name' in key) entries.set(key.name, values[index + 1] ?? null);
  }
  return entries;
}

function atom(token: string): PdfValue {
  if (token.startsWith('/')) return { name: token.slice(1) };
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  return /^[-+.\d]+$/.test(token) ? Number(token) : token;
}
