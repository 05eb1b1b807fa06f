/** The one file that knows resvg: an SVG becomes a PNG. As WebAssembly it gives the same pixels on every processor. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { encodePng } from './png.ts';

/** PNG of an SVG without texts, without alpha, on white. */
export type Rasterizer = (svg: string) => Uint8Array;

/** 2.5 times 96 dpi = 240 dpi on paper. */
const zoom = 2.5;

/** Where the program of resvg lies in the installed package, as a file URL. */
export function resvgProgram(): string {
  return import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm');
}

let started: Promise<void> | null = null;

/** `program`: the bytes of `resvgProgram`. It gets no face: what the system has installed never changes a picture. */
export async function openRasterizer(program: Uint8Array): Promise<Rasterizer> {
  // resvg can be started once a process, and says so by throwing.
  started ??= initWasm(program as Uint8Array<ArrayBuffer>);
  await started;
  return rasterize;
}

function rasterize(svg: string): Uint8Array {
  const resvg = new Resvg(svg, { background: '#ffffff', fitTo: { mode: 'zoom', value: zoom } });
  const image = resvg.render();
  try {
    return encodePng(image);
  } finally {
    image.free();
    resvg.free();
  }
}
