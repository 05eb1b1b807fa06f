/** The title, which may stand on several lines or after a covering letter, and the years in it. */
import type { Catalogue } from '../domain/catalogue.ts';
import { halfWidthDigits } from '../trade/numerals.ts';
import { info } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import { isTitleText, kindOfPaper } from './front.ts';
import { paragraphsOf } from './heading.ts';
import type { Passage } from './heading.ts';
import type { Cast } from './role.ts';

type Title = { readonly text: string; readonly preamble: Catalogue['preamble']; readonly messages: readonly Message[] };

/** The last title before the first task: an annexed breakdown has its own, below the letter that sends it. */
export function readTitle(cast: readonly Cast[], file: string): Title {
  const firstTask = cast.findIndex(({ role }) => role === 'task');
  const fronts = cast.filter(({ node }) => node.read.item.kind === 'front');
  const passages = fronts.map(({ node }) => ({ node, passages: paragraphsOf(node.read.item) }));
  const candidates = passages.filter(({ node }) => firstTask < 0 || node.index < firstTask);
  const named = candidates.findLast((each) =>
    each.passages.some((passage) => isTitle(passage) && kindOfPaper.test(passage.text)),
  );
  const chosen = titleOf((named ?? candidates[0])?.passages ?? []);
  const preamble = passages.flatMap((each) => each.passages).filter((passage) => !chosen.includes(passage));
  const text = chosen.map((passage) => passage.text).join('');
  return { text, preamble, messages: wrappedTitle(chosen, text, file) };
}

function wrappedTitle(chosen: readonly Passage[], title: string, file: string): readonly Message[] {
  const row = chosen[0]?.place.line ?? 0;
  const endRow = chosen.at(-1)?.place.endLine ?? 0;
  return endRow > row ? [info({ file, row, column: null, endRow }, 'wrapped-title', { title })] : [];
}

const documentNumber = /[（(][^（()）]{0,40}[〔[]\d{4}[〕\]][^（()）]{0,20}[）)]$/u;

/** `……实施意见（×政〔2017〕101号）` is one, its number alone is none. */
function isTitle({ text: printed }: Passage): boolean {
  const text = printed.replace(documentNumber, '');
  return text !== '' && isTitleText(text) && !/〔\d{4}〕|\[\d{4}\]|^附\s*件/u.test(text);
}

/** The first title, and a second half of it that blank lines hold apart. */
function titleOf(passages: readonly Passage[]): readonly Passage[] {
  const start = Math.max(
    0,
    passages.findIndex((passage) => isTitle(passage) && kindOfPaper.test(passage.text)),
  );
  const named = passages[start];
  if (named === undefined || !isTitle(named)) return [];
  const before = passages[start - 1];
  const isHalf = before !== undefined && isTitle(before) && named.place.line - before.place.endLine <= 2;
  return isHalf ? [before, named] : [named];
}

const years = /(\d{4})\s{0,4}年?\s{0,4}[—–－\-~～至到]{1,2}\s{0,4}(\d{4})/u;
const year = /(\d{4})\s*年/u;
const plans: readonly (readonly [string, number])[] = [
  ['十二五', 2011],
  ['十三五', 2016],
  ['十四五', 2021],
  ['十五五', 2026],
];

/** `2020—2024年` and `2024年`, or the five years of a 五年规划; null where the title names no year. */
export function periodOf(written: string): Catalogue['period'] {
  const title = halfWidthDigits(written);
  const span = years.exec(title);
  if (span !== null) return { from: Number(span[1]), to: Number(span[2]) };
  const single = year.exec(title);
  if (single !== null) return { from: Number(single[1]), to: Number(single[1]) };
  const plan = plans.find(([name]) => title.includes(name));
  return plan === undefined ? null : { from: plan[1], to: plan[1] + 4 };
}
