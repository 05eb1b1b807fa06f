/**
 * Number formats: a stored 0.8 is 80% on the screen, 45573 is 2024-10-08 and 1 may be 3-1; a clerk means what the screen shows. Figures
 * keep all their digits, what stands around them is kept too.
 */
import { dateOfSerial } from '../../trade/calendar.ts';

export type NumberFormat = {
  readonly kind: 'plain' | 'percent' | 'date';
  /** Positive, negative, zero; the last two only where the format has them. */
  readonly sections: readonly (readonly Token[])[];
};

type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly isZero: boolean }
  | { readonly kind: 'point' | 'number' | 'percent' };

export const general: NumberFormat = { kind: 'plain', sections: [] };

const daysTo1904 = 1462;

/** The format of a built-in number, or of a code that the workbook brings. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code !== undefined) return formatOfCode(code);
  if (id === 9 || id === 10) return formatOfCode('0%');
  // ECMA-376 part 1, 18.8.30: dates, and those of East Asian locales; 18 to 21 and 45 to 47 are times of day.
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { kind: 'date', sections: [] } : general;
}

/** Quoted text, `[Red]` and escaped characters aside, a date shows a year or a day, or a month without hours. */
function formatOfCode(code: string): NumberFormat {
  const bare = code.replaceAll(/"[^"]*"|\[[^\][]*\]|\\.|_.|\*.|general|g\/通用格式/giu, '').toLowerCase();
  const isPercent = bare.includes('%');
  if (!isPercent && (/[yd]/u.test(bare) || (bare.includes('m') && !/[hs]/u.test(bare))))
    return { kind: 'date', sections: [] };
  // A time of day, a fraction, a power of ten or a condition: the number itself says more than its look.
  const isText = bare.split(';')[0]?.includes('@') === true;
  const isLeft = isText || /[hs]|\?\s*\/|e[+-]/u.test(bare) || /\[[<>=]/u.test(code);
  return { kind: isPercent ? 'percent' : 'plain', sections: isLeft ? [] : sectionsOf(code) };
}

const token = /"([^"]*)"|\\(.)|[_*].|\[([^\][]*)\]|(General|G\/通用格式)|([0#?])|([.])|(%)|(;)|,|[\s\S]/giu;

function sectionsOf(code: string): readonly (readonly Token[])[] {
  const sections: Token[][] = [[]];
  for (const match of code.matchAll(token)) {
    const [whole, quoted, escaped, bracket, number, digit, point, percent, end] = match;
    const section = sections.at(-1) ?? [];
    if (end !== undefined) sections.push([]);
    else if (number !== undefined) section.push({ kind: 'number' });
    else if (digit !== undefined) section.push({ kind: 'digit', isZero: digit === '0' });
    else if (point !== undefined) section.push({ kind: 'point' });
    else if (percent !== undefined) section.push({ kind: 'percent' });
    else if (bracket !== undefined) section.push(literal(/^\$([^-]*)/u.exec(bracket)?.[1] ?? ''));
    else if (/^[^_*,]/u.test(whole)) section.push(literal(quoted ?? escaped ?? whole));
  }
  return sections;
}

function literal(text: string): Token {
  return { kind: 'literal', text };
}

/** A number as its format shows it. */
export function formatNumber(value: number, format: NumberFormat, is1904: boolean): string {
  if (format.kind === 'date') return dateOfSerial(value + (is1904 ? daysTo1904 : 0)) ?? plainText(value);
  const section = sectionFor(value, format.sections);
  const shown = format.kind === 'percent' ? value * 100 : value;
  const plain = format.kind === 'percent' ? `${plainText(shown)}%` : plainText(shown);
  if (section === undefined || /e/iu.test(plain)) return plain;
  const isOwnSign = value < 0 && format.sections.length > 1;
  const figures = section.some(({ kind }) => kind === 'digit' || kind === 'number');
  const text = `${value < 0 && !isOwnSign ? '-' : ''}${fill(section, plainText(Math.abs(shown)))}`;
  // A format without figures shows its words alone; a dash or nothing stands for the number, which is there all the same.
  if (!figures && !/\p{L}/u.test(text)) return plain;
  // 0.8 under `0"%"` stands on the screen as 1%: as a bare 0.8 it is asked about.
  return format.kind === 'plain' && text.includes('%') && value > 0 && value < 1 ? plain : text.trim();
}

function sectionFor(value: number, sections: NumberFormat['sections']): readonly Token[] | undefined {
  if (value < 0 && sections.length > 1) return sections[1];
  return value === 0 && sections.length > 2 ? sections[2] : sections[0];
}

/** Digits go in from the right, as many as there are places; the first place takes all that are left. */
function fill(section: readonly Token[], figures: string): string {
  const [whole = '', decimals = ''] = figures.split('.');
  const point = section.findIndex(({ kind }) => kind === 'point');
  const places = section.filter(({ kind }, at) => kind === 'digit' && (point === -1 || at < point)).length;
  const lastPlace = section.findLastIndex(({ kind }, at) => kind === 'digit' && (point === -1 || at < point));
  const fraction = decimals === '' ? '' : `.${decimals}`;
  let place = 0;
  return section
    .map((each, at) => {
      if (each.kind === 'literal') return each.text;
      if (each.kind === 'percent') return '%';
      if (each.kind === 'number') return figures;
      if (each.kind === 'point') return places === 0 ? `0${fraction}` : fraction;
      if (point !== -1 && at > point) return '';
      place += 1;
      const end = whole.length - (places - place);
      const digits = whole.slice(place === 1 ? 0 : Math.max(0, end - 1), Math.max(0, end));
      const filled = digits === '' && each.kind === 'digit' && each.isZero ? '0' : digits;
      return point === -1 && at === lastPlace ? `${filled}${fraction}` : filled;
    })
    .join('');
}

/** Fifteen digits, as Excel has; a longer whole number has lost its last ones and is shown so that readers can say it. */
export function plainText(number: number): string {
  if (Math.abs(number) >= 1e15) return number.toExponential().toUpperCase();
  return String(Number(number.toPrecision(15)));
}
