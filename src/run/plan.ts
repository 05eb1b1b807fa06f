/**
 * Plan: which papers the quarter has, and for each the job that makes its file. Papers meet their writers here; the build
 * that runs the jobs knows neither.
 */
import type { Document } from '../document/tree.ts';
import type { Draft } from '../register/draft.ts';
import type { Job } from '../build/job.ts';
import type { Result } from '../message/message.ts';

export type Format = 'docx' | 'pdf';

/** The writers of the formats, and what their bytes depend on beside the tree. */
export type Writers = {
  readonly write: Readonly<Record<Format, (document: Document) => Promise<Result<Uint8Array | null>>>>;
  /** Program version, styles, reference document, fonts by hash: one canonical text a format. */
  readonly recipe: Readonly<Record<Format, string>>;
};

/** A table paper: it is never issued, and has no number. */
export type TablePaper = {
  /** Without extension: `assessments/012-区财政局`. */
  readonly path: string;
  readonly kind: 'scorecard' | 'summary' | 'ledger' | 'internal';
  readonly document: Document;
};

/** A file that is no paper: ledger.csv, index.html. */
export type PlainFile = { readonly path: string; readonly kind: 'data' | 'page'; readonly bytes: Uint8Array };

export type QuarterPapers = {
  readonly drafts: readonly Draft[];
  readonly tables: readonly TablePaper[];
  readonly files: readonly PlainFile[];
};

/** What a job needs to know of a paper: a draft, a table, or a paper of the year. */
type Printable = { readonly path: string; readonly kind: string; readonly document: Document };

type Papers = {
  readonly drafts: readonly Printable[];
  readonly tables: readonly Printable[];
  readonly files: readonly PlainFile[];
};

/** One job a file, in the order of the papers. `inputsOf` names the files that a paper was made from. */
export function planJobs(
  papers: Papers,
  writers: Writers,
  plan: { readonly formats: readonly Format[]; readonly inputsOf: (path: string) => readonly string[] },
): readonly Job[] {
  const draftJobs = papers.drafts.flatMap((draft) => plan.formats.map((format) => paperJob(draft, format)));
  return [...draftJobs, ...papers.tables.map((table) => paperJob(table, 'pdf')), ...papers.files.map(fileJob)];

  function paperJob(paper: Printable, format: Format): Job {
    return {
      path: `${paper.path}.${format}`,
      kind: paper.kind,
      recipe: `${writers.recipe[format]}\n${JSON.stringify(paper.document)}`,
      inputs: plan.inputsOf(paper.path),
      make: () => writers.write[format](paper.document),
    };
  }

  function fileJob({ path, kind, bytes }: PlainFile): Job {
    const make = (): Promise<Result<Uint8Array>> => Promise.resolve({ value: bytes, messages: [] });
    return { path, kind, recipe: new TextDecoder().decode(bytes), inputs: plan.inputsOf(path), make };
  }
}
