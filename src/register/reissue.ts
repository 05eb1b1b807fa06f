/** `reissue Q --date D`: new papers for exactly the units whose issued paper no longer tells the truth; the old ones stay, marked 废止. */
import type { Draft } from './draft.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { formatDocumentNumber } from '../document/official-text.ts';
import { fileOnly } from '../message/place.ts';
import type { Difference } from './differences.ts';
import { differences } from './differences.ts';
import type { Register } from './entry.ts';
import { registerFile } from './entry.ts';
import { dateProblems } from './date-checks.ts';
import { editedDrafts } from './issue-checks.ts';
import type { IssueContext, Paper } from './issue-context.ts';
import { issuePapers, numberPapers } from './issue-papers.ts';
import { readRegister } from './read-register.ts';
import type { Numbered } from './numbering.ts';
import { reasonOf } from './reason.ts';
import { withRegister } from './with-register.ts';

export type ReissueRequest = IssueContext & {
  /** Drafts of today, with today's facts. */
  readonly drafts: readonly Draft[];
  readonly ignoreEdits: boolean;
  /**
   * The draft of a new paper, worded with what it replaces and what changed: for changed and gained the draft of today (its facts
   * stay the draft's), for lost the notice of what the unit hands over. As a Result when wording can go wrong: an error issues nothing.
   */
  readonly word: (difference: Difference) => Draft | Result<Draft>;
};

/** A paper of a reissue: the number it has, or in a dry run would get. */
export type Reissued = Difference & { readonly number: string };

/** Issues what must be issued anew; [] when every issued paper still tells the truth. */
export function reissueDrafts(request: ReissueRequest): Promise<Result<readonly Reissued[]>> {
  return withRegister<readonly Reissued[]>(request.disk, [], async ({ register }) => {
    const planned = plan(request, register);
    if (hasErrors(planned.messages) || planned.value.length === 0) return { value: [], messages: planned.messages };
    const papers = numberPapers(request, register, planned.value);
    const { value: issued, messages } = await issuePapers({ ...request, command: 'reissue' }, register, papers);
    return { value: issued.length === 0 ? [] : reissued(papers), messages: [...planned.messages, ...messages] };
  });
}

/** What `reissueDrafts` would do: nothing is written and no lock is taken. */
export function reissueList(request: ReissueRequest): Result<readonly Reissued[]> {
  const { value: register, messages } = readRegister(request.disk);
  if (hasErrors(messages)) return { value: [], messages };
  const planned = plan(request, register);
  const value = hasErrors(planned.messages) ? [] : reissued(numberPapers(request, register, planned.value));
  return { value, messages: [...messages, ...planned.messages] };
}

type PlannedPaper = Paper & { readonly difference: Difference };

function plan(request: ReissueRequest, register: Register): Result<readonly PlannedPaper[]> {
  const { quarter, drafts, disk, ignoreEdits } = request;
  if (!register.entries.some((entry) => entry.quarter === quarter)) {
    return { value: [], messages: [error(fileOnly(registerFile), 'not-issued-yet', { quarter })] };
  }
  const worded = differences(register, quarter, drafts).map((difference) => paperOf(difference, request));
  const papers = worded.map(({ value }) => value);
  if (papers.length === 0) return { value: [], messages: [] };
  const concerned = papers.flatMap(({ difference }) => (difference.draft === null ? [] : [difference.draft]));
  const edited: readonly Message[] = ignoreEdits ? [] : editedDrafts(disk, quarter, concerned);
  const dated = { ledgerDay: null, command: 'reissue', isThatDay: true } as const;
  const codes = new Set(papers.map(({ draft }) => request.series[draft.kind]));
  const dates = dateProblems({ ...dated, quarter, date: request.date, codes }, register);
  const messages = [...worded.flatMap((each) => each.messages), ...dates, ...edited];
  return { value: papers, messages };
}

function paperOf(difference: Difference, { word }: ReissueRequest): Result<PlannedPaper> {
  const { cause, changes, entry, draft: today } = difference;
  const worded = word(difference);
  const { value: draft, messages } = 'messages' in worded ? worded : { value: worded, messages: [] };
  const facts = today?.facts ?? draft.facts;
  const replaces = entry?.number ?? null;
  const reason = reasonOf(cause, changes);
  return { value: { difference, draft, facts, revision: null, replaces, changes, reason }, messages };
}

function reissued(papers: readonly Numbered<PlannedPaper>[]): readonly Reissued[] {
  return papers.map(({ item, number }) => ({ ...item.difference, number: formatDocumentNumber(number) }));
}
