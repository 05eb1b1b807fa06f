/** What stands in one item: its sentences, and its claims (a label or clause that names units, a deadline, a leader …). */
import { flowOf, spotAt } from './flow.ts';
import type { Flow, Spot } from './flow.ts';
import type { Item, Paragraph } from './item.ts';
import { isUnitField, labelsIn } from './label.ts';
import type { Field } from './label-word.ts';
import type { Label } from './label.ts';

export type Claim = {
  readonly field: Field;
  /** The words that claim it: `牵头单位：`. */
  readonly label: string;
  readonly value: string;
  readonly spot: Spot;
  /** Stands in the same line as the sentence before it. */
  readonly isInline: boolean;
};

export type Sentence = { readonly text: string; readonly spot: Spot; readonly endLine: number };

export type Content = {
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  /** Lines that the text of a paragraph goes on from, mid-sentence. */
  readonly joins: readonly Spot[];
};

export function readContent(item: Item): Content {
  const parts = item.paragraphs.map((paragraph, index) =>
    readParagraph(paragraph, index === 0 ? (item.mark?.printed.length ?? 0) : 0),
  );
  return {
    sentences: parts.flatMap((part) => part.sentences),
    claims: parts.flatMap((part) => part.claims),
    joins: parts.flatMap((part) => part.joins),
  };
}

function readParagraph(paragraph: Paragraph, skip: number): Content {
  const flow = flowOf(paragraph.lines, skip);
  const labels = labelsIn(flow.text, new Set(flow.pieces.map((piece) => piece.start)));
  const textEnd = labels[0]?.start ?? flow.text.length;
  const claims = labels.map((label, index) => claimOf(flow, label, labels[index + 1]?.start ?? flow.text.length));
  return {
    sentences: sentenceOf(flow, textEnd),
    claims,
    joins: flow.pieces.slice(0, -1).map(({ line, column }) => ({ line, column })),
  };
}

function sentenceOf(flow: Flow, end: number): readonly Sentence[] {
  const text = flow.text.slice(0, end).trim();
  if (text === '') return [];
  return [{ text, spot: spotAt(flow, 0), endLine: spotAt(flow, end - 1).line }];
}

function claimOf(flow: Flow, label: Label, end: number): Claim {
  const spot = spotAt(flow, label.start);
  return {
    field: label.field,
    label: label.word,
    value: flow.text.slice(label.valueStart, end).trim(),
    spot,
    isInline: label.start > 0 && !flow.pieces.some((piece) => piece.start === label.start),
  };
}

export function ownsUnits(content: Content): boolean {
  return content.claims.some((claim) => isUnitField(claim.field));
}
