/** Number marks at the start of a line: `一、` `（一）` `1.` `（1）` `①` `第三条` `任务三：`. Whether a mark counts is decided in sequence.ts; `1.1` is read in decimal.ts. */
import { halfWidthDigits, parseNumeral } from '../trade/numerals.ts';

/** Outer styles before inner ones, as GB/T 9704 7.3.3 orders 一、（一）1.（1）; chapters and articles as statutes order them. */
export const markStyles = [
  'volume',
  'chapter',
  'part',
  'article',
  'numeral',
  'numeral-in-parentheses',
  'word',
  'figure',
  'decimal',
  'inner-decimal',
  'figure-in-parentheses',
  'circled',
] as const;

export type MarkStyle = (typeof markStyles)[number];

/** The place of each style in that order. */
export const rankOf: Readonly<Record<MarkStyle, number>> = ranks();

function ranks(): Readonly<Record<MarkStyle, number>> {
  // Object.fromEntries forgets the keys' type.
  return Object.fromEntries(markStyles.map((style, rank) => [style, rank])) as Record<MarkStyle, number>;
}

export type Mark = {
  readonly style: MarkStyle;
  readonly value: number;
  /** As `no` has it: `12`, `（三）`, `第三条`. */
  readonly no: string;
  /** As it stands in the source, with its point. */
  readonly printed: string;
  /** What follows makes it a part of the text perhaps: `11.121`, `2．2020年`, `一、二级`. */
  readonly isDoubtful: boolean;
};

const numeral = '[〇零一二三四五六七八九十百千]{1,7}';
const figures = '[0-9０-９]{1,4}';

const measures =
  '(?:[个年月日号项家名户人次类种条所座米楼栋期周天时分点万亿吨亩度级倍]|百分|公里|平方|小时|季度|[0-9]{4}\\s?[—-])';

type Rule = { readonly style: MarkStyle; readonly pattern: RegExp };

// Each pattern: group 1 = the whole mark, group 2 = the number; `no` is the mark without a closing point or comma.
const rules: readonly Rule[] = [
  { style: 'volume', pattern: new RegExp(`^(第(${numeral}|${figures})(?:[编篇]|部分))[\\s：:、]*`, 'u') },
  { style: 'chapter', pattern: new RegExp(`^(第(${numeral}|${figures})章)[\\s：:、]*`, 'u') },
  { style: 'part', pattern: new RegExp(`^(第(${numeral}|${figures})节)[\\s：:、]*`, 'u') },
  { style: 'article', pattern: new RegExp(`^(第(${numeral}|${figures})[条项])[\\s：:、]*`, 'u') },
  // `任务一：`, `整改问题3、`
  {
    style: 'word',
    pattern: new RegExp(
      `^((?:重点|工作|反馈|整改)?(?:任务|事项|问题|措施|举措)(${numeral}|${figures}))[：:、．.]\\s*`,
      'u',
    ),
  },
  { style: 'numeral', pattern: new RegExp(`^((${numeral}))[、．.]\\s*`, 'u') },
  { style: 'numeral-in-parentheses', pattern: new RegExp(`^([（(〔]\\s?(${numeral})\\s?[）)〕])[、．.]?\\s*`, 'u') },
  { style: 'figure', pattern: new RegExp(`^((${figures}))(?:\\s?[．、.]|\\s?，(?=\\p{Script=Han}))\\s*`, 'u') },
  { style: 'figure-in-parentheses', pattern: new RegExp(`^([（(]\\s?(${figures})\\s?[）)])[、．.]?\\s*`, 'u') },
  { style: 'figure-in-parentheses', pattern: new RegExp(`^([【〔]\\s?([0-9０-９]{1,3})\\s?[】〕])[、．.]?\\s*`, 'u') },
  { style: 'figure-in-parentheses', pattern: new RegExp(`^((${figures})[）)])[、．.]?\\s*`, 'u') },
  // `1 技改`, `2　2万人培训`: parted by a space alone, which a measure follows as well (`3 个月`)
  {
    style: 'figure',
    pattern: new RegExp(`^(([0-9０-９]{1,3}))\\s{1,4}(?=[\\p{Script=Han}“《0-9])(?!${measures})`, 'u'),
  },
];

/** The mark that a text begins with, or null. */
export function markAt(text: string): Mark | null {
  const circled = circledMark(text) ?? signMark(text);
  if (circled !== null) return circled;
  for (const { style, pattern } of rules) {
    const match = pattern.exec(text);
    const value = match === null ? null : valueOf(match[2] ?? '');
    if (match === null || value === null) continue;
    const printed = match[0];
    return {
      style,
      value,
      no: match[1] ?? '',
      printed,
      isDoubtful: isFigure(style, value, { printed, rest: text.slice(printed.length) }),
    };
  }
  return null;
}

/** What follows makes the number part of a figure (`11.121`, `2．2020年`) or of an enumeration (`一、二级河道`, `三、四季度`). A space parts them. */
function isFigure(style: MarkStyle, value: number, { printed, rest }: { printed: string; rest: string }): boolean {
  if (style === 'figure')
    return /^[0-9０-９]+\s/u.test(printed) || (!/\s$/u.test(printed) && /^[0-9０-９.．%％]/u.test(rest));
  if (style !== 'numeral') return false;
  return parseNumeral(/^[〇零一二三四五六七八九十]{1,3}/u.exec(rest)?.[0] ?? '') === value + 1;
}

function valueOf(number: string): number | null {
  const plain = halfWidthDigits(number);
  return /^\d+$/u.test(plain) ? Number(plain) || null : parseNumeral(plain);
}

/** `㈠`, `⑴`, `⒈`: one character of older papers for （一）, (1), 1. */
function signMark(text: string): Mark | null {
  const sign = text.charAt(0);
  if (!/[\u2474-\u249B\u3220-\u3229]/u.test(sign)) return null;
  const spelled = sign.normalize('NFKC');
  const mark = markAt(spelled + text.slice(1));
  if (mark === null) return null;
  return { ...mark, no: mark.no === spelled ? sign : mark.no, printed: sign + mark.printed.slice(spelled.length) };
}

// First and last sign of a row, and the number of the first: ①, ㉑, ❶, ⓫, ➀, ➊, ⓵.
const circles = [
  [0x2460, 0x2473, 1],
  [0x3251, 0x325f, 21],
  [0x2776, 0x277f, 1],
  [0x24eb, 0x24f4, 11],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x24f5, 0x24fe, 1],
] as const;

function circledMark(text: string): Mark | null {
  const code = text.charCodeAt(0);
  const row = circles.find(([from, to]) => code >= from && code <= to);
  if (row === undefined) return null;
  const no = text.charAt(0);
  const printed = /^.[、．.]?\s*/u.exec(text)?.[0] ?? no;
  return { style: 'circled', value: code - row[0] + row[2], no, printed, isDoubtful: false };
}
