/** 发文机关标志 (7.2.4, 10.1): red, centred, as large as its lines allow. */
import { red } from '../../document/gbt9704.ts';
import { setMark } from '../../document/issuer-mark.ts';
import type { PageFlow } from './flow.ts';
import { drawLines } from './head-parts.ts';
import type { ParagraphType, Setting } from './setting.ts';
import { setLines } from './title.ts';

/** Draws the mark with its top edge at `top` and returns its bottom. */
export function drawIssuerMark(
  text: string,
  top: number,
  at: { readonly flow: PageFlow; readonly setting: Setting },
): number {
  const { flow, setting } = at;
  if (text === '') return top;
  const { left, width } = flow.area();
  const { size, lines } = setMark(text);
  // The line is as high as its characters, so that its top edge is theirs.
  const type: ParagraphType = { role: 'title', size, pitch: size, align: 'center', firstIndent: 0, indent: 0 };
  const piece = setting.pieces.number('issuerMark');
  return drawLines(flow, setLines(lines, { left, width, type, piece, color: red }, setting), top);
}
