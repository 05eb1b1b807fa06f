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
  const named = (svg: string): string => [...pictureFaces(faces).map(({ identity }) => identity), svg].join('\n');
  return async (document) => {
    for (const svg of svgsOf(document.children)) {
      const known = recall<Uint8Array>('picture', named(svg));
      if (known !== null) pictures.set(svg, known);
    }
    const svgs = svgsOf(document.children).filter((svg) => !pictures.has(svg));
    if (svgs.length === 0) return pictures;
    opened ??= openedWith(faces);
    const rasterize = await opened;
    for (const svg of svgs) if (!pictures.has(svg)) pictures.set(svg, memorize('picture', named(svg), rasterize(svg)));
    return pictures;
  };
}

function svgsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'figure') return [block.svg];
    return block.type === 'annex' ? svgsOf(block.children) : [];
  });
}

async function openedWith(faces: PictureFaces<WithBytes>): Promise<Rasterizer> {
  const { openRasterizer, resvgProgram } = await import('../chart/raster.ts');
  const file = fileURLToPath(resvgProgram());
  const program = diskAt(path.dirname(file)).read(path.basename(file));
  if (program === null) throw new Error('the installation is incomplete: the program of resvg is missing');
  return openRasterizer({ program, fonts: pictureFaces(faces).map(({ bytes }) => bytes) });
}
