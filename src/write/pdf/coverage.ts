/** Which characters a face has, as a text: known beforehand of the faces that come with Duban, for opening them takes longer than most checks. */
import type { FontRole } from '../../document/fonts.ts';
import { shippedCoverage } from './shipped-coverage.ts';

/** What is asked of a face before anything is laid out. */
export type Coverage = { readonly has: (codePoint: number) => boolean };

export type Coverages = Readonly<Record<FontRole, Coverage>>;

type Named = { readonly file: string; readonly face: string | null };

const shipped = 'duban:';

/** Of all faces of an office; null where one must be opened to tell. */
export function knownCoverages(faces: Readonly<Record<FontRole, Named>>): Coverages | null {
  const known = Object.entries(faces).flatMap(([role, { file, face }]) => {
    const text = file.startsWith(shipped) && face === null ? shippedCoverage[file.slice(shipped.length)] : undefined;
    return text === undefined ? [] : [[role, coverageIn(text)] as const];
  });
  return known.length === Object.keys(faces).length ? (Object.fromEntries(known) as Coverages) : null;
}

/** By blocks of 256 characters, each with its number and 64 digits of four. @internal */
export function coverageText(codePoints: readonly number[]): string {
  const blocks = new Map<number, number[]>();
  for (const each of codePoints) {
    const digits = blocks.get(each >> 8) ?? Array.from({ length: 64 }, () => 0);
    digits[(each & 0xff) >> 2] = (digits[(each & 0xff) >> 2] ?? 0) | (1 << (each & 3));
    blocks.set(each >> 8, digits);
  }
  const words = [...blocks].map(([block, digits]) => `${block}:${digits.map((digit) => digit.toString(16)).join('')}`);
  return words.join(' ');
}

/** @internal */
export function coverageIn(text: string): Coverage {
  const blocks = new Map(
    text.split(' ').map((word) => {
      const [block = '', digits = ''] = word.split(':');
      return [Number(block), digits] as const;
    }),
  );
  return {
    has: (codePoint) => {
      const digit = blocks.get(codePoint >> 8)?.charAt((codePoint & 0xff) >> 2) ?? '0';
      return ((Number.parseInt(digit, 16) >> (codePoint & 3)) & 1) === 1;
    },
  };
}
