/**
 * A face's PostScript outlines (Adobe Technical Note 5176, The Compact Font Format), read as ranges of its bytes: a subset copies them, and needs
 * to know of none what it draws.
 */

/** The items of an INDEX (clause 5), by number, each always the same array; `end` is the place of the byte after it. */
export type CffIndex = { readonly count: number; readonly item: (number: number) => Uint8Array; readonly end: number };

/** A DICT (clause 4): operators with their operands as they stand. Operators of two bytes, 12 and another, are `escaped` ones. */
export type CffDict = ReadonlyMap<number, Uint8Array>;

export type CffFace = {
  readonly name: Uint8Array;
  readonly top: CffDict;
  readonly charStrings: CffIndex;
  /** What glyphs share, one or several in a face: a font dictionary, empty where the face has none, and the private one it points to. */
  readonly parts: readonly { readonly font: CffDict; readonly private: CffDict }[];
  /** The number of a glyph's part. */
  readonly partOf: (glyph: number) => number;
};

export const escaped = (operator: number): number => 0x0c00 | operator;
export const cffOperator = {
  charset: 15,
  charStrings: 17,
  private: 18,
  subroutines: 19,
  fontMatrix: escaped(7),
  origin: escaped(30),
  count: escaped(34),
  parts: escaped(36),
  partOf: escaped(37),
} as const;

/**
 * Null when glyphs may call subroutines: which ones, only their drawing would tell. A face that names no matrix is drawn by the `unitsPerEm` of its
 * font file, and by a thousandth where its outlines stand alone, as in a PDF file: it has its matrix named here.
 */
export function readCff(bytes: Uint8Array, unitsPerEm: number): CffFace | null {
  const names = readIndex(bytes, bytes[2] ?? 0);
  const tops = readIndex(bytes, names.end);
  const strings = readIndex(bytes, tops.end);
  const shared = readIndex(bytes, strings.end);
  const top = readDict(tops.item(0));
  const isKeyed = top.has(cffOperator.origin);
  const fonts = isKeyed ? dictsAt(bytes, offsetOf(top, cffOperator.parts)) : [new Map<number, Uint8Array>()];
  const parts = fonts.map((font) => ({ font, private: privateOf(bytes, isKeyed ? font : top) }));
  if (shared.count > 0 || parts.some((part) => part.private.has(cffOperator.subroutines))) return null;
  const isNamed = unitsPerEm === 1000 || [top, ...fonts].some((dict) => dict.has(cffOperator.fontMatrix));
  return {
    name: names.item(0),
    top: isNamed ? top : new Map([...top, [cffOperator.fontMatrix, matrixOf(unitsPerEm)]]),
    charStrings: readIndex(bytes, offsetOf(top, cffOperator.charStrings)),
    parts,
    partOf: isKeyed ? readSelection(bytes, offsetOf(top, cffOperator.partOf)) : () => 0,
  };
}

function readIndex(bytes: Uint8Array, at: number): CffIndex {
  const count = numberAt(bytes, at, 2);
  const size = bytes[at + 2] ?? 0;
  if (count === 0) return { count, item: () => new Uint8Array(), end: at + 2 };
  // Offsets count from the byte before the data.
  const data = at + 2 + (count + 1) * size;
  const start = (number: number): number => data + numberAt(bytes, at + 3 + number * size, size);
  const items: Uint8Array[] = [];
  const item = (number: number): Uint8Array => (items[number] ??= bytes.subarray(start(number), start(number + 1)));
  return { count, item, end: start(count) };
}

function dictsAt(bytes: Uint8Array, at: number): readonly CffDict[] {
  const index = readIndex(bytes, at);
  return Array.from({ length: index.count }, (_, number) => readDict(index.item(number)));
}

function readDict(bytes: Uint8Array): CffDict {
  const entries = new Map<number, Uint8Array>();
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] as number;
    if (first > 21) {
      at += operandLength(bytes, at);
      continue;
    }
    const isEscaped = first === 12;
    entries.set(isEscaped ? escaped(bytes[at + 1] as number) : first, bytes.subarray(start, at));
    at += isEscaped ? 2 : 1;
    start = at;
  }
  return entries;
}

/** Of the operand that begins here (table 3): a real number ends with the nibble f, the others have their length by the first byte. */
function operandLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first === 28) return 3;
  if (first === 29) return 5;
  if (first !== 30) return first < 247 ? 1 : 2;
  let end = at + 1;
  while (end < bytes.length && ((bytes[end] as number) & 0x0f) !== 0x0f) end++;
  return end + 1 - at;
}

/** The whole numbers among an operator's operands; offsets and sizes are no others. */
function integersIn(operands: Uint8Array): readonly number[] {
  const view = new DataView(operands.buffer, operands.byteOffset, operands.byteLength);
  const numbers: number[] = [];
  for (let at = 0; at < operands.length; at += operandLength(operands, at)) {
    const first = view.getUint8(at);
    if (first === 28) numbers.push(view.getInt16(at + 1));
    else if (first === 29) numbers.push(view.getInt32(at + 1));
    else if (first < 247) numbers.push(first - 139);
    else if (first < 251) numbers.push((first - 247) * 256 + view.getUint8(at + 1) + 108);
    else numbers.push(-(first - 251) * 256 - view.getUint8(at + 1) - 108);
  }
  return numbers;
}

function offsetOf(dict: CffDict, operator: number): number {
  return integersIn(dict.get(operator) ?? new Uint8Array())[0] ?? 0;
}

function privateOf(bytes: Uint8Array, owner: CffDict): CffDict {
  const [size = 0, offset = 0] = integersIn(owner.get(cffOperator.private) ?? new Uint8Array());
  return readDict(bytes.subarray(offset, offset + size));
}

/** Six operands: the scale is a real number (table 5), the others are nought. */
function matrixOf(unitsPerEm: number): Uint8Array {
  const nibbles = `${String(1 / unitsPerEm).replace('.', 'a')}f`;
  const scale = [30, ...Buffer.from(nibbles.length % 2 === 0 ? nibbles : `${nibbles}f`, 'hex')];
  return Uint8Array.of(...scale, 139, 139, ...scale, 139, 139);
}

/** FDSelect (clause 19): a byte a glyph, or ranges of glyphs. */
function readSelection(bytes: Uint8Array, at: number): (glyph: number) => number {
  if (bytes[at] === 0) return (glyph) => bytes[at + 1 + glyph] ?? 0;
  const count = numberAt(bytes, at + 1, 2);
  return (glyph) => {
    let range = 0;
    while (range + 1 < count && numberAt(bytes, at + 3 * (range + 2), 2) <= glyph) range++;
    return bytes[at + 5 + 3 * range] ?? 0;
  };
}

/** Of so many bytes, the greatest first. */
function numberAt(bytes: Uint8Array, at: number, size: number): number {
  let number = 0;
  for (let place = at; place < at + size; place++) number = number * 256 + (bytes[place] ?? 0);
  return number;
}
