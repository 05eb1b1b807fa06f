/** Job: one file of `out/` and everything its bytes depend on. The build knows only bytes and paths (DESIGN.md §7). */

export type Job = {
  /** Path relative to the quarter's folder, with `/`: `letters/012-区财政局.docx`. */
  readonly path: string;
  /** What kind of paper it is, for `--json`, the manifest and the register. */
  readonly kind: string;
  /** One canonical text of all the bytes depend on: program version, format, style, fonts by hash, templates, meta, view. */
  readonly recipe: string;
  /** Files it was made from, relative to the workspace, for the manifest. */
  readonly inputs: readonly string[];
  readonly make: () => Promise<Uint8Array>;
};
