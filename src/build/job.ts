/** Job: one file of `out/` and everything its bytes depend on. The build knows only bytes and paths (DESIGN.md §7). */
import type { Result } from '../message/message.ts';

/** program: our own code, libraries and shipped faces · look: fonts of the office, reference.docx · words: what the paper says. */
export type RecipePart = 'program' | 'look' | 'words';
export type RecipeParts = Readonly<Record<RecipePart, string>>;

export type Job = {
  /** Path relative to the quarter's folder, with `/`: `letters/012-区财政局.docx`. */
  readonly path: string;
  /** What kind of paper it is, for `--json`, the manifest and the register. */
  readonly kind: string;
  /** One canonical text of all the bytes depend on: program, format, style and fonts, and the hash of what the paper says. */
  readonly recipe: string;
  /** The recipe in parts, for --explain: which of them is another one than last time. */
  readonly parts?: RecipeParts;
  /** Hash of what the file says, apart from its format; none for a file that is no paper. Who issues a draft compares it. */
  readonly tree?: string;
  /** Files it was made from, relative to the workspace, for the manifest. */
  readonly inputs: readonly string[];
  /** The bytes; null, with an error among the messages, when the paper cannot be made (a character that no face has …). */
  readonly make: () => Promise<Result<Uint8Array | null>>;
};
