/** Chinese numerals, 1 to 9999, as headings and articles count: 一, 十二, 二十, 一百零三, 第三十条. */

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const units = ['', '十', '百', '千'] as const;

const digitValues: ReadonlyMap<string, number> = new Map([
  ...digits.map((digit, value) => [digit, value] as const),
  ['〇', 0],
  ['○', 0],
  ['两', 2],
]);
const unitValues: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The Chinese numeral of a whole number from 1 to 9999; 10 to 19 without the leading 一, as headings print them. */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no Chinese numeral for ${value}`);
  const places = Array.from(String(value), Number);
  const written = places.map((digit, index) => place(digit, places.length - 1 - index)).join('');
  return written.replaceAll(/零+/gu, '零').replace(/零$/u, '').replace(/^一十/u, '十');
}

function place(digit: number, power: number): string {
  return digit === 0 ? '零' : `${digits[digit]}${units[power]}`;
}

/** The value of a Chinese numeral, or null when the text is none. Figures in a row (二〇二四) are read place by place. */
export function parseNumeral(text: string): number | null {
  if (/^[零〇○一二三四五六七八九]{2,4}$/u.test(text)) return parseFigures(text);
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (const character of text) {
    const unit = unitValues.get(character);
    const next = digitValues.get(character);
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
    } else {
      if (next === undefined || (digit !== null && digit !== 0)) return null;
      digit = next;
    }
  }
  const value = total + (digit ?? 0);
  return value > 0 ? value : null;
}

function parseFigures(text: string): number | null {
  const value = Array.from(text).reduce((sum, character) => sum * 10 + (digitValues.get(character) ?? 0), 0);
  return value > 0 ? value : null;
}

/** Full-width figures and letters as half-width ones, everything else untouched: `２０２４` is `2024`. */
export function halfWidthDigits(text: string): string {
  return text.replaceAll(/[０-９]/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0));
}

/** In one width, without blanks and invisible characters. A blank or a line end between two figures stays: they are two numbers, as of two tasks in one cell. */
export function closedUp(text: string): string {
  const blanks = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ');
  return blanks.replaceAll(/(?<!\d) | (?!\d)/gu, '');
}
