/**
 * Makes a small PNG of a page: reads a PPM picture from stdin, draws a thin border that shows where the white page ends, and writes
 * a PNG with a palette to stdout. Usage: pdftoppm … | node docs/palette.mjs > page.png
 */
import { deflateSync, crc32 } from 'node:zlib';

const bytes = await readAll(process.stdin);
const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
if (header === null) throw new Error('no PPM picture on stdin');
const [width, height] = [Number(header[1]), Number(header[2])];
const pixels = bytes.subarray(header[0].length);

/** Shades of a channel: as many as leave no more than 256 colours. Pages of text need far fewer. */
const drawn = [18, 16, 12, 10, 8, 6].map(draw).find(({ colours }) => colours.size <= 256);
if (drawn === undefined) throw new Error('too many colours for a page');
process.stdout.write(png(drawn));

/** Palette and rows of indices, each row after its filter byte. */
function draw(shades) {
  const colours = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isBorder = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      const colour = isBorder ? 0xcccccc : colourAt((y * width + x) * 3, shades);
      if (!colours.has(colour)) colours.set(colour, colours.size);
      rows[y * (width + 1) + x + 1] = colours.get(colour);
    }
  }
  return { colours, rows };
}

function colourAt(at, shades) {
  const step = 255 / (shades - 1);
  const [r, g, b] = [0, 1, 2].map((channel) => Math.round(Math.round(pixels[at + channel] / step) * step));
  return (r << 16) | (g << 8) | b;
}

function png({ colours, rows }) {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // 8 bits a pixel, colours from a palette.
  size.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from([...colours.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('PLTE', palette),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

async function readAll(stream) {
  const chunks = [];
  for await (const each of stream) chunks.push(each);
  return Buffer.concat(chunks);
}
