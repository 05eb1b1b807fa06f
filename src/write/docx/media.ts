/** The pictures of one paper and its counted ids: each paper counts from 1, alone or in a batch. */
import type { Figure, Pictures } from '../../document/tree.ts';
import type { FigureIds } from './figure.ts';

export type Media = {
  readonly nextId: () => number;
  readonly add: (figure: Figure) => FigureIds;
  /** Parts by name below `word/`, with the ids by which the body names them. */
  readonly parts: () => readonly { readonly id: string; readonly name: string; readonly bytes: Uint8Array }[];
};

export type MediaSetting = {
  readonly firstId: number;
  readonly prefix: string;
  /** Of all figures of the paper. */
  readonly pictures: Pictures;
};

/** `prefix` begins the names of pictures and of their relations; no other part of the package may begin so. */
export function createMedia({ firstId, prefix, pictures }: MediaSetting): Media {
  let id = firstId - 1;
  const parts: { id: string; name: string; bytes: Uint8Array }[] = [];
  const nextId = (): number => {
    id += 1;
    return id;
  };
  const add = (figure: Figure): FigureIds => {
    const n = parts.length / 2 + 1;
    const pixels = pictures.get(figure.svg);
    if (pixels === undefined) throw new Error(`no picture was made of the figure “${figure.alt}”`);
    const png = { id: `${prefix}${n}png`, name: `media/${prefix}${n}.png`, bytes: pixels };
    const svg = { id: `${prefix}${n}svg`, name: `media/${prefix}${n}.svg`, bytes: Buffer.from(figure.svg, 'utf8') };
    parts.push(png, svg);
    return { png: png.id, svg: svg.id, drawing: nextId() };
  };
  return { nextId, add, parts: () => parts };
}
