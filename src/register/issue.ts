/** `issue Q --date D`: every draft gets its number and date, its bytes are frozen, the register gets its rows. */
import type { Draft } from './draft.ts';
import type { Message, Result } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Entry, Register } from './entry.ts';
import { kindName, numberedKinds } from '../trade/paper-kinds.ts';
import { registerFile } from './entry.ts';
import { dateProblems, editedDrafts } from './issue-checks.ts';
import type { IssueContext } from './issue-context.ts';
import { issuePapers, numberPapers } from './issue-papers.ts';
import type { Taken } from './with-register.ts';
import { withRegister } from './with-register.ts';

export type IssueRequest = IssueContext & {
  readonly drafts: readonly Draft[];
  /** Issue from the data even where a draft file was edited by hand: the edits are not in the issued paper. */
  readonly ignoreEdits: boolean;
};

/** Answers with the rows of the new papers, [] with an error. Of a killed run that is finished here: with the rows it gave. */
export function issueDrafts(request: IssueRequest): Promise<Result<readonly Entry[]>> {
  return withRegister<readonly Entry[]>(request.disk, [], (taken) => issueWith(request, taken));
}

async function issueWith(request: IssueRequest, { register, finished }: Taken): Promise<Result<readonly Entry[]>> {
  if (finished?.command === 'issue' && finished.quarter === request.quarter) {
    const given = new Set(finished.numbers);
    return { value: register.entries.filter((entry) => given.has(entry.number)), messages: [] };
  }
  const messages = problems(request, register);
  if (messages.length > 0) return { value: [], messages };
  const papers = request.drafts
    .toSorted(byKindAndUnit)
    .map((draft) => ({ draft, facts: draft.facts, replaces: null, changes: [], reason: '' }));
  return issuePapers({ ...request, command: 'issue' }, register, numberPapers(request, register, papers));
}

function problems(request: IssueRequest, register: Register): readonly Message[] {
  const { drafts, quarter, disk, ignoreEdits } = request;
  if (drafts.length === 0) return [error(null, 'nothing-to-issue', { quarter })];
  return [
    ...alreadyIssued(request, register),
    ...dateProblems(request, register),
    ...(ignoreEdits ? [] : editedDrafts(disk, quarter, drafts)),
  ];
}

/** A quarter's letters are issued once; what changed since is the matter of `reissue`. */
function alreadyIssued({ drafts, quarter }: IssueRequest, register: Register): readonly Message[] {
  const kinds = numberedKinds.filter((kind) => drafts.some((draft) => draft.kind === kind));
  return kinds.flatMap((kind) => {
    const issued = register.entries.filter((entry) => entry.quarter === quarter && entry.kind === kind);
    const [first] = issued;
    if (first === undefined) return [];
    const data = { quarter, kind: kindName(kind), count: issued.length, first: first.number };
    return [error(fileOnly(registerFile), 'already-issued', data)];
  });
}

/** Letters first, by code of the unit: the numbers do not depend on the order of the drafts. */
function byKindAndUnit(a: Draft, b: Draft): number {
  const byKind = numberedKinds.indexOf(a.kind) - numberedKinds.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  const [first, second] = [`${a.addressee?.code ?? ''}\0${a.path}`, `${b.addressee?.code ?? ''}\0${b.path}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
