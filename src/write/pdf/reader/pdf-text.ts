/** The words of a finished PDF, read back from its bytes: what a reader of the file gets, whatever the layout believes. */
import {
  asArray,
  isReference,
  openPdf,
  type PdfArray,
  type PdfDictionary,
  type PdfFile,
  type PdfValue,
} from './objects.ts';
import { readToUnicode } from './to-unicode.ts';

/** The text between BT and ET, where it begins, in points from the page's lower left corner, and how wide it is. */
export type TextRun = { readonly text: string; readonly x: number; readonly y: number; readonly width: number };

export type PageText = { readonly width: number; readonly height: number; readonly runs: readonly TextRun[] };

/** Throws an Error that says what is wrong with the bytes. */
export function pdfText(bytes: Uint8Array): readonly PageText[] {
  const file = openPdf(bytes);
  const root = file.dictionary(file.trailer.get('Root'));
  const fonts = new Map<number, Font>();
  return pagesBelow(file, root.get('Pages')).map((page) => readPage(file, page, fonts));
}

function pagesBelow(file: PdfFile, node: PdfValue | undefined): readonly PdfDictionary[] {
  const dictionary = file.dictionary(node);
  const kids = dictionary.get('Kids');
  if (kids === undefined) return [dictionary];
  return asArray(file.resolve(kids)).flatMap((kid) => pagesBelow(file, kid));
}

/** By code; widths in thousandths of an em. */
type Font = { readonly characters: readonly (string | undefined)[]; readonly widths: readonly number[] };

function readPage(file: PdfFile, page: PdfDictionary, fonts: Map<number, Font>): PageText {
  const [, , width = 0, height = 0] = asArray(file.resolve(page.get('MediaBox'))).map(Number);
  const resources = file.dictionary(page.get('Resources'));
  const named = file.resolve(resources.get('Font'));
  const fontNamed = (name: string): Font => {
    const reference = named instanceof Map ? (named as PdfDictionary).get(name) : undefined;
    if (!isReference(reference)) throw new Error(`no font ${name}`);
    const font = fonts.get(reference.reference) ?? readFont(file, reference);
    fonts.set(reference.reference, font);
    return font;
  };
  return { width, height, runs: readRuns(file.stream(page.get('Contents')), fontNamed) };
}

function readFont(file: PdfFile, reference: PdfValue): Font {
  const font = file.dictionary(reference);
  const [descendant] = asArray(file.resolve(font.get('DescendantFonts')));
  const characters: string[] = [];
  for (const [code, text] of readToUnicode(file.stream(font.get('ToUnicode')))) characters[code] = text;
  return { characters, widths: widthsIn(asArray(file.resolve(file.dictionary(descendant).get('W')))) };
}

/** Each first code before the widths from there on (9.7.4.3). */
function widthsIn(entries: PdfArray): readonly number[] {
  const widths: number[] = [];
  for (let at = 0; at < entries.length; at += 2) {
    const first = Number(entries[at]);
    for (const [place, width] of asArray(entries[at + 1] ?? null).entries()) widths[first + place] = Number(width);
  }
  return widths;
}

/** Of the codes without one. */
const usualWidth = 1000;

const faceOperator = /^\/(\S+) ([-\d.]+) Tf$/;
const textOperators = /^BT ([-\d.]+) ([-\d.]+) Td <([0-9a-f]*)> Tj ET$/;

/** The runs of a page, each on a line of its own; text in any other form is not seen, and so missed by who compares. */
function readRuns(content: string, fontNamed: (name: string) => Font): readonly TextRun[] {
  const runs: TextRun[] = [];
  const state: TextState = { font: { characters: [], widths: [] }, size: 0, spacing: 0 };
  for (const line of content.split('\n')) {
    if (line.endsWith(' ET')) {
      const [, x, y, codes] = textOperators.exec(line) ?? [];
      if (codes !== undefined && codes.length % 4 === 0) runs.push(runOf(codes, { x: Number(x), y: Number(y) }, state));
    } else if (line.endsWith(' Tf')) {
      const [, name = '', points] = faceOperator.exec(line) ?? [];
      [state.font, state.size] = [fontNamed(name), Number(points)];
    } else if (line.endsWith(' Tc')) state.spacing = Number.parseFloat(line);
  }
  return runs;
}

/** What outlives ET. */
type TextState = { font: Font; size: number; spacing: number };

function runOf(codes: string, { x, y }: { readonly x: number; readonly y: number }, state: TextState): TextRun {
  let [text, units] = ['', 0];
  const { characters, widths } = state.font;
  for (let at = 0; at < codes.length; at += 4) {
    let code = 0;
    for (let digit = at; digit < at + 4; digit++) code = code * 16 + hexDigit(codes.charCodeAt(digit));
    text += characters[code] ?? '\ufffd';
    units += widths[code] ?? usualWidth;
  }
  return { x, y, text, width: (units * state.size) / 1000 + (codes.length / 4) * state.spacing };
}

/** Of a digit 0 to 9 or a to f: the letters begin at 0x61 and stand for ten and more. */
function hexDigit(character: number): number {
  return character < 0x61 ? character - 0x30 : character - 0x57;
}
