/** Small pieces of WordprocessingML that every handler uses. Text and attributes are escaped here and nowhere else. */

/**
 * XML in order, cut between marks, or where a run's text begins and ends: a paragraph each, and of a table the marks between two texts, which are
 * one string wherever they are the same. A part of some hundred kilobytes is never joined: to lay one string of that size in memory takes longer
 * than to write and read all its pieces.
 */
export type XmlPieces = readonly string[];

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

const noLook: RunLook = {};
/** Before every text that is written. */
export const textStart = '<w:t xml:space="preserve">';

/** Marks before the text of a run in the look of its paragraph. */
export const runStarts = {
  plain: `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${textStart}`,
  figure: `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US"/></w:rPr>${textStart}`,
} as const;
export const runEnd = '</w:t></w:r>';

/** Which of them a text has; null where it is no single run. */
export function runKind(value: string): keyof typeof runStarts | null {
  if (value === '') return null;
  // Most texts have neither figures nor lists of numbers.
  if (!/\d[\d、，,]/.test(value)) return 'plain';
  if (longList.test(value)) return null;
  return /\d\d/.test(value) ? 'figure' : 'plain';
}

/** A run. The hint sends “ ” — … to the Chinese font, which would else take the Latin one's narrow shapes. */
export function run(value: string, look: RunLook = noLook): string {
  if (value === '') return '';
  // Most runs are words in the look of their paragraph.
  const kind = look === noLook ? runKind(value) : null;
  if (kind !== null) return runStarts[kind] + escapeXml(value) + runEnd;
  const style = look.style === undefined ? '' : `<w:rStyle w:val="${look.style}"/>`;
  const size = look.size === undefined ? '' : `<w:sz w:val="${look.size / 10}"/><w:szCs w:val="${look.size / 10}"/>`;
  return piecesOf(value)
    .map(({ text, isList }) => {
      const language = !isList && /\d\d/.test(text) ? '<w:lang w:val="en-US"/>' : '';
      return `<w:r><w:rPr>${style}<w:rFonts w:hint="eastAsia"/>${size}${language}</w:rPr>${textXml(text)}</w:r>`;
    })
    .join('');
}

/**
 * LibreOffice breaks lines by the language of the digits: as Chinese, `2024` may end a line after its first 2; as English, a list
 * `7、14、31…` has no place to end one, and what stands before it is stretched. So papers are Chinese, and figures are not, but for
 * long lists, in which LibreOffice may still tear a number. Word and WPS break neither.
 */
function piecesOf(value: string): readonly Piece[] {
  if (!longList.test(value)) return [{ text: value, isList: false }];
  return value
    .split(/([\d、，,]+)/)
    .filter((text) => text !== '')
    .map((text) => ({ text, isList: longList.test(text) }))
    .reduce<readonly Piece[]>((pieces, next) => {
      const last = pieces.at(-1);
      // What stands between two lists is one run.
      if (last === undefined || last.isList || next.isList) return [...pieces, next];
      return [...pieces.slice(0, -1), { text: last.text + next.text, isList: false }];
    }, []);
}

const longList = /(?:(?<!\d)\d+[、，,]){4}/;

type Piece = { readonly text: string; readonly isList: boolean };

export function textXml(value: string): string {
  return `${textStart}${escapeXml(value)}</w:t>`;
}

export const lineBreak = '<w:r><w:br/></w:r>';
export const tab = '<w:r><w:tab/></w:r>';

/** A paragraph in a named style; `properties` are the few that this one paragraph alone needs, in schema order. */
export function styledParagraph(style: string, content: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
}
