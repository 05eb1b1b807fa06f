/** Numbers of a series: unique and gapless per year, given once and for all (GB/T 9704 7.2.5). */
import type { CalendarDate } from '../calendar.ts';
import { yearOf } from '../calendar.ts';
import type { Document } from '../document/tree.ts';
import type { DraftKind } from '../draft.ts';
import type { Entry, Register } from './entry.ts';

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
  const ofYear = register.entries.filter((entry) => entry.year === year);
  const last = new Map<string, number>();
  let ordinal = highest(ofYear, (entry) => entry.ordinal);
  return items.map((item) => {
    const issuerCode = series[kindOf(item)];
    const given = ofYear.filter((entry) => entry.issuerCode === issuerCode);
    const serial = (last.get(issuerCode) ?? highest(given, (entry) => entry.serial)) + 1;
    last.set(issuerCode, serial);
    ordinal += 1;
    return { item, number: { issuerCode, year, serial }, ordinal };
  });
}

function highest(entries: readonly Entry[], count: (entry: Entry) => number): number {
  return entries.reduce((most, entry) => Math.max(most, count(entry)), 0);
}

/** The draft with number and date. A bulletin counts its issues (第×期); it bears a document number only if its draft has one. */
export function numberedDocument(document: Document, number: GivenNumber, date: CalendarDate): Document {
  const { meta } = document;
  const isBulletin = meta.format === 'bulletin';
  const documentNumber = isBulletin && meta.documentNumber === null ? null : number;
  const bulletinNumber = isBulletin ? number.serial : meta.bulletinNumber;
  return { ...document, meta: { ...meta, documentNumber, bulletinNumber, issuedOn: date } };
}
