/** PNG (ISO/IEC 15948) of 8-bit RGB. Alpha is what PDF/A-1b forbids and Word draws badly, so there is none. */
import { crc32, deflateSync } from 'node:zlib';

export type Pixels = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/** `pixels` are RGBA on an opaque ground; alpha is dropped. */
export function encodePng({ width, height, pixels }: Pixels): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Bit depth 8, colour type 2 = RGB, deflate, adaptive filters, not interlaced.
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(scanlines({ width, height, pixels }), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** Each line begins with its filter: 0, none; flat colours compress well enough without. */
function scanlines({ width, height, pixels }: Pixels): Uint8Array {
  const lines = new Uint8Array((width * 3 + 1) * height);
  let to = 0;
  for (let from = 0; from < width * height * 4; from += 4) {
    if (from % (width * 4) === 0) to += 1;
    lines[to] = pixels[from] ?? 0;
    lines[to + 1] = pixels[from + 1] ?? 0;
    lines[to + 2] = pixels[from + 2] ?? 0;
    to += 3;
  }
  return lines;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
