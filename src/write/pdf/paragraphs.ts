/** A paragraph as lines of the flow. */
import type { Inline } from '../../document/tree.ts';
import type { FlowLine } from './flow.ts';
import { lettersOf, plainLetters, type Letter } from './letters.ts';
import { baselineIn, breakLines, lineItems, type TextLine } from './lines.ts';
import { black } from '../../document/paper-look.ts';
import type { ParagraphType, Setting } from './setting.ts';

export type ParagraphBox = {
  readonly left: number;
  readonly width: number;
  readonly type: ParagraphType;
  readonly piece: number | null;
  readonly isKeptWithNext?: boolean;
  readonly color?: string;
};

export function inlineParagraph(inlines: readonly Inline[], box: ParagraphBox, setting: Setting): readonly FlowLine[] {
  return setParagraph(lettersOf(inlines, box.type.role, setting.faces), box);
}

export function textParagraph(text: string, box: ParagraphBox, setting: Setting): readonly FlowLine[] {
  return setParagraph(plainLetters(text, box.type.role, setting.faces), box);
}

function setParagraph(letters: readonly Letter[], box: ParagraphBox): readonly FlowLine[] {
  const { type, width } = box;
  const rest = width / type.size - type.indent;
  const lines = breakLines(letters, { first: rest - type.firstIndent, rest, anywhere: false });
  return lines.map((line, index) => paragraphLine(line, index === 0, box));
}

function paragraphLine(line: TextLine, isFirst: boolean, box: ParagraphBox): FlowLine {
  const { type } = box;
  const indent = (type.indent + (isFirst ? type.firstIndent : 0)) * type.size;
  const place = { x: box.left + indent, width: box.width - indent, size: type.size, align: type.align };
  const { piece, color = black } = box;
  return {
    height: type.pitch,
    isKeptWithNext: box.isKeptWithNext ?? false,
    items: (top) => lineItems(line, { ...place, baseline: baselineIn(top, type.pitch, type.size), color, piece }),
  };
}

/** An empty line. */
export function blankLine(height: number, isKeptWithNext = false): FlowLine {
  return { height, isKeptWithNext, items: () => [] };
}
