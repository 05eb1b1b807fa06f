/** The common part of issue and reissue: papers get their numbers, are rendered and frozen, and enter the register; all or none. */
import type { CalendarDate, Quarter } from '../calendar.ts';
import { inParallel } from '../build/pool.ts';
import type { Disk } from '../disk.ts';
import { formatDocumentNumber } from '../document/official-text.ts';
import type { Document } from '../document/tree.ts';
import type { Draft, DraftKind, Facts } from '../draft.ts';
import { collidingPaths } from '../file-name.ts';
import type { Message, Result } from '../message.ts';
import { error, hasErrors } from '../message.ts';
import { fileOnly } from '../place.ts';
import type { Change, Entry, Register } from './entry.ts';
import { issuedFolder, registerFile } from './entry.ts';
import { freeze } from './freeze.ts';
import { openStaging } from './journal.ts';
import type { Numbered, Series } from './numbering.ts';
import { numbersFor } from './numbering.ts';
import { numberPartOf, pathOf } from './record.ts';
import { printRegister } from './register-table.ts';

/**
 * The bytes of a paper by ending (`docx`, `pdf`), the leading one first. `endings`: the ones wanted, when a paper is printed again as it was
 * issued; otherwise those of the office.
 */
export type Render = (
  document: Document,
  kind: DraftKind,
  endings?: readonly string[],
) => Promise<Result<ReadonlyMap<string, Uint8Array>>>;

export type IssueContext = {
  readonly disk: Disk;
  readonly quarter: Quarter;
  /** 成文日期 of all papers of this run. */
  readonly date: CalendarDate;
  readonly series: Series;
  /** What makes the bytes, in words: program version, styles, fonts. */
  readonly writer: string;
  readonly render: Render;
  /** How many papers are rendered at a time. */
  readonly jobs: number;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly path: string }) => void;
};

/** A paper to be issued. `facts`: what it will be measured by from now on. */
export type Paper = {
  readonly draft: Draft;
  readonly facts: Facts;
  readonly replaces: string | null;
  readonly changes: readonly Change[];
  /** 原因 in register.csv. */
  readonly reason: string;
};

/** The numbers that the papers would get, in their order. */
export function numberPapers<T extends Paper>(
  { series, date }: IssueContext,
  register: Register,
  papers: readonly T[],
): readonly Numbered<T>[] {
  return numbersFor(register, papers, { series, date, kindOf: ({ draft }) => draft.kind });
}

export type Issuing = IssueContext & { readonly command: 'issue' | 'reissue' };

/** Answers with the new rows; [] with an error, and then no number was given. The caller has the register (withRegister). */
export async function issuePapers(
  context: Issuing,
  register: Register,
  papers: readonly Numbered<Paper>[],
): Promise<Result<readonly Entry[]>> {
  const { disk, command, quarter, jobs, onProgress } = context;
  const blocked = takenPlaces(disk, papers);
  if (blocked.length > 0) return { value: [], messages: blocked };
  const staging = openStaging(disk);
  let done = 0;
  const frozen = await inParallel(papers, jobs, async (paper) => {
    const entry = await freeze(context, staging, paper);
    done += 1;
    onProgress?.({ done, total: papers.length, path: paper.item.draft.path });
    return entry;
  });
  const messages = frozen.flatMap((each) => each.messages);
  if (hasErrors(messages)) return { value: [], messages };
  const added = frozen.flatMap(({ value }) => (value === null ? [] : [value]));
  staging.add(registerFile, printRegister([...marked(register.entries, added), ...added]));
  staging.commit({ command, quarter, numbers: added.map((entry) => entry.number) });
  return { value: added, messages };
}

/** What is replaced is 废止 from now on, and says by what. */
function marked(entries: readonly Entry[], added: readonly Entry[]): readonly Entry[] {
  const successors = new Map(added.map((entry) => [entry.replaces, entry.number]));
  return entries.map((entry) => {
    const replacedBy = successors.get(entry.number);
    return replacedBy === undefined ? entry : { ...entry, state: 'superseded', replacedBy };
  });
}

/**
 * A paper in out/issued with a number that the register is about to give: the register is older than the papers (a copy put back, a
 * branch checked out), and the number would be given twice.
 */
function takenPlaces(disk: Disk, papers: readonly Numbered<Paper>[]): readonly Message[] {
  const issued = new Map(disk.list(issuedFolder).map((file) => [numberPartOf(file, issuedFolder), file]));
  const taken = papers.flatMap(({ item, number }) => {
    const file = issued.get(numberPartOf(pathOf(number, item.draft), issuedFolder));
    return file === undefined
      ? []
      : [error(fileOnly(file), 'issued-place-taken', { number: formatDocumentNumber(number) })];
  });
  const alike = collidingPaths(papers.map((paper) => pathOf(paper.number, paper.item.draft)));
  return [...taken, ...alike.map(([first, second]) => error(fileOnly(second), 'same-path', { first }))];
}
