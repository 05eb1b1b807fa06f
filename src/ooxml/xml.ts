/** Small pieces of WordprocessingML that every handler uses. Text and attributes are escaped here and nowhere else. */

export function escapeXml(value: string): string {
  // Most text holds none of them, and papers of many rows ask this often.
  if (!/[&<>"]/.test(value)) return value;
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The reverse, for reading: the five names of XML and numbered characters. */
export function unescapeXml(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(#?\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return namedCharacters[name] ?? whole;
  });
}

const namedCharacters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

export type RunLook = {
  /** A character style. */
  readonly style?: string;
  /** Twentieths of a point, where the paragraph's style cannot know it. */
  readonly size?: number;
};

/** A run. The hint sends “ ” — … to the Chinese font, which would else take the Latin one's narrow shapes. */
export function run(value: string, look: RunLook = {}): string {
  if (value === '') return '';
  const style = look.style === undefined ? '' : `<w:rStyle w:val="${look.style}"/>`;
  const size = look.size === undefined ? '' : `<w:sz w:val="${look.size / 10}"/><w:szCs w:val="${look.size / 10}"/>`;
  const language = hasWholeNumbers(value) ? '<w:lang w:val="en-US"/>' : '';
  return `<w:r><w:rPr>${style}<w:rFonts w:hint="eastAsia"/>${size}${language}</w:rPr>${textXml(value)}</w:r>`;
}

/**
 * LibreOffice breaks lines by the language of the digits: as Chinese, `2024` may end a line after its first 2; as English, a list
 * `7、14、31…` has no place to end one, and what stands before it is stretched. So papers are Chinese, and runs with figures but without a
 * long list are not. Word and WPS break neither.
 */
function hasWholeNumbers(value: string): boolean {
  return /\d\d/.test(value) && !/(?:(?<!\d)\d+[、，,]){4}/.test(value);
}

export function textXml(value: string): string {
  return `<w:t xml:space="preserve">${escapeXml(value)}</w:t>`;
}

export const lineBreak = '<w:r><w:br/></w:r>';
export const tab = '<w:r><w:tab/></w:r>';

/** A paragraph in a named style; `properties` are the few that this one paragraph alone needs, in schema order. */
export function styledParagraph(style: string, content: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
}
