/** Numbers of a series: unique and gapless per year, given once and for all (GB/T 9704 7.2.5). */
import type { CalendarDate } from '../trade/calendar.ts';
import { yearOf } from '../trade/calendar.ts';
import type { Document } from '../document/tree.ts';
import type { DraftKind } from './draft.ts';
import type { Register } from './entry.ts';

/** Issuer code by kind of paper, from office.yaml; kinds with the same code share one series. */
export type Series = Readonly<Record<DraftKind, string>>;

export type GivenNumber = { readonly issuerCode: string; readonly year: number; readonly serial: number };

/** `ordinal`: the running number of the year, over all series. */
export type Numbered<T> = { readonly item: T; readonly number: GivenNumber; readonly ordinal: number };

/** Gives the next numbers to the items, in their order. */
export function numbersFor<T>(
  register: Register,
  items: readonly T[],
  {
    series,
    date,
    kindOf,
  }: { readonly series: Series; readonly date: CalendarDate; readonly kindOf: (item: T) => DraftKind },
): readonly Numbered<T>[] {
  const year = yearOf(date);
  const serials = new Map<string, number>();
  let ordinal = 0;
  for (const entry of register.entries.filter((each) => each.year === year)) {
    serials.set(entry.issuerCode, Math.max(serials.get(entry.issuerCode) ?? 0, entry.serial));
    ordinal = Math.max(ordinal, entry.ordinal);
  }
  return items.map((item) => {
    const issuerCode = series[kindOf(item)];
    const serial = (serials.get(issuerCode) ?? 0) + 1;
    serials.set(issuerCode, serial);
    ordinal += 1;
    return { item, number: { issuerCode, year, serial }, ordinal };
  });
}

/** The draft with number and date. A bulletin counts its issues (第×期); it bears a document number only if its draft has one. */
export function numberedDocument(document: Document, number: GivenNumber, date: CalendarDate): Document {
  const { meta } = document;
  const isBulletin = meta.format === 'bulletin';
  const documentNumber = isBulletin && meta.documentNumber === null ? null : number;
  const bulletinNumber = isBulletin ? number.serial : meta.bulletinNumber;
  return { ...document, meta: { ...meta, documentNumber, bulletinNumber, issuedOn: date } };
}
