/**
 * manifest.json of a quarter's folder: every file with its hash and the inputs it was made from. It is also the build's
 * memory: `sha256` is what Duban last wrote there, `recipe` what it was made by (style.md §4). No times, no order but
 * that of code units, paths relative: the same drafts give the same manifest.
 */
import type { Disk } from '../disk/disk.ts';
import { utf8PartsOf } from '../disk/utf8.ts';
import type { Message } from '../message/message.ts';
import { warning } from '../message/message.ts';
import { isSafePath } from '../trade/file-name.ts';

export type ManifestFile = {
  /** Relative to the quarter's folder. */
  readonly path: string;
  readonly kind: string;
  /** Of the bytes that Duban wrote, whatever was done to the file since. */
  readonly sha256: string;
  /** SHA-256 of the job's recipe. */
  readonly recipe: string;
  /** Part of the recipe → the beginning of its SHA-256; empty where the job did not say. */
  readonly parts: Readonly<Record<string, string>>;
  /** `Job.tree`: what the file says, so that `issue` can tell that it is still what would be said today. */
  readonly tree: string | null;
  readonly inputs: readonly InputHash[];
};

/**
 * Path relative to the workspace, SHA-256 of what was read; null where there was no such file. Pairs and no object with a key a path, as the
 * file has it: V8 would make a class for each, and of eight thousand files they were 30 MB.
 */
export type InputHash = readonly [path: string, sha256: string | null];

export type Manifest = { readonly files: readonly ManifestFile[] };

export const manifestName = 'manifest.json';

const version = 2;

/**
 * The manifest of a folder; an unreadable one counts as none, with a warning: files are then compared, not lost. So does one that names
 * a file outside the folder: we never wrote that, and what it says of the others is worth no more.
 */
export function readManifest(disk: Disk, folder: string): { readonly value: Manifest; readonly messages: Message[] } {
  const file = `${folder}/${manifestName}`;
  const bytes = disk.read(file);
  if (bytes === null) return { value: { files: [] }, messages: [] };
  const files = parseManifest(new TextDecoder().decode(bytes));
  const broken = warning({ file, row: null, column: null }, 'broken-manifest');
  return files === null ? { value: { files: [] }, messages: [broken] } : { value: { files }, messages: [] };
}

/** In parts: of eight thousand files it is 22 MB. */
export function printManifest({ files }: Manifest): readonly Uint8Array[] {
  return utf8PartsOf(printedFiles(files.toSorted((a, b) => (a.path < b.path ? -1 : 1))));
}

/** JSON with two blanks a level, file by file. */
function* printedFiles(files: readonly ManifestFile[]): Iterable<string> {
  yield `{\n  "version": ${version},\n  "files": [`;
  for (const [at, file] of files.entries()) {
    const inFile = { ...file, inputs: Object.fromEntries(file.inputs) };
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(inFile, printedKeys(file), 2)}`.replaceAll('\n', '\n    ');
  }
  yield files.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}

/** In the order in which they are printed; one that is missing here does not compile, for it would be lost. */
const fields = { path: 0, kind: 1, sha256: 2, recipe: 3, parts: 4, tree: 5, inputs: 6 } satisfies Record<
  keyof ManifestFile,
  number
>;

/** JSON prints the keys in the order in which it is given them, inputs by code unit. */
function printedKeys({ parts, inputs }: ManifestFile): string[] {
  return [...Object.keys(fields), ...Object.keys(parts), ...inputs.map(([path]) => path).toSorted()];
}

function parseManifest(text: string): readonly ManifestFile[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed) || parsed['version'] !== version || !Array.isArray(parsed['files'])) return null;
    const files: readonly unknown[] = parsed['files'].map(withParts);
    return files.every(isPrintedFile) ? files.map(asPairs) : null;
  } catch {
    return null;
  }
}

/** Those of 0.2.0 say nothing of parts. */
function withParts(file: unknown): unknown {
  return isRecord(file) ? { parts: {}, ...file } : file;
}

/** As `manifest.json` has it. */
type PrintedFile = Omit<ManifestFile, 'inputs'> & { readonly inputs: Readonly<Record<string, string | null>> };

function asPairs(file: PrintedFile): ManifestFile {
  return { ...file, inputs: Object.entries(file.inputs) };
}

function isPrintedFile(value: unknown): value is PrintedFile {
  if (!isRecord(value) || !isRecord(value['inputs']) || !isRecord(value['parts'])) return false;
  if (value['tree'] !== null && typeof value['tree'] !== 'string') return false;
  if (!['kind', 'sha256', 'recipe'].every((key) => typeof value[key] === 'string')) return false;
  const isHashed = Object.values(value['inputs']).every((hash) => hash === null || typeof hash === 'string');
  return isHashed && typeof value['path'] === 'string' && isPlannable(value['path']);
}

/** What a job may be called: below the folder, and neither the manifest nor one of the build's own hidden files. */
export function isPlannable(path: string): boolean {
  return isSafePath(path) && path !== manifestName;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
