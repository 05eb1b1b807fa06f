/** What lies in a bag against what its manifests promise, each file read once, whatever number of manifests names it. */
import type { Measured } from '../disk/read-whole.ts';
import type { Bag } from './open-bag.ts';
import type { BagManifest } from './read-manifests.ts';

export type Kept = {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Bytes of all payload files, also of those that nobody promised. */
  readonly payloadSize: number;
};

export function keptPromises(bag: Bag, manifests: readonly BagManifest[]): Kept {
  const onDisk = byForm(bag.files);
  const promised = promises(manifests);
  const named = new Map([...promised].map(([path, hashes]) => [onDisk.get(formless(path)) ?? path, { path, hashes }]));
  const missing: string[] = [];
  const changed: string[] = [];
  let payloadSize = 0;
  for (const file of new Set([...bag.files, ...named.keys()])) {
    const { path = file, hashes = [] } = named.get(file) ?? {};
    const found = bag.measure(
      file,
      hashes.map(({ algorithm }) => algorithm),
    );
    if (file.startsWith('data/')) payloadSize += found?.size ?? 0;
    if (found === null) missing.push(path);
    else if (!isAsPromised(found, hashes)) changed.push(path);
  }
  return { missing: missing.toSorted(), changed: changed.toSorted(), payloadSize };
}

type Promised = { readonly algorithm: string; readonly hash: string };

function isAsPromised({ hashes }: Measured, promised: readonly Promised[]): boolean {
  return promised.every(({ hash }, at) => hashes[at] === hash);
}

function promises(manifests: readonly BagManifest[]): ReadonlyMap<string, readonly Promised[]> {
  const byPath = new Map<string, Promised[]>();
  for (const { algorithm, lines } of manifests) {
    for (const { path, hash } of lines) {
      const promised = byPath.get(path);
      if (promised === undefined) byPath.set(path, [{ algorithm, hash }]);
      else promised.push({ algorithm, hash });
    }
  }
  return byPath;
}

/** A Mac writes é as e and an accent: the same file to people, another to programs. */
export function byForm(paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(paths.toReversed().map((path) => [formless(path), path]));
}

export function formless(path: string): string {
  return path.normalize('NFC');
}
