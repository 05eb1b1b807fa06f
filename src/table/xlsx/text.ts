/** Text of cells as Excel stores it. */

/** Excel writes control characters as `_x000D_`, and a literal one of those with `_x005F_` before it. */
export function withoutXmlEscapes(text: string): string {
  const plain = text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.replaceAll(/\r\n?/gu, '\n');
}
