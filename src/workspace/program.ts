/** The program's own identity: where it lies, its version, and the hash that makes a changed program make its papers anew. */
import path from 'node:path';
import { diskAt, type Disk } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';

type Identity = {
  /** `0.1.0`, from package.json. */
  readonly version: string;
  /** Of the own code, package-lock.json, which names the libraries, and the faces: part of every recipe (one of Snakemake's five triggers). */
  readonly hash: string;
};

/** Put in by the bundler (src/bundle): a delivered program need not read itself. */
declare const bundledProgram: Identity | undefined;

/**
 * The package's own folder, found by the package.json with its name: sources, compiled files and a bundle lie at different depths below it. The
 * bundle has a package.json besides, which only says that it holds no ECMAScript modules.
 */
export const programFolder = packageFolder(import.meta.dirname);

function packageFolder(folder: string): string {
  const above = path.dirname(folder);
  const manifest = new TextDecoder().decode(diskAt(folder).read('package.json') ?? new Uint8Array());
  return manifest.includes('"name"') || above === folder ? folder : packageFolder(above);
}

/** What the runs before worked out, relative to the workspace. */
export const memoryFile = 'out/.memory';

const facesFolder = 'templates/fonts';

export function programVersion(): string {
  return typeof bundledProgram === 'undefined' ? versionIn(diskAt(programFolder)) : bundledProgram.version;
}

export function programHash(): string {
  if (typeof bundledProgram !== 'undefined') return bundledProgram.hash;
  return hashOf(diskAt(programFolder), codeFolder());
}

/** Code, libraries and faces: what the hash stands for. Templates and office.yaml may be a workspace's own at the same time. */
export function isPartOfProgram(full: string): boolean {
  const parts = [codeFolder(), 'node_modules', facesFolder].map((each) => path.join(programFolder, each) + path.sep);
  return parts.some((part) => full.startsWith(part));
}

function codeFolder(): string {
  return path.relative(programFolder, import.meta.dirname).split(path.sep)[0] ?? '';
}

/** Of the program whose package lies in `disk`, for the bundler; `code`: the folder of its sources. @internal */
export function identityOf(disk: Disk, code: string): Identity {
  return { version: versionIn(disk), hash: hashOf(disk, code) };
}

function versionIn(disk: Disk): string {
  const manifest = new TextDecoder().decode(disk.read('package.json') ?? new Uint8Array());
  return (JSON.parse(manifest) as Identity).version;
}

function hashOf(disk: Disk, code: string): string {
  const files = disk.list(code).filter((file) => /\.m?[jt]s$/u.test(file));
  const hashes = [...files, 'package-lock.json', `${facesFolder}/SHA256SUMS`].map((file) =>
    sha256(disk.read(file) ?? ''),
  );
  return sha256(hashes.join('\n'));
}
