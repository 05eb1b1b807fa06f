/** `verify BAG`: what lies in the folder against its manifests: missing, changed, extra and badly named told apart. */
import { createHash } from 'node:crypto';
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { sha256 } from '../disk/sha256.ts';
import { proofFile, readArchiveLog } from './archive-log.ts';
import { bagInfoField } from './bag-format.ts';
import type { NameFault } from './bag-name.ts';
import { nameFault } from './bag-name.ts';
import type { Bag } from './open-bag.ts';
import { openBag } from './open-bag.ts';
import type { BagManifest } from './read-manifests.ts';
import { readBagManifests } from './read-manifests.ts';

export type BagVerification = {
  /** Payload and tag files in the folder. */
  readonly files: number;
  /** Paths inside the bag. */
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
  readonly badlyNamed: readonly string[];
};

/**
 * Each finding is an error too. Bags that others made are checked the same way, with any algorithm of Node's. `workspace` knows which bags
 * were made here; the bag itself may lie anywhere.
 */
export function verifyBag(disk: Disk, folder: string, workspace: Disk = disk): Result<BagVerification> {
  const bag = openBag(disk, folder);
  const { value: manifests, messages: unread } = readBagManifests(bag);
  const { missing, changed } = kept(bag, manifests);
  const extra = bag.files.filter((path) => isExtra(path, manifests));
  const faults = nameFaults(bag, manifests);
  const place = (path: string) => fileOnly(bag.place(path));
  const messages = [
    ...unread,
    ...oxumProblems(bag),
    ...otherThanArchived(workspace, folder, bag),
    ...missing.map((path) => error(place(path), 'bag-missing')),
    ...changed.map((path) => error(place(path), 'bag-changed')),
    ...extra.map((path) => error(place(path), 'bag-extra')),
    ...faults.map(([path, fault]) => error(place(path), 'bag-bad-name', { fault })),
  ];
  const badlyNamed = faults.map(([path]) => path);
  return { value: { files: bag.files.length, missing, changed, extra, badlyNamed }, messages };
}

/** Each promised file is read once, whatever number of manifests names it. */
function kept(bag: Bag, manifests: readonly BagManifest[]): Pick<BagVerification, 'missing' | 'changed'> {
  const onDisk = byForm(bag.files);
  const missing: string[] = [];
  const changed: string[] = [];
  for (const [path, hashes] of promises(manifests)) {
    const bytes = bag.read(onDisk.get(formless(path)) ?? path);
    if (bytes === null) missing.push(path);
    else if (hashes.some(({ algorithm, hash }) => createHash(algorithm).update(bytes).digest('hex') !== hash))
      changed.push(path);
  }
  return { missing, changed };
}

type Promised = { readonly algorithm: string; readonly hash: string };

/** By path, sorted. */
function promises(manifests: readonly BagManifest[]): readonly (readonly [string, readonly Promised[]])[] {
  const byPath = new Map<string, Promised[]>();
  for (const { algorithm, lines } of manifests) {
    for (const { path, hash } of lines) {
      const promised = byPath.get(path);
      if (promised === undefined) byPath.set(path, [{ algorithm, hash }]);
      else promised.push({ algorithm, hash });
    }
  }
  return [...byPath].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** RFC 8493 2.1.3, 2.2.1: a payload file stands in every payload manifest, a tag file in every tag manifest but the tag manifests themselves. */
function isExtra(path: string, manifests: readonly BagManifest[]): boolean {
  if (/^tagmanifest-[^/]+\.txt$/u.test(path)) return false;
  const concerned = manifests.filter((manifest) => manifest.isPayload === path.startsWith('data/'));
  // Without any manifest the bag is told to have none; each file of it is not told again.
  return !concerned.every((manifest) => manifest.paths.has(path) || manifest.forms.has(formless(path)));
}

/** A Mac writes é as e and an accent: the same file to people, another to programs. Its content is still checked. */
function nameFaults(bag: Bag, manifests: readonly BagManifest[]): readonly (readonly [string, NameFault])[] {
  const firsts = byForm(bag.files);
  return bag.files.flatMap((path) => {
    const isNamed = manifests.some((manifest) => manifest.paths.has(path));
    const isMeant = manifests.some((manifest) => manifest.forms.has(formless(path)));
    const isTwin = firsts.get(formless(path)) !== path;
    const fault = nameFault(path) ?? (isTwin || (isMeant && !isNamed) ? 'not-nfc' : null);
    return fault === null ? [] : [[path, fault] as const];
  });
}

function byForm(paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(paths.toReversed().map((path) => [formless(path), path]));
}

function formless(path: string): string {
  return path.normalize('NFC');
}

/** A quick proof that nothing was cut off: bytes and number of the payload files. */
function oxumProblems(bag: Bag): readonly Message[] {
  const info = bag.read('bag-info.txt');
  const expected = info === null ? null : bagInfoField(new TextDecoder().decode(info), 'Payload-Oxum');
  if (expected === null) return [];
  const payload = bag.files.filter((path) => path.startsWith('data/'));
  const size = payload.reduce((sum, path) => sum + (bag.read(path)?.length ?? 0), 0);
  const found = `${size}.${payload.length}`;
  return found === expected ? [] : [error(fileOnly(bag.place('bag-info.txt')), 'bag-oxum', { expected, found })];
}

/** A bag that was opened and sealed anew agrees with itself; the register knows it was another. */
function otherThanArchived(workspace: Disk, folder: string, bag: Bag): readonly Message[] {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const archived = readArchiveLog(workspace).value.find((each) => each.bag === name);
  if (archived === undefined || sha256(bag.read(proofFile) ?? '') === archived.proof) return [];
  return [error(fileOnly(folder), 'bag-not-archived', { date: archived.date })];
}
