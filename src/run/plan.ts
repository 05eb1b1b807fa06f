/**
 * Plan: for each paper the jobs that make its files. Papers meet their writers here; the build that runs the jobs knows neither.
 */
import { inParts, type FileBytes, type Job, type RecipeParts } from '../build/job.ts';
import type { Document } from '../document/tree.ts';
import { collectGarbage } from '../disk/garbage.ts';
import { sha256 } from '../disk/sha256.ts';
import type { Result } from '../message/message.ts';
import { silent } from '../message/result.ts';
import type { MadePaper } from '../papers/made.ts';
import type { InputsOf } from './inputs-of.ts';
import { paperRow, type PlainKind } from '../trade/paper-kinds.ts';

export type Format = 'docx' | 'pdf';

/** The writers of the formats, and what their bytes depend on beside the tree. */
export type Writers = {
  readonly write: Readonly<Record<Format, (document: Document) => Promise<Result<Uint8Array | null>>>>;
  /** One canonical text a format, of each: the program; styles, reference document, fonts by hash. */
  readonly recipe: Readonly<Record<Format, Pick<RecipeParts, 'program' | 'look'>>>;
};

/** A file that is no paper: ledger.csv, index.html. */
export type PlainFile = { readonly path: string; readonly kind: PlainKind; readonly bytes: () => FileBytes };

type Planned = {
  readonly papers: readonly MadePaper[];
  readonly files: readonly PlainFile[];
  readonly again: readonly { readonly draft: MadePaper }[];
  readonly writers: Writers;
};

/**
 * One job a file, in the order of the papers; before them the page and ledger.csv, with a hundred times the units the largest: they are made,
 * and let go, while little else is held. `inputsOf` names the files that a paper was made from.
 */
export function planJobs(
  { papers, files, again, writers }: Planned,
  plan: { readonly formats: readonly Format[]; readonly inputsOf: InputsOf },
): readonly Job[] {
  const formatsOf = ({ kind }: MadePaper): readonly Format[] =>
    paperRow(kind).formats === 'pdf' ? ['pdf'] : plan.formats;
  return [
    ...files.map((file) => fileJob(file, plan.inputsOf(file.path, file.kind))),
    ...[...papers, ...again.map(({ draft }) => draft)].flatMap((paper) =>
      formatsOf(paper).map((format, at, all) => paperJob(paper, format, at === all.length - 1)),
    ),
  ];

  function paperJob(paper: MadePaper, format: Format, isLast: boolean): Job {
    const { path, kind, tree, size } = paper;
    collectGarbage();
    const { program, look } = writers.recipe[format];
    // Name by name: an object that grows after it was spread is of a make of its own to V8.
    const recipe: RecipeParts = { program, look, words: tree };
    return {
      path: `${path}.${format}`,
      kind,
      recipe,
      tree,
      inputs: plan.inputsOf(path, kind),
      weight: size * weightOfCell[format],
      make: () => {
        const { document } = paper;
        if (isLast) paper.letGo();
        return writers.write[format](document);
      },
    };
  }
}

/** Bytes of a cell or paragraph that is being written; on pages each of its lines has a place. */
export const weightOfCell = { docx: 250, pdf: 600 } as const satisfies Record<Format, number>;
/** Of page and ledger.csv, in a quarter that is large. */
const weightOfFile = 50 << 20;

/** Tens of megabytes, with a hundred times the units: made when its turn comes, and let go when it is written. */
function fileJob({ path, kind, bytes }: PlainFile, inputs: Job['inputs']): Job {
  let recipe: string | null = null;
  let made: FileBytes | null = null;
  return {
    path,
    kind,
    inputs,
    weight: weightOfFile,
    get recipe() {
      if (recipe !== null) return recipe;
      made = bytes();
      return (recipe = sha256(...inParts(made)));
    },
    make: () => {
      const given = made ?? bytes();
      made = null;
      return Promise.resolve(silent(given));
    },
  };
}
