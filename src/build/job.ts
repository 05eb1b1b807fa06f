/** Job: one file of `out/` and everything its bytes depend on. The build knows only bytes and paths (DESIGN.md §7). */
import { sha256 } from '../disk/sha256.ts';
import type { Result } from '../message/message.ts';

/** program: our own code, libraries and shipped faces · look: fonts of the office, reference.docx · words: what the paper says. */
export type RecipePart = 'program' | 'look' | 'words';
export type RecipeParts = Readonly<Record<RecipePart, string>>;

export type Job = {
  /** Path relative to the quarter's folder, with `/`: `letters/012-区财政局.docx`. */
  readonly path: string;
  /** What kind of paper it is, for `--json`, the manifest and the register. */
  readonly kind: string;
  /**
   * All that the bytes depend on, in canonical texts: program, format, style and fonts, and the hash of what the paper says. In parts, where
   * --explain can tell which of them is another one than last time.
   */
  readonly recipe: string | RecipeParts;
  /** Hash of what the file says, apart from its format; none for a file that is no paper. Who issues a draft compares it. */
  readonly tree?: string;
  /** Files it was made from, relative to the workspace, for the manifest. */
  readonly inputs: readonly string[];
  /** How much memory it takes, about, in bytes: for the few that take much. */
  readonly weight?: number;
  /** The bytes; null, with an error among the messages, when the paper cannot be made (a character that no face has …). */
  readonly make: () => Promise<Result<FileBytes | null>>;
};

/** Of a file that is large, in parts: as of them joined. */
export type FileBytes = Uint8Array | readonly Uint8Array[];

export function inParts(bytes: FileBytes): readonly Uint8Array[] {
  return bytes instanceof Uint8Array ? [bytes] : bytes;
}

export function inOnePiece(bytes: FileBytes): Uint8Array {
  return bytes instanceof Uint8Array ? bytes : Buffer.concat(bytes);
}

/** The recipe as one text is made for its hash and let go: of eight thousand jobs they would be 10 MB. */
export function recipeHash({ recipe }: Pick<Job, 'recipe'>): string {
  return sha256(typeof recipe === 'string' ? recipe : `${recipe.program}\n${recipe.look}\n${recipe.words}`);
}
