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

const runPattern = /BT\n([\s\S]*?)\nET/g;

function readRuns(content: string, fontNamed: (name: string) => Font): readonly TextRun[] {
  return [...content.matchAll(runPattern)].map(([, operators = '']) => {
    const [, name = '', size = '0'] = /\/(\S+) ([-\d.]+) Tf/.exec(operators) ?? [];
    const [, x = '0', y = '0'] = /1 0 0 1 ([-\d.]+) ([-\d.]+) Tm/.exec(operators) ?? [];
    const spacing = Number(/([-\d.]+) Tc/.exec(operators)?.[1] ?? 0);
    const font = fontNamed(name);
    const codes = [...operators.matchAll(/<([0-9a-fA-F]*)>/g)].flatMap(
      ([, digits = '']) => digits.match(/.{4}/g) ?? [],
    );
    const numbers = codes.map((code) => Number.parseInt(code, 16));
    const advance = numbers.reduce((sum, code) => sum + ((font.widths[code] ?? 0) * Number(size)) / 1000 + spacing, 0);
    const text = numbers.map((code) => font.characters.get(code) ?? '\ufffd').join('');
    return { text, x: Number(x), y: Number(y), width: advance };
  });
}
