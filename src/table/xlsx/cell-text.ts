/** A cell's value as the text a clerk sees: nothing is guessed from it here, readers of values take strings. */
import { dateOfSerial } from '../serial-date.ts';
import type { NumberKind } from './styles.ts';
import { withoutXmlEscapes } from './text.ts';
import type { Workbook } from './workbook.ts';

export type RawCell = {
  /** `t`: s shared string, inlineStr, str formula's string, b, e error, d date, n number (the default). */
  readonly type: string;
  readonly style: number;
  readonly value: string;
};

export function cellText({ type, style, value }: RawCell, workbook: Workbook): string {
  if (type === 's') return workbook.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.slice(0, 10);
  if (type !== 'n') return withoutXmlEscapes(value);
  return value === '' ? '' : numberText(value, { kind: workbook.kinds[style] ?? 'plain', is1904: workbook.is1904 });
}

function numberText(value: string, { kind, is1904 }: { kind: NumberKind; is1904: boolean }): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  switch (kind) {
    case 'date':
      return dateOfSerial(number + (is1904 ? daysTo1904 : 0)) ?? plainText(number);
    case 'percent':
      return `${plainText(number * 100)}%`;
    case 'plain':
      return plainText(number);
  }
}

/** Fifteen digits, as Excel has; a longer whole number has lost its last ones and is shown so that readers can say it. */
function plainText(number: number): string {
  if (Math.abs(number) >= 1e15) return number.toExponential().toUpperCase();
  return String(Number(number.toPrecision(15)));
}

const daysTo1904 = 1462;
