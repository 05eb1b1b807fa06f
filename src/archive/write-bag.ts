/**
 * Writes a bag: beside its place, proved from the disk, then renamed. What has its name is complete, and nothing of ours ever
 * writes into it again.
 */
import { createHash } from 'node:crypto';
import type { Disk } from '../disk/disk.ts';
import type { Message } from '../message/message.ts';
import type { ManifestLine } from './bag-format.ts';
import { algorithms, declaration, printBagInfo, printBagManifest } from './bag-format.ts';
import { verifyBag } from './verify-bag.ts';

/** `path` is relative to `data/`. */
export type PayloadFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly copy: CopiedFile };

/** A file of the workspace, of any size, with what it was measured as; the proof of the bag finds out whether it still was when it was copied. */
export type CopiedFile = { readonly from: string; readonly size: number; readonly hashes: ReadonlyMap<string, string> };

export type BagPlan = {
  /** `out/archive/X001-2024Q3-01` */
  readonly folder: string;
  readonly payload: readonly PayloadFile[];
  /** bag-info.txt without Payload-Oxum, which is counted here. */
  readonly info: readonly (readonly [label: string, value: string])[];
};

/** Answers with what the proof found; with an error there is no bag. */
export function writeBag(disk: Disk, { folder, payload, info }: BagPlan): readonly Message[] {
  const beside = besideOf(folder);
  disk.remove(beside);
  for (const file of payload) {
    const to = `${beside}/data/${file.path}`;
    if ('copy' in file) disk.copy(file.copy.from, to);
    else disk.write(to, file.bytes);
  }
  const tags = tagFiles(payload, info);
  for (const [name, text] of tags) disk.write(`${beside}/${name}`, encode(text));
  // What is only risky in the bags of others is wrong in ours.
  const messages = verifyBag(disk, beside).messages.map((message) => ({ ...message, severity: 'error' as const }));
  if (messages.length > 0) disk.remove(beside);
  else disk.rename(beside, folder);
  return messages;
}

/** Of the same payload and info, always the same text: no time, sorted by path. */
export function payloadManifest(payload: readonly PayloadFile[], algorithm: string): string {
  return printBagManifest(payload.map((file) => ({ path: `data/${file.path}`, hash: payloadHash(file, algorithm) })));
}

function tagFiles(payload: readonly PayloadFile[], info: BagPlan['info']): ReadonlyMap<string, string> {
  const size = payload.reduce((sum, file) => sum + ('copy' in file ? file.copy.size : file.bytes.length), 0);
  const tags = new Map([
    ['bagit.txt', declaration],
    ['bag-info.txt', printBagInfo([...info, ['Payload-Oxum', `${size}.${payload.length}`]])],
    ...algorithms.map((each) => [`manifest-${each}.txt`, payloadManifest(payload, each)] as const),
  ]);
  const tagManifests = algorithms.map(
    (each) => [`tagmanifest-${each}.txt`, printBagManifest(linesOf(tags, each))] as const,
  );
  return new Map([...tags, ...tagManifests]);
}

function linesOf(tags: ReadonlyMap<string, string>, algorithm: string): readonly ManifestLine[] {
  return [...tags].map(([path, text]) => ({ path, hash: hashOf(encode(text), algorithm) }));
}

function payloadHash(file: PayloadFile, algorithm: string): string {
  return 'copy' in file ? (file.copy.hashes.get(algorithm) ?? '') : hashOf(file.bytes, algorithm);
}

function hashOf(bytes: Uint8Array, algorithm: string): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Hidden, so that half a bag is never taken for one. */
function besideOf(folder: string): string {
  const at = folder.lastIndexOf('/') + 1;
  return `${folder.slice(0, at)}.${folder.slice(at)}.part`;
}
