/** Papers laid out by LibreOffice with the faces that come with Duban under the names of an office computer, and what is seen on the pages. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { converted } from '../../libre-office.ts';

export type Word = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** All in millimetres from the page's upper left corner. */
export type Page = {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  /** What is drawn in an area: black (or grey), or red. */
  readonly ink: (area: Partial<Box>, color?: 'dark' | 'red') => Box | null;
  /** Horizontal bands of ink from top to bottom: a rule is a band of its own. */
  readonly bands: (area: Partial<Box>, color?: 'dark' | 'red') => readonly Box[];
};

export type LaidOut = {
  readonly pages: (name: string) => readonly Page[];
  readonly remove: () => void;
};

/** Lays the papers out at once. Pages are drawn when they are first looked at. */
export async function layOut(papers: ReadonlyMap<string, Uint8Array>): Promise<LaidOut> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-pages-'));
  for (const [name, bytes] of papers) fs.writeFileSync(path.join(folder, `${name}.docx`), bytes);
  const files = [...papers.keys()].map((name) => path.join(folder, `${name}.docx`));
  await converted('pdf', folder, files);
  const pages = new Map([...papers.keys()].map((name) => [name, readPages(path.join(folder, `${name}.pdf`))]));
  return { pages: (name) => pages.get(name) ?? [], remove: () => fs.rmSync(folder, { recursive: true }) };
}

const dpi = 200;
const mm = 25.4 / dpi;

function readPages(pdf: string): readonly Page[] {
  const text = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return [...text.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map((match, index) => {
    let drawn: Picture | null = null;
    const picture = (): Picture => (drawn ??= rasterize(pdf, index + 1));
    return {
      width: (Number(match[1]) * 25.4) / 72,
      height: (Number(match[2]) * 25.4) / 72,
      words: wordsOf(match[3] ?? ''),
      ink: (area, color = 'dark') => around(picture(), area, color),
      bands: (area, color = 'dark') => bandsOf(picture(), area, color),
    };
  });
}

function wordsOf(xml: string): readonly Word[] {
  const words = xml.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g);
  return [...words].map(([, left, top, right, bottom, text = '']) => {
    const [l, t, r, b] = [left, top, right, bottom].map((each) => (Number(each) * 25.4) / 72) as [
      number,
      number,
      number,
      number,
    ];
    return { text, left: l, top: t, right: r, bottom: b };
  });
}

type Picture = { readonly width: number; readonly height: number; readonly rgb: Buffer };

function rasterize(pdf: string, page: number): Picture {
  const ppm = execFileSync('pdftoppm', ['-r', String(dpi), '-f', String(page), '-l', String(page), pdf], {
    maxBuffer: 1 << 28,
  });
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('no picture');
  return { width: Number(header[1]), height: Number(header[2]), rgb: ppm.subarray(header[0].length) };
}

function isInk({ rgb }: Picture, at: number, color: 'dark' | 'red'): boolean {
  // Millions of times: without an array for each.
  const r = rgb[at] ?? 255;
  const g = rgb[at + 1] ?? 255;
  const b = rgb[at + 2] ?? 255;
  return color === 'red' ? r > 180 && g < 160 && b < 160 && r - g > 60 : r < 140 && g < 140 && b < 140;
}

/** Rows of the area with the first and last inked pixel of each; null = blank. */
function rowsOf(
  picture: Picture,
  area: Partial<Box>,
  color: 'dark' | 'red',
): readonly (readonly [number, number, number] | null)[] {
  const left = Math.max(0, Math.round((area.left ?? 0) / mm));
  const right = Math.min(picture.width, Math.round((area.right ?? 1e6) / mm));
  const top = Math.max(0, Math.round((area.top ?? 0) / mm));
  const bottom = Math.min(picture.height, Math.round((area.bottom ?? 1e6) / mm));
  return Array.from({ length: bottom - top }, (_, index) => {
    const y = top + index;
    let first = -1;
    let last = -1;
    for (let x = left; x < right; x += 1) {
      if (!isInk(picture, (y * picture.width + x) * 3, color)) continue;
      if (first === -1) first = x;
      last = x;
    }
    return first === -1 ? null : [y, first, last + 1];
  });
}

function bandsOf(picture: Picture, area: Partial<Box>, color: 'dark' | 'red'): readonly Box[] {
  const bands: Box[] = [];
  let isOpen = false;
  for (const row of rowsOf(picture, area, color)) {
    if (row !== null) {
      const [y, first, last] = row;
      const line = { left: first * mm, right: last * mm, top: y * mm, bottom: (y + 1) * mm };
      const before = isOpen ? bands.pop() : undefined;
      bands.push(before === undefined ? line : union(before, line));
    }
    isOpen = row !== null;
  }
  return bands;
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function around(picture: Picture, area: Partial<Box>, color: 'dark' | 'red'): Box | null {
  const [first, ...others] = bandsOf(picture, area, color);
  return first === undefined ? null : others.reduce(union, first);
}
