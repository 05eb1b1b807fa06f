/**
 * `reissue Q --date D`: exactly the papers handed over, each worded by the caller with what it replaces and what changed; the old ones stay,
 * 废止 from now on.
 */
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { formatDocumentNumber } from '../document/official-text.ts';
import { dateProblems } from './date-checks.ts';
import { heldKinds, registerFile } from './entry.ts';
import type { Draft } from './draft.ts';
import type { Change, RegisterEntry, Register } from './entry.ts';
import type { Speaking } from './figures.ts';
import { speakingBy, speaksByFigures } from './figures.ts';
import type { IssueContext, PaperToIssue } from './issue-context.ts';
import { checkPapers, issuePapers, numberPapers } from './issue-papers.ts';
import { readRegisterToAdd } from './known-numbers.ts';
import type { Numbered } from './numbering.ts';
import { inOneLine } from './revision-acts.ts';
import { withRegister } from './with-register.ts';

/** A paper to be issued anew. `replaces`: null for a unit that had none. */
export type ReissuedDraft = {
  readonly draft: Draft;
  readonly replaces: string | null;
  readonly changes: readonly Change[];
  /** 原因 in register.csv, short. */
  readonly reason: string;
};

export type ReissueRequest = IssueContext & { readonly papers: readonly ReissuedDraft[] };

/** Answers with the entries of the new papers, [] with an error, or when none was handed over. */
export function reissuePapers(request: ReissueRequest): Promise<Result<readonly RegisterEntry[]>> {
  return withRegister<readonly RegisterEntry[]>(request, [], async ({ register, finished }) => {
    // Handed over before the killed run was finished: they are out already, and would now replace each other.
    if (finished?.command === 'reissue' && finished.quarter === request.quarter) {
      const given = new Set(finished.numbers);
      return { value: register.entries.filter(({ number }) => given.has(number)), messages: [] };
    }
    const { papers, messages } = plan(request, register);
    if (hasErrors(messages) || papers.length === 0) return { value: [], messages };
    const issued = await issuePapers({ ...request, command: 'reissue' }, register, papers);
    return { value: issued.value, messages: [...messages, ...issued.messages] };
  });
}

/** The numbers that the papers would get, in their order: nothing is written and no lock is taken. */
export function reissuePlan(request: ReissueRequest): Result<readonly string[]> {
  const { value: register, messages } = readRegisterToAdd(request);
  if (hasErrors(messages)) return { value: [], messages };
  const { papers, messages: told } = plan(request, register);
  const value = hasErrors(told) ? [] : papers.map(({ number }) => formatDocumentNumber(number));
  return { value, messages: [...messages, ...told] };
}

type Plan = { readonly papers: readonly Numbered<PaperToIssue>[]; readonly messages: readonly Message[] };

function plan(request: ReissueRequest, register: Register): Plan {
  const { quarter } = request;
  if (!register.entries.some((entry) => entry.quarter === quarter))
    return { papers: [], messages: [error(fileOnly(registerFile), 'not-issued-yet', { quarter })] };
  if (request.papers.length === 0) return { papers: [], messages: [] };
  const speaking = speakingBy(request, register);
  const papers = request.papers.map(({ draft, replaces, changes, reason }): PaperToIssue => {
    const revision = speaksByFigures(draft.kind) ? speaking.revision : null;
    return { draft, facts: draft.facts, revision, replaces, changes, reason: inOneLine(reason) };
  });
  const checked = checkPapers(request, papers);
  const messages = [...problems(request, register, speaking), ...checked.messages];
  return { papers: numberPapers(request, register, checked.value), messages };
}

function problems(request: ReissueRequest, register: Register, speaking: Speaking): readonly Message[] {
  const { papers, series, date, quarter, isThatDay = true } = request;
  const codes = new Set(papers.map(({ draft }) => series[draft.kind]));
  const { ledgerDay } = speaking;
  return [
    ...speaking.messages,
    ...dateProblems({ date, quarter, ledgerDay, codes, command: 'reissue', isThatDay }, register),
    ...replacements(request, register),
  ];
}

/** A paper is replaced once, while it is valid, and in its own quarter; a unit that gets its first has none. */
function replacements({ papers, quarter }: ReissueRequest, { entries }: Register): readonly Message[] {
  const valid = new Map(
    entries
      .filter((entry) => entry.state === 'valid' && entry.quarter === quarter)
      .map((entry) => [entry.number, entry]),
  );
  return papers.flatMap(({ draft, replaces }) => {
    const place = fileOnly(draft.path);
    if (replaces !== null)
      return valid.delete(replaces) ? [] : [error(place, 'replaces-not-valid', { number: replaces, quarter })];
    const other = [...valid.values()].find((entry) => isTwin(entry, draft));
    return other === undefined ? [] : [error(place, 'has-valid-paper', { number: other.number, quarter })];
  });
}

/** Both cannot be valid in one quarter. */
function isTwin(entry: RegisterEntry, { kind, addressee }: Draft): boolean {
  return heldKinds.includes(kind) && entry.kind === kind && entry.addressee?.code === addressee?.code;
}
