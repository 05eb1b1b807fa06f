/** The encodings in which Excel and WPS save a CSV. Node decodes GB18030 but does not write it: the table is turned round here. */

export type SampleEncoding = 'utf8-bom' | 'utf8' | 'gb18030' | 'utf16le';

export function encode(text: string, encoding: SampleEncoding): Buffer {
  switch (encoding) {
    case 'utf8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'gb18030':
      return encodeGb18030(text);
  }
}

function encodeGb18030(text: string): Buffer {
  const table = gbkTable();
  const bytes = Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : table.get(character);
    if (pair === undefined) throw new Error(`no two-byte code for ${character}`);
    return pair;
  });
  return Buffer.from(bytes.flat());
}

let cached: ReadonlyMap<string, readonly number[]> | null = null;

function gbkTable(): ReadonlyMap<string, readonly number[]> {
  cached ??= makeGbkTable();
  return cached;
}

function makeGbkTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\uFFFD' && !table.has(character))
        table.set(character, [lead, trail]);
    }
  }
  return table;
}
