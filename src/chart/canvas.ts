/** A picture of opaque flat colours while it is painted. Only + − × ÷ of whole and double numbers, so that it is the same on every processor. */

/** Colours are whole numbers 0xRRGGBB, line by line. */
export type Canvas = { readonly width: number; readonly height: number; readonly colours: Uint32Array };

export type Point = { readonly x: number; readonly y: number };

/** Edges are blended in so many steps: no eye tells more apart, and a palette has room for them. */
const steps = 16;

export function whiteCanvas(width: number, height: number): Canvas {
  return { width, height, colours: new Uint32Array(width * height).fill(0xffffff) };
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export function fillBox(canvas: Canvas, box: Box, colour: number): void {
  const { colours } = canvas;
  const { left, top, right, bottom } = box;
  const [first, last] = [Math.max(0, Math.floor(left)), Math.min(canvas.width, Math.ceil(right))];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(canvas.height, Math.ceil(bottom)); y++) {
    const covered = Math.min(bottom, y + 1) - Math.max(top, y);
    const row = y * canvas.width;
    const [from, to] = covered === 1 ? [Math.ceil(left), Math.floor(right)] : [last, last];
    for (let x = first; x < Math.min(from, last); x++) {
      const share = covered * (Math.min(right, x + 1) - Math.max(left, x));
      colours[row + x] = blended(colours[row + x] as number, colour, share);
    }
    if (to < from) continue;
    colours.fill(colour, row + Math.max(first, from), row + Math.min(to, last));
    if (to < last) colours[row + to] = blended(colours[row + to] as number, colour, right - to);
  }
}

/** Fills closed outlines; where they run against each other there is a hole. */
export function fillOutlines(canvas: Canvas, outlines: readonly (readonly Point[])[], colour: number): void {
  const box = boxOf(canvas, outlines);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width <= 0 || height <= 0) return;
  // Of each pixel by how much more it is covered than its left neighbour; one beyond the end takes what lies right of the picture.
  const changes = new Float64Array((width + 2) * height);
  for (const points of outlines) {
    let before = points.at(-1) as Point;
    for (const point of points) {
      addEdge(changes, { from: before, to: point, box });
      before = point;
    }
  }
  for (let y = 0; y < height; y++) {
    let covered = 0;
    for (let x = 0; x < width; x++) {
      covered += changes[y * (width + 2) + x] as number;
      const at = (box.top + y) * canvas.width + box.left + x;
      canvas.colours[at] = blended(canvas.colours[at] as number, colour, Math.min(1, Math.abs(covered)));
    }
  }
}

/** The pixels that outlines may touch. */
function boxOf({ width, height }: Canvas, outlines: readonly (readonly Point[])[]): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const points of outlines) {
    for (const { x, y } of points) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return {
    left: Math.max(0, Math.floor(left)),
    top: Math.max(0, Math.floor(top)),
    right: Math.min(width, Math.ceil(right)),
    bottom: Math.min(height, Math.ceil(bottom)),
  };
}

type Edge = { readonly from: Point; readonly to: Point; readonly box: Box };

/** In each line of pixels, an edge covers what lies right of it; downwards counts on, upwards off. */
function addEdge(changes: Float64Array, { from, to, box }: Edge): void {
  if (from.y === to.y) return;
  const [high, low, sign] = from.y < to.y ? [from, to, 1] : [to, from, -1];
  const slope = (low.x - high.x) / (low.y - high.y);
  const stride = box.right - box.left + 2;
  const within = (x: number): number => Math.min(box.right - box.left, Math.max(0, x - box.left));
  for (let y = Math.max(box.top, Math.floor(high.y)); y < Math.min(box.bottom, Math.ceil(low.y)); y++) {
    const [begin, end] = [Math.max(y, high.y), Math.min(y + 1, low.y)];
    const at = [within(high.x + (begin - high.y) * slope), within(high.x + (end - high.y) * slope)] as const;
    addSlice(changes, {
      row: (y - box.top) * stride,
      left: Math.min(...at),
      right: Math.max(...at),
      covered: (end - begin) * sign,
    });
  }
}

type Slice = { readonly row: number; readonly left: number; readonly right: number; readonly covered: number };

/** A piece of an edge within one line of pixels: what it covers of each pixel is the area right of it. */
function addSlice(changes: Float64Array, { row, left, right, covered }: Slice): void {
  const last = Math.floor(right);
  let before = 0;
  for (let x = Math.floor(left); x <= last; x++) {
    // Of the piece lies left of the pixel's end, with its mean place there.
    const [begin, end] = [Math.max(left, x), Math.min(right, x + 1)];
    const share = right === left ? covered : (covered * (end - begin)) / (right - left);
    const area = share * (x + 1 - (begin + end) / 2);
    changes[row + x] = (changes[row + x] as number) + before + area;
    before = share - area;
  }
  changes[row + last + 1] = (changes[row + last + 1] as number) + before;
}

/** The ground under a colour that covers so much of it. */
function blended(ground: number, colour: number, covered: number): number {
  const step = Math.round(covered * steps);
  if (step === 0) return ground;
  if (step === steps) return colour;
  const part = (shift: number): number => {
    const below = (ground >> shift) & 255;
    return Math.round(below + ((((colour >> shift) & 255) - below) * step) / steps) << shift;
  };
  return part(16) | part(8) | part(0);
}
