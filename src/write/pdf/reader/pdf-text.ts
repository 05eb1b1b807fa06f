/** The words of a finished PDF, read back from its bytes: what a reader of the file gets, whatever the layout believes. */
import { asArray, isReference, openPdf, type PdfDictionary, type PdfFile, type PdfValue } from './objects.ts';
import { readToUnicode, type ToUnicode } from './to-unicode.ts';

/** The text between BT and ET, and where it begins, in points from the page's lower left corner. */
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

type Font = { readonly characters: ToUnicode; readonly widths: readonly number[] };

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
  const [, widths = []] = asArray(file.resolve(file.dictionary(descendant).get('W')));
  return {
    characters: readToUnicode(file.stream(font.get('ToUnicode'))),
    widths: asArray(file.resolve(widths)).map(Number),
  };
}

const operatorPattern =
  /^(BT)$|^1 0 0 1 ([-\d.]+) ([-\d.]+) Tm$|^\/(\S+) ([-\d.]+) Tf$|^([-\d.]+) Tc$|^<([0-9a-fA-F]*)> Tj$|^(ET)$/gm;

/** The runs of a page whose operators stand one a line; text in any other form is not seen, and so missed by who compares. */
function readRuns(content: string, fontNamed: (name: string) => Font): readonly TextRun[] {
  const runs: TextRun[] = [];
  let run = { text: '', x: 0, y: 0, width: 0 };
  let font: Font = { characters: new Map(), widths: [] };
  let [size, spacing] = [0, 0];
  for (const [, begin, x, y, name, points, space, codes, end] of content.matchAll(operatorPattern)) {
    if (begin !== undefined) run = { text: '', x: 0, y: 0, width: 0 };
    else if (x !== undefined) run = { ...run, x: Number(x), y: Number(y) };
    else if (name !== undefined) [font, size] = [fontNamed(name), Number(points)];
    else if (space !== undefined) spacing = Number(space);
    else if (codes !== undefined) run = withCodes(run, codes, { font, size, spacing });
    else if (end !== undefined) runs.push(run);
  }
  return runs;
}

type TextState = { readonly font: Font; readonly size: number; readonly spacing: number };

function withCodes(run: TextRun, codes: string, { font, size, spacing }: TextState): TextRun {
  let { text, width } = run;
  for (let at = 0; at < codes.length; at += 4) {
    const code = Number.parseInt(codes.slice(at, at + 4), 16);
    text += font.characters.get(code) ?? '\ufffd';
    width += ((font.widths[code] ?? 0) * size) / 1000 + spacing;
  }
  return { ...run, text, width };
}
