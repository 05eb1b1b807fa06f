/** `verify BAG`: what lies in the folder against its manifests: missing, changed, extra and badly named told apart. */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { error, warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { sha256 } from '../disk/sha256.ts';
import { collidingPaths } from '../trade/file-name.ts';
import { proofFile, readArchiveLog } from './archive-log.ts';
import { bagInfoField } from './bag-format.ts';
import type { NameFault } from './bag-name.ts';
import { isOnlyRisky, nameFault } from './bag-name.ts';
import { readDeclaration, type Declaration } from './declaration.ts';
import { fetchFile, fetchProblems } from './fetch-list.ts';
import type { Bag } from './open-bag.ts';
import { openBag } from './open-bag.ts';
import { byForm, formless, keptPromises } from './promises.ts';
import type { BagManifest } from './read-manifests.ts';
import { isBag, readBagManifests } from './read-manifests.ts';

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
 * Each finding is an error too; names that may go wrong elsewhere are warnings. Bags that others made are checked the same way, with any
 * algorithm and encoding of Node's. `workspace` knows which bags were made here; the bag itself may lie anywhere.
 */
export function verifyBag(disk: Disk, folder: string, workspace: Disk = disk): Result<BagVerification> {
  const bag = openBag(disk, folder);
  const nothing = { files: bag.files.length, missing: [], changed: [], extra: [], badlyNamed: [] };
  if (!isBag(bag.files)) return { value: nothing, messages: [error(fileOnly(bag.place('bagit.txt')), 'not-a-bag')] };
  const { value: declaration, messages: undeclared } = readDeclaration(bag);
  const { value: manifests, messages: unread } = readBagManifests(bag, declaration);
  const { missing, changed, payloadSize } = keptPromises(bag, manifests);
  const extra = bag.files.filter((path) => isExtra(path, manifests));
  const faults = nameFaults(bag, manifests);
  const place = (path: string) => fileOnly(bag.place(path));
  const messages = [
    ...undeclared,
    ...fetchProblems(bag, declaration),
    ...unread,
    ...oxumProblems(bag, declaration, payloadSize),
    ...otherThanArchived(workspace, folder, bag),
    ...missing.map((path) => error(place(path), 'bag-missing')),
    ...changed.map((path) => error(place(path), 'bag-changed')),
    ...extra.map((path) => error(place(path), 'bag-extra')),
    ...bag.files.filter(bag.isLink).map((path) => error(place(path), 'bag-link')),
    ...collidingPaths(bag.files).map(([first, second]) => warning(place(second), 'bag-names-alike', { first })),
    ...faults.map(([path, fault]) => (isOnlyRisky(fault) ? warning : error)(place(path), 'bag-bad-name', { fault })),
  ];
  const badlyNamed = faults.map(([path]) => path);
  return { value: { ...nothing, missing, changed, extra, badlyNamed }, messages };
}

/** RFC 8493 2.1.3, 2.2.1: a payload file stands in every payload manifest, a tag file in every tag manifest but the tag manifests themselves. */
function isExtra(path: string, manifests: readonly BagManifest[]): boolean {
  if (/^tagmanifest-[^/]+\.txt$/u.test(path) || path === fetchFile) return false;
  const concerned = manifests.filter((manifest) => manifest.isPayload === path.startsWith('data/'));
  // Without any manifest the bag is told to have none; each file of it is not told again.
  return !concerned.every((manifest) => manifest.paths.has(path) || manifest.forms.has(formless(path)));
}

/** What a file is called, and whether it is what the manifest calls it; its content is checked all the same. */
function nameFaults(bag: Bag, manifests: readonly BagManifest[]): readonly (readonly [string, NameFault])[] {
  const firsts = byForm(bag.files);
  return bag.files.flatMap((path) => {
    const isNamed = manifests.some((manifest) => manifest.paths.has(path));
    const isMeant = manifests.some((manifest) => manifest.forms.has(formless(path)));
    const isTwin = firsts.get(formless(path)) !== path;
    const fault = isTwin || (isMeant && !isNamed) ? 'not-nfc' : nameFault(path);
    return fault === null ? [] : [[path, fault] as const];
  });
}

/** A quick proof that nothing was cut off: bytes and number of the payload files. */
function oxumProblems(bag: Bag, { decode }: Declaration, payloadSize: number): readonly Message[] {
  const info = bag.read('bag-info.txt');
  const expected = info === null ? null : bagInfoField(decode(info), 'Payload-Oxum');
  if (expected === null) return [];
  const found = `${payloadSize}.${bag.files.filter((path) => path.startsWith('data/')).length}`;
  return found === expected ? [] : [error(fileOnly(bag.place('bag-info.txt')), 'bag-oxum', { expected, found })];
}

/** A bag that was opened and sealed anew agrees with itself; the register knows it was another. */
function otherThanArchived(workspace: Disk, folder: string, bag: Bag): readonly Message[] {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const archived = readArchiveLog(workspace).value.find((each) => each.bag === name);
  if (archived === undefined || sha256(bag.read(proofFile) ?? '') === archived.proof) return [];
  return [error(fileOnly(folder), 'bag-not-archived', { date: archived.date })];
}
