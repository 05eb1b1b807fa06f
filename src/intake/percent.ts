/** Percentages as units write them; what is not one exact number is refused with the reason. */
import { error } from '../message/message.ts';
import type { Message, Place } from '../message/message.ts';
import { parseNumeral } from '../trade/numerals.ts';
import { cut } from '../table/sheet.ts';

/** How a bare 0.8 or 1 is read: refused, since it may be 0.8 % or 1 % as well, unless the office has declared that it means 80 % or 100 %. */
export type FractionRule = 'refuse' | 'as-share';

export type PercentReading =
  | { readonly percent: number | null; readonly problem: null }
  | { readonly percent: null; readonly problem: (place: Place) => Message };

const inexact = /左右|约|近|超|余|多|以上|以下|不足|不到|将近|大概|基本|已?完成|过半|一半|成$|[~～至到]|\d-\d|>|<|≥|≤/u;
const placeholder = /^[-—–/无]+$/u;

/** Takes 80, 80%, ８０％, 80.5%, 百分之八十; a blank, - and 无 are null. */
export function readPercent(written: string, fractions: FractionRule): PercentReading {
  const folded = written.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '');
  if (folded === '' || placeholder.test(folded)) return { percent: null, problem: null };
  const number = numberOf(folded);
  if (number === null) return refused(inexact.test(folded) ? 'percent-inexact' : 'percent-unreadable', written);
  if (isShare(folded, number) && fractions === 'as-share') return { percent: asPercent(number), problem: null };
  if (isShare(folded, number)) return refusedFraction(folded, number);
  if (number < 0 || number > 100) return refused('percent-out-of-range', written);
  return { percent: number, problem: null };
}

function numberOf(folded: string): number | null {
  const figures = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)%?$/u.exec(folded);
  if (figures !== null) return Number(folded.replace('%', ''));
  const han = /^百分之(.+)$/u.exec(folded)?.[1];
  if (han === undefined) return null;
  return han === '百' ? 100 : /^\d+(?:\.\d+)?$/u.test(han) ? Number(han) : parseNumeral(han);
}

/** 0.8, 1.0 and 1 without a percent sign: Excel holds 80 % and 100 % so. */
function isShare(folded: string, number: number): boolean {
  return number > 0 && number <= 1 && !/[%百]/u.test(folded);
}

/** 0.8 → 80, free of the dust of binary fractions. */
function asPercent(share: number): number {
  return Number((share * 100).toFixed(10));
}

function refusedFraction(folded: string, share: number): PercentReading {
  const data = { written: folded, percent: `${asPercent(share)}%` };
  return { percent: null, problem: (place) => error(place, 'percent-fraction', data) };
}

type Refusal = 'percent-inexact' | 'percent-unreadable' | 'percent-out-of-range';

function refused(code: Refusal, written: string): PercentReading {
  return { percent: null, problem: (place) => error(place, code, { written: cut(written) }) };
}
