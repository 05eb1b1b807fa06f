/** The common part of issue and reissue: papers get their numbers, are rendered and frozen, and enter the register; all or none. */
import { inParallel } from '../build/pool.ts';
import { collidingPaths } from '../trade/file-name.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Act } from './act.ts';
import { checkDrafts } from './draft-checks.ts';
import { enterActs } from './enter.ts';
import type { RegisterEntry, Register } from './entry.ts';
import type { Speaking } from './figures.ts';
import { freeze } from './freeze.ts';
import type { IssueContext, PaperToIssue } from './issue-context.ts';
import type { JournalCommand } from './journal.ts';
import { openStaging } from './journal.ts';
import type { Numbered } from './numbering.ts';
import { numbersFor } from './numbering.ts';
import { pathOf } from './record.ts';

/** The numbers that the papers would get, in their order. */
export function numberPapers<T extends PaperToIssue>(
  { series, date }: IssueContext,
  register: Register,
  papers: readonly T[],
): readonly Numbered<T>[] {
  return numbersFor(register, papers, { series, date, kindOf: ({ draft }) => draft.kind });
}

/** The papers that can go out as they stand in out/Q; all of them where the caller does not ask for the comparison. */
export function checkPapers(
  { disk, quarter, period = quarter, date, asEdited }: IssueContext,
  papers: readonly PaperToIssue[],
): Result<readonly PaperToIssue[]> {
  return asEdited === undefined
    ? { value: papers, messages: [] }
    : checkDrafts({ disk, period, date, asEdited }, papers);
}

/** `before`: acts of the same transaction that come first. `close`: a closing, with what it freezes. */
export type IssuingPapers = IssueContext & {
  readonly command: JournalCommand;
  readonly close?: Speaking['close'];
  readonly before?: readonly Act[];
};

/** Answers with the new rows; [] with an error, and then no number was given. The caller has the register (withRegister). */
export async function issuePapers(
  context: IssuingPapers,
  register: Register,
  papers: readonly Numbered<PaperToIssue>[],
): Promise<Result<readonly RegisterEntry[]>> {
  const { disk, command, quarter, jobs, onProgress, close, before } = context;
  const blocked = collisions(papers);
  if (blocked.length > 0) return { value: [], messages: blocked };
  const staging = openStaging(disk);
  let done = 0;
  const frozen = await inParallel(papers, jobs, async (paper) => {
    const entry = await freeze(context, { staging, register }, paper);
    done += 1;
    onProgress?.({ done, total: papers.length, path: paper.item.draft.path });
    return entry;
  });
  const messages = frozen.flatMap((each) => each.messages);
  if (hasErrors(messages)) return { value: [], messages };
  const acts = frozen.flatMap(({ value }) => (value === null ? [] : [value]));
  if (close) staging.add(close.act.frozen.path, close.frozen);
  const all = [...(close ? [close.act] : []), ...(before ?? []), ...acts];
  const after = enterActs(staging, register, { command, quarter, acts: all });
  if (after.value === null) return { value: [], messages: [...messages, ...after.messages] };
  const numbers = new Set(acts.map(({ number }) => number));
  return { value: after.value.entries.filter(({ number }) => numbers.has(number)), messages };
}

/** Two papers cannot lie at one place. */
function collisions(papers: readonly Numbered<PaperToIssue>[]): readonly Message[] {
  const alike = collidingPaths(papers.map((paper) => pathOf(paper.number, paper.item.draft)));
  return alike.map(([first, second]) => error(fileOnly(second), 'same-path', { first }));
}
