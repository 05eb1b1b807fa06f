/**
 * PNG (ISO/IEC 15948) of at most 256 colours, each a byte that names it. Alpha is what PDF/A-1b forbids and Word draws badly, so there is
 * none.
 */
import { crc32, deflateSync } from 'node:zlib';
import type { Canvas } from './canvas.ts';

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

export function encodePng({ width, height, colours }: Canvas): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Bit depth 8, colour type 3 = palette, deflate, adaptive filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  const { palette, indexes } = indexed(colours);
  const data = deflateSync(scanlines(indexes, width), { level: 8 });
  const parts = [chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

type Indexed = { readonly palette: Uint8Array; readonly indexes: Uint8Array };

/**
 * Charts are of few flat colours and the shades between them at edges. Where those are more than 256, shades that differ by less than
 * a step are taken for one, with the smallest step that does: at 4 of 256 no eye sees it.
 */
function indexed(pixels: Uint32Array): Indexed {
  for (let step = 1; ; step *= 2) {
    const found = withStep(pixels, step);
    if (found !== null) return found;
  }
}

/** Colours in the order in which they are met; null when they are more than 256. */
function withStep(pixels: Uint32Array, step: number): Indexed | null {
  const numbers = new Map<number, number>();
  const colours: number[] = [];
  const indexes = new Uint8Array(pixels.length);
  // Both ends of the scale stay what they are.
  const levelled = (part: number): number => Math.min(255, Math.round((part & 255) / step) * step);
  let [last, index] = [-1, 0];
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const own = pixels[pixel] as number;
    if (own !== last) {
      const colour = (levelled(own >> 16) << 16) | (levelled(own >> 8) << 8) | levelled(own);
      index = numbers.get(colour) ?? colours.push(colour) - 1;
      if (index > 255) return null;
      numbers.set(colour, index);
      last = own;
    }
    indexes[pixel] = index;
  }
  return { palette: Uint8Array.from(colours.flatMap((each) => [each >> 16, (each >> 8) & 255, each & 255])), indexes };
}

/** Each line begins with its filter: 0, none, which is best for names of colours. */
function scanlines(indexes: Uint8Array, width: number): Uint8Array {
  const height = indexes.length / width;
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) lines.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return lines;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
