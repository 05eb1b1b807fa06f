/** What comes with the program: templates, faces, and the program's own identity. */
import path from 'node:path';
import { diskAt, type Disk } from '../disk/disk.ts';
import type { TemplateSource } from '../document/template.ts';
import type { Result } from '../message/message.ts';
import { decodeText } from '../table/decode.ts';
import { sha256 } from '../disk/sha256.ts';

/** The package's own folder, found by its package.json: sources, compiled files and a bundle lie at different depths below it. */
const root = packageFolder(import.meta.dirname);
const shipped = diskAt(root);

function packageFolder(folder: string): string {
  const above = path.dirname(folder);
  return diskAt(folder).read('package.json') !== null || above === folder ? folder : packageFolder(above);
}

/** A shipped file, or an error of the installation: without it nothing can be made. */
export function readShipped(file: string): Uint8Array {
  const bytes = shipped.read(file);
  if (bytes === null) throw new Error(`the installation is incomplete: ${file} is missing`);
  return bytes;
}

export function listShipped(folder: string): readonly string[] {
  return shipped.list(folder);
}

/** The workspace's templates; for each that it does not have, the shipped one. An editor may have saved one as GBK. */
export function templateSources(disk: Disk): Result<readonly TemplateSource[]> {
  const isTemplate = (file: string): boolean => file.endsWith('.hbs');
  const names = new Set([
    ...disk.list('templates').filter(isTemplate),
    ...shipped.list('templates').filter(isTemplate),
  ]);
  const decoded = [...names].toSorted().map((file) => {
    const { value, messages } = decodeText(disk.read(file) ?? readShipped(file), file);
    return { source: { file, text: value.text }, messages };
  });
  return { value: decoded.map(({ source }) => source), messages: decoded.flatMap(({ messages }) => messages) };
}

/**
 * Hash of the program's own code: part of every recipe, so that a changed program makes its papers anew (one of
 * Snakemake's five triggers) and nobody has to remember a version number.
 */
export function programHash(): string {
  const folder = path.relative(root, import.meta.dirname).split(path.sep)[0] ?? '';
  const code = shipped.list(folder).filter((file) => /\.m?[jt]s$/.test(file));
  return sha256(new TextEncoder().encode(code.map((file) => sha256(readShipped(file))).join('\n')));
}

/** `0.1.0`, from package.json. */
export function programVersion(): string {
  const manifest = JSON.parse(new TextDecoder().decode(readShipped('package.json'))) as { readonly version: string };
  return manifest.version;
}
