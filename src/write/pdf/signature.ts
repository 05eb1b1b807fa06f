/** 署名, 成文日期 and 附注 (7.3.5, 7.3.6), kept together and with the body's last lines. */
import { formatIssueDate } from '../../document/official-text.ts';
import type { Meta } from '../../document/tree.ts';
import type { PageFlow, FlowLine } from './flow.ts';
import { plainLetters } from './letters.ts';
import { baselineIn, breakLines, lineItems, type TextLine } from './lines.ts';
import { black } from '../../document/paper-look.ts';
import { blankLine, textParagraph } from './paragraphs.ts';
import type { Setting } from './setting.ts';

type At = { readonly flow: PageFlow; readonly setting: Setting };

/** `isKept`: its end stays with what follows, a colophon. */
export function footLines(meta: Meta, at: At, isKept: boolean): readonly FlowLine[] {
  const lines = linesOfFoot(meta, at);
  const { length } = lines;
  return lines.map((line, index) => ({ ...line, isKeptWithNext: isKept || index < length - 1 }));
}

function linesOfFoot(meta: Meta, at: At): readonly FlowLine[] {
  switch (meta.format) {
    case 'table':
      return [];
    case 'bulletin':
      return noteLines(meta, at);
    case 'official':
    case 'letter':
      return [...signatureLines(meta, at), ...noteLines(meta, at)];
  }
}

function signatureLines(meta: Meta, at: At): readonly FlowLine[] {
  const { body } = at.setting.sheet;
  const names = meta.issuers.flatMap((text, index) => brokenText(text, `issuer:${index}`, at));
  const lines = [...names, ...brokenText(formatIssueDate(meta.issuedOn), 'date', at)];
  const widths = lines.map(({ line }) => line.width * body.size);
  const places = meta.isSealed ? sealedPlaces(widths, at) : unsealedPlaces(widths, at);
  // 7.3.5.1: the seal's top lies within a line of the body and covers name and date; 7.3.5.2: one line below the body.
  const blanks = meta.isSealed ? [blankLine(body.pitch), blankLine(body.pitch)] : [blankLine(body.pitch)];
  return [...blanks, ...lines.map((part, index) => signatureLine(part, places[index] ?? 0, at))];
}

type SignatureText = { readonly line: TextLine; readonly piece: number | null };

/** A name as one line, unless it is longer than the text is wide. */
function brokenText(text: string, key: string, { flow, setting }: At): readonly SignatureText[] {
  const { size, role } = setting.sheet.body;
  const room = flow.area().width / size;
  const lines = breakLines(plainLetters(text, role, setting.faces), { first: room, rest: room, anywhere: false });
  return lines.map((line) => ({ line, piece: setting.pieces.number(key) }));
}

function signatureLine({ line, piece }: SignatureText, x: number, at: At): FlowLine {
  const { size, pitch } = at.setting.sheet.body;
  const { left, width } = at.flow.area();
  const place = { x, width: left + width - x, size, align: 'left', color: black, piece } as const;
  const items = (top: number) => lineItems(line, { ...place, baseline: baselineIn(top, pitch, size) });
  return { height: pitch, isKeptWithNext: true, items };
}

/** Sealed: the date four characters from the right, the names centred on it. */
function sealedPlaces(widths: readonly number[], { flow, setting }: At): readonly number[] {
  const { left, width } = flow.area();
  const { size } = setting.sheet.body;
  const date = widths.at(-1) ?? 0;
  const widest = Math.max(...widths);
  const right = left + width;
  // A name that would stick out at the right moves everything to the left.
  const middle = Math.min(right - 4 * size - date / 2, right - widest / 2);
  return widths.map((each) => Math.max(left, middle - each / 2));
}

/** Unsealed: the name two characters from the right, the date begins two characters right of it; a longer date changes the roles. */
function unsealedPlaces(widths: readonly number[], { flow, setting }: At): readonly number[] {
  const { left, width } = flow.area();
  const { size } = setting.sheet.body;
  const right = left + width - 2 * size;
  const date = widths.at(-1) ?? 0;
  const names = widths.slice(0, -1);
  const widest = Math.max(0, ...names);
  if (date <= widest) {
    const starts = names.map((name) => Math.max(left, right - name));
    return [...starts, Math.max(left, Math.min(...starts) + 2 * size)];
  }
  return [...names.map(() => right - date - 2 * size), right - date];
}

function noteLines(meta: Meta, { flow, setting }: At): readonly FlowLine[] {
  if (meta.note === '') return [];
  const { left, width } = flow.area();
  const box = { left, width, type: setting.sheet.body, piece: setting.pieces.number('note') };
  return textParagraph(`（${meta.note}）`, box, setting);
}
