/** The one file that knows resvg: an SVG becomes a PNG. As WebAssembly it gives the same pixels on every processor. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { encodePng } from './png.ts';

/** Bytes that the caller has read: the program of resvg (`resvgProgram`) and the faces, the one for text first. */
export type RasterizerParts = {
  readonly program: Uint8Array;
  readonly fonts: readonly Uint8Array[];
};

/** PNG of an SVG, without alpha, on white. */
export type Rasterizer = (svg: string) => Uint8Array;

/** 2.5 times 96 dpi = 240 dpi on paper. */
const zoom = 2.5;

/** Where the program of resvg lies in the installed package, as a file URL. */
export function resvgProgram(): string {
  return import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm');
}

let started: Promise<void> | null = null;

/** A rasterizer with these faces and no other: what the system has installed never changes the picture. */
export async function openRasterizer({ program, fonts }: RasterizerParts): Promise<Rasterizer> {
  // resvg can be started once a process, and says so by throwing.
  started ??= initWasm(program as Uint8Array<ArrayBuffer>);
  await started;
  return (svg) => rasterize(svg, fonts);
}

function rasterize(svg: string, fonts: readonly Uint8Array[]): Uint8Array {
  const resvg = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: [...fonts] },
  });
  const image = resvg.render();
  try {
    return encodePng(image);
  } finally {
    image.free();
    resvg.free();
  }
}
