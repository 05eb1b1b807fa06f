/** 标题 (7.3.1): centred, its lines about equal, words kept whole where that can be told. */
import { mayBeginLine, mayEndLine } from './characters.ts';
import type { FlowLine } from './flow.ts';
import { plainLetters, type Letter } from './letters.ts';
import { baselineIn, lineItems, widthOf, type Line } from './lines.ts';
import { black } from './page.ts';
import type { ParagraphBox } from './paragraphs.ts';
import type { Setting } from './setting.ts';

export function titleLines(text: string, box: ParagraphBox, setting: Setting): readonly FlowLine[] {
  const { type } = box;
  const letters = plainLetters(text, type.role, setting.faces);
  return balanced(letters, box.width / type.size).map((line) => ({
    height: type.pitch,
    isKeptWithNext: box.isKeptWithNext ?? false,
    items: (top) =>
      lineItems(line, {
        x: box.left,
        width: box.width,
        baseline: baselineIn(top, type.pitch, type.size),
        size: type.size,
        align: type.align,
        color: box.color ?? black,
        piece: box.piece,
      }),
  }));
}

/** As few lines as fit, each near its equal share, broken at the best place within a few letters of it. */
function balanced(letters: readonly Letter[], room: number): readonly Line[] {
  const total = widthOf(letters);
  // One letter of slack, so that a break may move to a better place.
  const count = total <= room ? 1 : Math.ceil(total / (room - 1));
  const lines: Line[] = [];
  let start = 0;
  for (let left = count; left > 1 && start < letters.length; left--) {
    const share = widthOf(letters.slice(start)) / left;
    const end = bestEnd(letters, { start, share, room });
    lines.push(line(letters.slice(start, end)));
    start = end;
  }
  while (start < letters.length) {
    const end = lastThatFits(letters, start, room);
    lines.push(line(letters.slice(start, end)));
    start = end;
  }
  return lines;
}

type Search = { readonly start: number; readonly share: number; readonly room: number };

/** The end with the least penalty: distance from the equal share, and how bad it is to part the two letters. */
function bestEnd(letters: readonly Letter[], { start, share, room }: Search): number {
  let best = lastThatFits(letters, start, room);
  let least = Number.POSITIVE_INFINITY;
  let width = 0;
  for (let end = start + 1; end < letters.length; end++) {
    width += letters[end - 1]?.advance ?? 0;
    if (width > room) break;
    const penalty = Math.abs(width - share) + partingPenalty(letters, end);
    if (penalty < least) [best, least] = [end, penalty];
  }
  return best;
}

/** After these a phrase ends; before these one begins. */
const phraseEnds = new Set('的、，；》）和与及'.split(''));
const phraseStarts = ['关于', '《', '（', '工作', '任务', '情况', '落实', '贯彻', '通知', '通报', '报告', '函'];
const looseStarts = new Set('的了等及和与之'.split(''));

function partingPenalty(letters: readonly Letter[], end: number): number {
  const before = letters[end - 1]?.value ?? '';
  const after = letters[end]?.value ?? '';
  if (!mayBeginLine(after) || !mayEndLine(before)) return 1000;
  if (/^[0-9A-Za-z〔〕]$/.test(before) && /^[0-9A-Za-z〔〕年月日号季]$/.test(after)) return 1000;
  if (looseStarts.has(after)) return 20;
  const rest = letters
    .slice(end, end + 2)
    .map((letter) => letter.value)
    .join('');
  if (phraseStarts.some((start) => rest.startsWith(start)) || phraseEnds.has(before)) return 0;
  return 3;
}

function lastThatFits(letters: readonly Letter[], start: number, room: number): number {
  let width = 0;
  for (let end = start; end < letters.length; end++) {
    width += letters[end]?.advance ?? 0;
    if (width > room + 1e-6 && end > start) return end;
  }
  return letters.length;
}

function line(letters: readonly Letter[]): Line {
  return { letters, width: widthOf(letters), isLast: true };
}
