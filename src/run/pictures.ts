/** Figures as pixels, for the one format whose programs may not draw SVG. Nothing is loaded before the first figure is written. */
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { Rasterizer } from '../chart/raster.ts';
import { diskAt } from '../disk/disk.ts';
import { memorize, recall } from '../disk/memory.ts';
import type { Block, Document, Pictures } from '../document/tree.ts';

/** The faces of a figure's letters, the one for text first. */
export function pictureFaces<Face>({ heading, fallback }: PictureFaces<Face>): readonly Face[] {
  return [heading, fallback];
}

type PictureFaces<Face> = { readonly heading: Face; readonly fallback: Face };
type WithBytes = { readonly bytes: Uint8Array; readonly identity: string };

/** Gives the pictures of a paper's figures; a figure that stands in several papers is drawn once. */
export function createPictures(faces: PictureFaces<WithBytes>): (document: Document) => Promise<Pictures> {
  const pictures = new Map<string, Uint8Array>();
  let opened: Promise<Rasterizer> | null = null;
  let openedWhole: Promise<Rasterizer> | null = null;
  const named = (svg: string): string => [...pictureFaces(faces).map(({ identity }) => identity), svg].join('\n');
  return async (document) => {
    for (const svg of svgsOf(document.children)) {
      const known = recall<Uint8Array>('picture', named(svg));
      if (known !== null) pictures.set(svg, known);
    }
    const svgs = svgsOf(document.children).filter((svg) => !pictures.has(svg));
    if (svgs.length === 0) return pictures;
    const text = faces.heading.bytes;
    const isEnough = await coverageOf(text);
    for (const svg of svgs) {
      if (pictures.has(svg)) continue;
      // resvg takes each face into its own memory: the one with rare characters is 11 MB, and hardly ever needed.
      const rasterize = await (isEnough(svg)
        ? (opened ??= openedWith([text]))
        : (openedWhole ??= openedWith(pictureFaces(faces).map(({ bytes }) => bytes))));
      pictures.set(svg, memorize('picture', named(svg), rasterize(svg)));
    }
    return pictures;
  };
}

export function hasFigures({ children }: Document): boolean {
  return svgsOf(children).length > 0;
}

function svgsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'figure') return [block.svg];
    return block.type === 'annex' ? svgsOf(block.children) : [];
  });
}

/** Whether each face of the file has every character of a text. */
async function coverageOf(bytes: Uint8Array): Promise<(text: string) => boolean> {
  const { openFonts } = await import('../write/pdf/face.ts');
  const fonts = openFonts(bytes);
  return (text) =>
    [...new Set(text)]
      .filter((character) => character >= ' ')
      // A Set of a text's characters holds no empty string.
      .every((character) => fonts.every((font) => font.hasGlyphForCodePoint(character.codePointAt(0) as number)));
}

async function openedWith(fonts: readonly Uint8Array[]): Promise<Rasterizer> {
  const { openRasterizer, resvgProgram } = await import('../chart/raster.ts');
  const file = fileURLToPath(resvgProgram());
  const program = diskAt(path.dirname(file)).read(path.basename(file));
  if (program === null) throw new Error('the installation is incomplete: the program of resvg is missing');
  return openRasterizer({ program, fonts });
}
