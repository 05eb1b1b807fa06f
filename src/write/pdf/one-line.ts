/** Single lines at a given place: marks, numbers and dates of a head or foot, which never break unless they must. */
import type { FontRole } from '../../domain/office.ts';
import type { FaceSet } from './face.ts';
import { plainLetters, type Letter } from './letters.ts';
import { lineItems, widthOf, type Alignment } from './lines.ts';
import { black, type TextItem } from './page.ts';

export type OneLine = {
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
  readonly size: number;
  readonly role: FontRole;
  readonly align: Exclude<Alignment, 'justify'>;
  readonly piece: number | null;
  readonly color?: string;
};

export function oneLine(text: string, place: OneLine, faces: FaceSet): readonly TextItem[] {
  return letterLine(plainLetters(text, place.role, faces), place);
}

export function letterLine(letters: readonly Letter[], place: OneLine): readonly TextItem[] {
  const line = { letters, width: widthOf(letters), isLast: true };
  return lineItems(line, { ...place, color: place.color ?? black });
}
