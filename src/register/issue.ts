/** `issue Q --date D`: every draft gets its number and date, its bytes are frozen, the register gets its lines. */
import { kindName, numberedKinds } from '../trade/paper-kinds.ts';
import type { Draft } from './draft.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors, info } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { dateProblems } from './date-checks.ts';
import type { RegisterEntry, Register } from './entry.ts';
import { registerFile } from './entry.ts';
import { readRegisterToAdd } from './known-numbers.ts';
import type { Speaking } from './figures.ts';
import { speakingBy, speaksByFigures } from './figures.ts';
import type { IssueContext, PaperToIssue } from './issue-context.ts';
import { checkPapers, issuePapers, numberPapers } from './issue-papers.ts';
import { formatDocumentNumber } from '../document/official-text.ts';
import type { Numbered } from './numbering.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { Taken } from './with-register.ts';
import { withRegister } from './with-register.ts';

export type IssueRequest = IssueContext & { readonly drafts: readonly Draft[] };

/** A paper that `issue` would give out, with the number it would get. */
export type Planned = { readonly number: string; readonly draft: Draft };

/**
 * Answers with the entries of the new papers, [] with an error. Of a killed run that is finished here: with those it gave, too. A draft
 * whose paper is out already is left out: a later issue takes the rest.
 */
export function issueDrafts(request: IssueRequest): Promise<Result<readonly RegisterEntry[]>> {
  return withRegister<readonly RegisterEntry[]>(request, [], (taken) => issueWith(request, taken));
}

/** What `issueDrafts` would do: nothing is written and no lock is taken. */
export function issueList(request: IssueRequest): Result<readonly Planned[]> {
  const { value: register, messages } = readRegisterToAdd(request);
  if (hasErrors(messages)) return { value: [], messages };
  const { papers, messages: told } = plan(request, register);
  const value = papers.map(({ item, number }) => ({ number: formatDocumentNumber(number), draft: item.draft }));
  return { value: hasErrors(told) ? [] : value, messages: [...messages, ...told] };
}

async function issueWith(
  request: IssueRequest,
  { register, finished }: Taken,
): Promise<Result<readonly RegisterEntry[]>> {
  const given = new Set(finished?.command === 'issue' && finished.quarter === request.quarter ? finished.numbers : []);
  const before = register.entries.filter((entry) => given.has(entry.number));
  if (before.length > 0 && notIssuedYet(request, register).length === 0) return { value: before, messages: [] };
  const { papers, speaking, messages } = plan(request, register);
  if (hasErrors(messages)) return { value: before, messages };
  const issued = await issuePapers({ ...request, command: 'issue', close: speaking.close }, register, papers);
  return { value: [...before, ...issued.value], messages: [...messages, ...issued.messages] };
}

type Plan = {
  readonly papers: readonly Numbered<PaperToIssue>[];
  readonly speaking: Speaking;
  readonly messages: readonly Message[];
};

function plan(request: IssueRequest, register: Register): Plan {
  const rest = notIssuedYet(request, register);
  const speaking = speakingBy(request, register);
  const papers = rest.toSorted(byKindAndUnit).map((draft): PaperToIssue => {
    const revision = speaksByFigures(draft.kind) ? speaking.revision : null;
    return { draft, facts: draft.facts, revision, replaces: null, changes: [], reason: '' };
  });
  const checked = checkPapers(request, papers);
  const messages = problems({ request, register, rest, speaking, drafts: checked.messages });
  return { papers: numberPapers(request, register, checked.value), speaking, messages };
}

/** The drafts whose paper is not out. One that was voided or recalled may be issued anew; one that was replaced is `reissue`'s matter. */
export function notIssuedYet<T extends Draft>(
  { drafts, quarter }: { readonly drafts: readonly T[]; readonly quarter: Quarter },
  { entries }: Pick<Register, 'entries'>,
): readonly T[] {
  const out = new Set(
    entries
      .filter((entry) => entry.quarter === quarter && (entry.state === 'valid' || entry.state === 'superseded'))
      .map(paperKey),
  );
  return drafts.filter((draft) => !out.has(paperKey(draft)));
}

function paperKey({ kind, addressee }: Pick<Draft, 'kind' | 'addressee'>): string {
  return JSON.stringify([kind, addressee?.code ?? null]);
}

type Problems = {
  readonly request: IssueRequest;
  readonly register: Register;
  readonly rest: readonly Draft[];
  readonly speaking: Speaking;
  /** What is told of the drafts themselves. */
  readonly drafts: readonly Message[];
};

function problems({ request, register, rest, speaking, drafts: told }: Problems): readonly Message[] {
  const { drafts, quarter, series, date, isThatDay = true } = request;
  if (drafts.length === 0) return [error(null, 'nothing-to-issue', { quarter })];
  if (rest.length === 0) return alreadyIssued(request, register);
  const codes = new Set(rest.map(({ kind }) => series[kind]));
  const { ledgerDay } = speaking;
  const left = drafts.length - rest.length;
  return [
    ...(left === 0 ? [] : [info(fileOnly(registerFile), 'issued-left-out', { quarter, count: left })]),
    ...speaking.messages,
    ...dateProblems({ date, quarter, ledgerDay, codes, command: 'issue', isThatDay }, register),
    ...told,
  ];
}

/** Nothing is left to issue; what changed since is the matter of `reissue`. */
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
