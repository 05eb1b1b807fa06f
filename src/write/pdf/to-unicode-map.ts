/** The ToUnicode map of a font (ISO 32000-1, 9.10.3; Adobe Technical Note 5411): what text the codes 0, 1, 2 … stand for. */

/** No range may go beyond codes of one first byte. */
const rangeLength = 256;

export function toUnicodeMap(texts: readonly string[]): string {
  const ranges = Array.from({ length: Math.ceil(texts.length / rangeLength) }, (_, number) => {
    const first = number * rangeLength;
    const own = texts.slice(first, first + rangeLength).map((text) => `<${utf16Hex(text)}>`);
    return `<${hex(first)}> <${hex(first + own.length - 1)}> [${own.join(' ')}]`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function utf16Hex(text: string): string {
  let digits = '';
  for (let at = 0; at < text.length; at++) digits += hex(text.charCodeAt(at));
  return digits;
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}
