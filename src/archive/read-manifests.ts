/** The manifests of a bag: what it promises. */
import type { Message, Place, Result } from '../message/message.ts';
import { failed, together } from '../message/result.ts';
import { error, warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { ParsedLine } from './bag-format.ts';
import { knownAlgorithms, parseBagManifest } from './bag-format.ts';
import { nameFault } from './bag-name.ts';
import type { Declaration } from './declaration.ts';
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

/** A declaration (RFC 8493 2.1.1), or a manifest that is left of a bag whose declaration was removed. */
export function isBag(files: readonly string[]): boolean {
  return files.some((path) => /^(?:bagit|(?:tag)?manifest-[^/]+)\.txt$/u.test(path));
}

export function readBagManifests(bag: Bag, declaration: Declaration): Result<readonly BagManifest[]> {
  const read = together(
    bag.files.flatMap((path) => {
      const match = /^(tag)?manifest-([^/]+)\.txt$/u.exec(path);
      if (match === null) return [];
      const kind = { isPayload: match[1] === undefined, algorithm: match[2] ?? '' };
      return [readManifestFile({ bag, declaration }, path, kind)];
    }),
  );
  const value = read.value.filter((each) => each !== null);
  return { value, messages: [...read.messages, ...absent(bag, value)] };
}

type Opened = { readonly bag: Bag; readonly declaration: Declaration };

function readManifestFile(
  { bag, declaration }: Opened,
  file: string,
  { isPayload, algorithm }: Pick<BagManifest, 'isPayload' | 'algorithm'>,
): Result<BagManifest | null> {
  const name = algorithm.toLowerCase();
  if (!knownAlgorithms.includes(name)) {
    const unknown = error(fileOnly(bag.place(file)), 'bag-algorithm', { algorithm, known: knownAlgorithms });
    return failed([unknown]);
  }
  const text = declaration.decode(bag.read(file) ?? new Uint8Array());
  const { lines, badRows } = parseBagManifest(text, declaration.isEncoded);
  const messages: Message[] = badRows.map((row) => error({ file: bag.place(file), row, column: null }, 'bag-line'));
  const good = new Map<string, ParsedLine>();
  const paths = new Set<string>();
  for (const written of lines) {
    const line = { ...written, path: withoutDots(written.path) };
    const place = { file: bag.place(file), row: line.row, column: null };
    messages.push(
      ...lineProblems(place, { line, written: written.path, isPayload, earlier: good.get(line.path) }, declaration),
    );
    if (isInPlace(line.path, isPayload) && !good.has(line.path)) good.set(line.path, line);
    paths.add(line.path);
  }
  const forms = new Set([...paths].map((path) => path.normalize('NFC')));
  return { value: { algorithm: name, isPayload, lines: [...good.values()], paths, forms }, messages };
}

/** `./data/a`, as `find . | xargs md5sum` prints it, is `data/a`. */
function withoutDots(path: string): string {
  return path.replace(/^(?:\.\/)+/u, '');
}

function isInPlace(path: string, isPayload: boolean): boolean {
  return nameFault(path) !== 'unsafe' && path.startsWith('data/') === isPayload;
}

type Line = {
  readonly line: ParsedLine;
  readonly written: string;
  readonly isPayload: boolean;
  readonly earlier: ParsedLine | undefined;
};

function lineProblems(
  place: Place,
  { line, written, isPayload, earlier }: Line,
  { isEncoded }: Declaration,
): readonly Message[] {
  const { path } = line;
  if (!isInPlace(path, isPayload)) return [error(place, 'bag-unsafe-path', { path })];
  const dotted = written === path ? [] : [warning(place, 'bag-dotted-path', { path: written })];
  if (earlier === undefined) return dotted;
  // 1.0 forbids what the drafts before let pass: a line that only says it again.
  const isHarmless = !isEncoded && earlier.hash === line.hash;
  return [...dotted, (isHarmless ? warning : error)(place, 'bag-path-twice', { path })];
}

/** Without a tag manifest nobody can tell whether bag-info.txt or a manifest was edited. */
function absent(bag: Bag, manifests: readonly BagManifest[]): readonly Message[] {
  return [true, false]
    .filter((isPayload) => !manifests.some((manifest) => manifest.isPayload === isPayload))
    .map((isPayload) => error(fileOnly(bag.place('bagit.txt')), isPayload ? 'bag-no-manifest' : 'bag-no-tag-manifest'));
}
