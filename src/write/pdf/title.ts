/** Lines that were broken beforehand (title, mark; document/title-lines.ts), each set by itself. */
import { black } from '../../document/paper-look.ts';
import type { FlowLine } from './flow.ts';
import { plainLetters } from './letters.ts';
import { baselineIn, breakLines, lineItems } from './lines.ts';
import type { ParagraphBox } from './paragraphs.ts';
import type { Setting } from './setting.ts';

/** Widths were reckoned by the characters alone; should a face be wider after all, its line is broken once more. */
export function setLines(texts: readonly string[], box: ParagraphBox, setting: Setting): readonly FlowLine[] {
  const { type, left: x, width, color = black, piece } = box;
  const room = width / type.size;
  const lines = texts.flatMap((text) =>
    breakLines(plainLetters(text, type.role, setting.faces), { first: room, rest: room, anywhere: false }),
  );
  const place = { x, width, size: type.size, align: type.align, color, piece };
  return lines.map((line) => ({
    height: type.pitch,
    isKeptWithNext: box.isKeptWithNext ?? false,
    items: (top) => lineItems(line, { ...place, baseline: baselineIn(top, type.pitch, type.size) }),
  }));
}
