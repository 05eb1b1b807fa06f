/** A finished paper against its tree and its skeleton. What comes from the skeleton is checked once; what is made for the paper, every time. */
import { documentText } from '../../document/text.ts';
import type { Document } from '../../document/tree.ts';
import { packageParts, type PaperParts } from './finish.ts';
import { documentFaults, documentName, knownParts, lintPackage, partTexts, untyped, type KnownParts } from './lint.ts';
import { createMedia, type Media } from './media.ts';
import { readBack } from './read-back.ts';
import type { Skeleton } from './skeleton.ts';

/** Faults in plain words; empty = sound. */
export function paperFaults(
  document: Document,
  skeleton: Skeleton,
  { parts, media }: { readonly parts: PaperParts; readonly media: Media },
): readonly string[] {
  const { faults, known, opening, closing } = checked(skeleton, document);
  const pictures = media.parts();
  const relations = pictures.length === 0 ? known.relations : withPictures(known, pictures);
  const found = readBack(partTexts(parts.get(documentName)));
  return [
    ...faults,
    ...untyped(
      pictures.map(({ name }) => `word/${name}`),
      known.types,
    ),
    ...documentFaults(found, { ...known, relations }),
    ...textFaults([...opening, ...shownText(document, skeleton), ...closing], found.pieces),
  ];
}

function withPictures({ relations }: KnownParts, pictures: ReturnType<Media['parts']>): ReadonlySet<string> {
  return new Set([...relations, ...pictures.map(({ id }) => id)]);
}

type Checked = {
  readonly faults: readonly string[];
  readonly known: KnownParts;
  /** What an office's own letterhead says around the text. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
};

const memory = new WeakMap<Skeleton, Checked>();

const noMedia: Media = createMedia({ firstId: 1, prefix: '', pictures: new Map() });

/** The skeleton checked as the package of a paper with an empty body. */
function checked(skeleton: Skeleton, { meta }: Document): Checked {
  const before = memory.get(skeleton);
  if (before !== undefined) return before;
  const empty = { sections: [{ orientation: 'portrait', xml: [] }], media: noMedia } as const;
  const parts = packageParts({ meta, children: [] }, skeleton, empty);
  const text = (xml: string): readonly string[] => readBack([xml]).pieces;
  const made: Checked = {
    faults: lintPackage(parts),
    known: knownParts(parts),
    opening: text(skeleton.opening),
    closing: text(skeleton.closing + skeleton.end),
  };
  memory.set(skeleton, made);
  return made;
}

function shownText(document: Document, { hasOwnLetterhead }: Skeleton): readonly string[] {
  return documentText(hasOwnLetterhead ? { ...document, meta: { ...document.meta, issuerMark: '' } } : document);
}

/** No character of the tree is lost or doubled on the way: the text read back is the text of the tree. */
function textFaults(expected: readonly string[], written: readonly string[]): readonly string[] {
  if (isSameByPieces(expected, written)) return [];
  const want = expected.join('');
  const at = firstDifference(want, written.join(''));
  if (at === null) return [];
  return [`its text differs from the tree's at “${want.slice(Math.max(0, at - 5), at + 10)}”`];
}

/** Most texts are, and need not be joined: without a letterhead of the office every piece of the tree is a paragraph. */
function isSameByPieces(expected: readonly string[], written: readonly string[]): boolean {
  if (expected.length !== written.length) return false;
  for (let at = 0; at < expected.length; at += 1) {
    const [piece, found] = [expected[at] ?? '', written[at] ?? ''];
    if (piece !== found && firstDifference(piece, found) !== null) return false;
  }
  return true;
}

/** Where the first text says something else than the second, white space aside; null = nowhere. */
function firstDifference(first: string, second: string): number | null {
  let [a, b] = [afterSpace(first, 0), afterSpace(second, 0)];
  while (a < first.length && b < second.length && first.charCodeAt(a) === second.charCodeAt(b)) {
    a = afterSpace(first, a + 1);
    b = afterSpace(second, b + 1);
  }
  return a >= first.length && b >= second.length ? null : a;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  // Han characters, which most are, are told at once.
  if (code > 0x3000) return code === 0xfeff;
  return code <= 32 || (code > 126 && spaces.has(code));
}

const spaces: ReadonlySet<number> = new Set(
  Array.from({ length: 0x3001 }, (_, code) => code).filter((code) => /\s/.test(String.fromCharCode(code))),
);
