/** ToUnicode maps (ISO 32000-1, 9.10.3): from the two-byte codes of a font to the characters they stand for. */

export type ToUnicode = ReadonlyMap<number, string>;

export function readToUnicode(map: string): ToUnicode {
  const characters = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', list, base = ''] of block.matchAll(
      /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:\[([^\]]*)\]|<([0-9a-fA-F\s]+)>)/g,
    )) {
      addRange(characters, { from: hex(from), to: hex(to), list, base });
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F\s]+)>/g)) {
      characters.set(hex(code), utf16(text));
    }
  }
  return characters;
}

type Range = { readonly from: number; readonly to: number; readonly list: string | undefined; readonly base: string };

function addRange(characters: Map<number, string>, { from, to, list, base }: Range): void {
  if (list !== undefined) {
    let code = from;
    for (let open = list.indexOf('<'); open >= 0; open = list.indexOf('<', open + 1)) {
      characters.set(code, utf16(list.slice(open + 1, list.indexOf('>', open))));
      code += 1;
    }
    return;
  }
  const first = utf16(base);
  const last = first.codePointAt(0) ?? 0;
  for (let code = from; code <= to; code++) characters.set(code, String.fromCodePoint(last + code - from));
}

function hex(digits: string): number {
  return Number.parseInt(digits, 16);
}

function utf16(digits: string): string {
  const packed = digits.replaceAll(/\s/g, '');
  let text = '';
  for (let at = 0; at < packed.length; at += 4) text += String.fromCharCode(hex(packed.slice(at, at + 4)));
  return text;
}
