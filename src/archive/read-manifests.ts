/** The declaration and the manifests of a bag: what it promises. */
import type { Message, Result } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { ParsedLine } from './bag-format.ts';
import { bagInfoField, knownAlgorithms, parseBagManifest } from './bag-format.ts';
import { nameFault } from './bag-name.ts';
import type { Bag } from './open-bag.ts';

export type BagManifest = {
  readonly algorithm: string;
  /** Payload manifest, or tag manifest. */
  readonly isPayload: boolean;
  readonly lines: readonly ParsedLine[];
  readonly paths: ReadonlySet<string>;
  /** The same in NFC. */
  readonly forms: ReadonlySet<string>;
};

export function readBagManifests(bag: Bag): Result<readonly BagManifest[]> {
  if (!isBag(bag.files)) return { value: [], messages: [error(fileOnly(bag.place('bagit.txt')), 'not-a-bag')] };
  const read = bag.files.flatMap((path) => {
    const match = /^(tag)?manifest-([^/]+)\.txt$/u.exec(path);
    return match === null
      ? []
      : [readManifestFile(bag, path, { isPayload: match[1] === undefined, algorithm: match[2] ?? '' })];
  });
  const value = read.flatMap((each) => (each.value === null ? [] : [each.value]));
  return {
    value,
    messages: [...declarationProblems(bag), ...read.flatMap((each) => each.messages), ...absent(bag, value)],
  };
}

/** A declaration (RFC 8493 2.1.1), or a manifest that is left of a bag whose declaration was removed. */
export function isBag(files: readonly string[]): boolean {
  return files.some((path) => /^(?:bagit|(?:tag)?manifest-[^/]+)\.txt$/u.test(path));
}

function declarationProblems(bag: Bag): readonly Message[] {
  const declaration = bag.read('bagit.txt');
  if (declaration === null) return [error(fileOnly(bag.place('bagit.txt')), 'bag-no-declaration')];
  const text = new TextDecoder().decode(declaration);
  const version = bagInfoField(text, 'BagIt-Version') ?? '';
  const encoding = bagInfoField(text, 'Tag-File-Character-Encoding') ?? '';
  const isKnown = /^(0\.9[3-7]|1\.0)$/u.test(version) && encoding.toUpperCase() === 'UTF-8';
  const unknown = isKnown ? [] : [error(fileOnly(bag.place('bagit.txt')), 'bag-version', { version, encoding })];
  const isHoley = bag.files.includes('fetch.txt');
  return [...unknown, ...(isHoley ? [error(fileOnly(bag.place('fetch.txt')), 'bag-fetch')] : [])];
}

function readManifestFile(
  bag: Bag,
  file: string,
  { isPayload, algorithm }: Pick<BagManifest, 'isPayload' | 'algorithm'>,
): Result<BagManifest | null> {
  const name = algorithm.toLowerCase();
  if (!knownAlgorithms.includes(name)) {
    return {
      value: null,
      messages: [error(fileOnly(bag.place(file)), 'bag-algorithm', { algorithm, known: knownAlgorithms })],
    };
  }
  const { lines, badRows } = parseBagManifest(new TextDecoder().decode(bag.read(file) ?? new Uint8Array()));
  const messages = badRows.map((row) => error({ file: bag.place(file), row, column: null }, 'bag-line'));
  const safe: ParsedLine[] = [];
  const paths = new Set<string>();
  for (const line of lines) {
    const isInPlace = line.path.startsWith('data/') === isPayload;
    const problem = nameFault(line.path) === 'unsafe' || !isInPlace ? 'bag-unsafe-path' : 'bag-path-twice';
    if (problem === 'bag-path-twice' && !paths.has(line.path)) safe.push(line);
    else messages.push(error({ file: bag.place(file), row: line.row, column: null }, problem, { path: line.path }));
    paths.add(line.path);
  }
  const forms = new Set([...paths].map((path) => path.normalize('NFC')));
  return { value: { algorithm: name, isPayload, lines: safe, paths, forms }, messages };
}

/** Without a tag manifest nobody can tell whether bag-info.txt or a manifest was edited. */
function absent(bag: Bag, manifests: readonly BagManifest[]): readonly Message[] {
  return [true, false]
    .filter((isPayload) => !manifests.some((manifest) => manifest.isPayload === isPayload))
    .map((isPayload) => error(fileOnly(bag.place('bagit.txt')), isPayload ? 'bag-no-manifest' : 'bag-no-tag-manifest'));
}
