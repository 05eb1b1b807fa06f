/** 发文机关标志 (7.2.4, 10.1): red, centred, as large as its lines allow. */
import type { Flow } from './flow.ts';
import { drawLines } from './head-parts.ts';
import { red } from './page.ts';
import type { ParagraphType, Setting } from './setting.ts';
import { titleLines } from './title.ts';
import { points } from './geometry.ts';

/** The size is the office's choice; this one keeps a usual name on one line and never looks bigger than the standard's 22 mm. */
const largest = points(16);
const smallest = 26;

/** Draws the mark with its top edge at `top` and returns its bottom. */
export function drawIssuerMark(
  text: string,
  top: number,
  at: { readonly flow: Flow; readonly setting: Setting },
): number {
  const { flow, setting } = at;
  if (text === '') return top;
  const { left, width } = flow.area();
  const size = Math.max(smallest, Math.min(largest, (width * 0.96) / Math.max(1, Array.from(text).length)));
  const type: ParagraphType = { role: 'title', size, pitch: size * 1.2, align: 'center', firstIndent: 0, indent: 0 };
  const piece = setting.pieces.number('issuerMark');
  const lines = titleLines(text, { left, width, type, piece, color: red }, setting);
  // The top edge is that of the characters, not of their line.
  const above = (type.pitch - size) / 2;
  return drawLines(flow, lines, top - above) - above;
}
