/** Orders by code unit: the same on every machine (no locale). */
import type { Place } from '../message/message.ts';

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By file, then row. The ending is left out, so that `教育局.csv` stands before `教育局-更正.csv`. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compareTexts(stem(a.file), stem(b.file)) ||
    compareTexts(a.file, b.file) ||
    rowNumberOf({ place: a }) - rowNumberOf({ place: b })
  );
}

/** 0 for a thing without place: the row that a message names, or an order. */
export function rowNumberOf(thing: { readonly place: Place | null } | undefined): number {
  return thing?.place?.row ?? 0;
}

function stem(file: string): string {
  return file.replace(/\.[^./]*$/u, '');
}
