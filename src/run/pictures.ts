/** Figures as pixels, for the one format whose programs may not draw SVG. */
import { rasterize } from '../chart/raster.ts';
import { memorize, recall } from '../disk/memory.ts';
import type { Block, Document, Pictures } from '../document/tree.ts';

/** `outlined`: an SVG with its texts as outlines, null of one that is no figure; `faces`: what the outlines depend on. */
export type PictureSource = { readonly outlined: (svg: string) => string | null; readonly faces: readonly string[] };

/** Gives the pictures of a paper's figures; a figure that stands in several papers is drawn once. */
export function createPictures({ outlined, faces }: PictureSource): (document: Document) => Pictures {
  const pictures = new Map<string, Uint8Array>();
  return (document) => {
    for (const svg of svgsOf(document.children)) {
      if (pictures.has(svg)) continue;
      const named = [...faces, svg].join('\n');
      const known = recall<Uint8Array>('picture', named);
      pictures.set(svg, known ?? memorize('picture', named, pictureOf(svg, outlined)));
    }
    return pictures;
  };
}

function pictureOf(svg: string, outlined: PictureSource['outlined']): Uint8Array {
  const drawn = outlined(svg);
  if (drawn === null) throw new Error('a figure holds what no writer knows');
  return rasterize(drawn);
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
