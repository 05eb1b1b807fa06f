/**
 * `withdraw NUMBER --date D --reason TEXT`: a paper is taken back. Never sent: 作废, and what it replaced is valid again. Sent: 撤回, and a
 * notice goes out in the same transaction. Its number stays spent, its files stay where they are.
 */
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { formatDocumentNumber } from '../document/official-text.ts';
import { firstDayOf } from '../trade/calendar.ts';
import type { RecallAct, VoidAct } from './act.ts';
import { dateProblems, farFromLast } from './date-checks.ts';
import { heldKinds, registerFile } from './entry.ts';
import type { Draft } from './draft.ts';
import { enterActs, withActs } from './enter.ts';
import type { RegisterEntry, Register } from './entry.ts';
import type { IssueContext, PaperToIssue } from './issue-context.ts';
import { issuePapers, numberPapers } from './issue-papers.ts';
import { openStaging } from './journal.ts';
import type { Numbered } from './numbering.ts';
import { asNumber, numbersLike } from './numbers.ts';
import { readRegisterToAdd } from './known-numbers.ts';
import { inOneLine } from './revision-acts.ts';
import type { Taken } from './with-register.ts';
import { withRegister } from './with-register.ts';

export type WithdrawRequest = Omit<IssueContext, 'quarter'> & {
  /** As typed; see numbers.ts. */
  readonly number: string;
  readonly reason: string;
  /** The notice that goes to whom the paper was sent; null = it was never sent. */
  readonly notice: Draft | null;
};

/** The paper as it stands now, what is valid again because of it, and the number of the notice. */
export type Withdrawn = {
  readonly entry: RegisterEntry;
  readonly restored: RegisterEntry | null;
  readonly notice: string | null;
};

/** Null with an error. */
export function withdrawPaper(request: WithdrawRequest): Promise<Result<Withdrawn | null>> {
  return withRegister<Withdrawn | null>(request, null, (taken) => withdraw(request, taken));
}

/** What `withdrawPaper` would do: nothing is written and no lock is taken. */
export function withdrawPlan(request: WithdrawRequest): Result<Withdrawn | null> {
  const { value: register, messages } = readRegisterToAdd(request);
  if (hasErrors(messages)) return { value: null, messages };
  const planned = plan(request, register);
  if (planned.value === null) return { value: null, messages: [...messages, ...planned.messages] };
  const { act, notice } = planned.value;
  const value = withdrawnIn(withActs(register, [act]), act, notice[0]);
  return { value, messages: [...messages, ...planned.messages] };
}

async function withdraw(request: WithdrawRequest, { register, finished }: Taken): Promise<Result<Withdrawn | null>> {
  const done = finished?.command === 'withdraw' ? doneAlready(request, register) : null;
  if (done !== null) return { value: done, messages: [] };
  const { value: planned, messages } = plan(request, register);
  if (planned === null) return { value: null, messages };
  const { act, notice } = planned;
  if (notice.length === 0) {
    const after = enterActs(openStaging(request.disk), register, {
      command: 'withdraw',
      quarter: act.quarter,
      acts: [act],
    });
    const value = after.value === null ? null : withdrawnIn(after.value, act, undefined);
    return { value, messages: [...messages, ...after.messages] };
  }
  const context = { ...request, quarter: act.quarter, command: 'withdraw', before: [act] } as const;
  const issued = await issuePapers(context, register, notice);
  const all = [...messages, ...issued.messages];
  if (hasErrors(all)) return { value: null, messages: all };
  return { value: withdrawnIn(withActs(register, [act]), act, notice[0]), messages: all };
}

/** The killed run of this very command was finished just now. */
function doneAlready({ number, reason }: WithdrawRequest, register: Register): Withdrawn | null {
  const act = register.lines.findLast((line) => line.act.type === 'void' || line.act.type === 'recall')?.act;
  if (act?.type !== 'void' && act?.type !== 'recall') return null;
  if (act.number !== asNumber(number) || act.reason !== inOneLine(reason)) return null;
  return { ...withdrawnIn(register, act, undefined), notice: act.type === 'recall' ? act.notice : null };
}

type Planned = { readonly act: VoidAct | RecallAct; readonly notice: readonly Numbered<PaperToIssue>[] };

function plan(request: WithdrawRequest, register: Register): Result<Planned | null> {
  const number = asNumber(request.number);
  const entry = register.entries.find((each) => each.number === number);
  if (entry === undefined) {
    const nearest = numbersLike(
      request.number,
      register.entries.map((each) => each.number),
    );
    const data = { written: request.number, nearest };
    return { value: null, messages: [error(fileOnly(registerFile), 'no-such-paper', data)] };
  }
  const notice =
    request.notice === null
      ? []
      : numberPapers({ ...request, quarter: entry.quarter }, register, [noticeOf(request.notice, entry)]);
  const messages = [...problems(request, entry, register), ...noticeProblems(request, entry, register)];
  if (hasErrors(messages)) return { value: null, messages };
  const told = { date: request.date, quarter: entry.quarter, number, reason: inOneLine(request.reason) };
  const [first] = notice;
  const act: VoidAct | RecallAct =
    first === undefined
      ? { type: 'void', ...told }
      : { type: 'recall', ...told, notice: formatDocumentNumber(first.number) };
  return { value: { act, notice }, messages };
}

function noticeOf(draft: Draft, { number }: RegisterEntry): PaperToIssue {
  return { draft, facts: draft.facts, revision: null, replaces: null, changes: [], reason: `撤回${number}` };
}

function problems(
  { date, reason, notice, isThatDay = true }: WithdrawRequest,
  entry: RegisterEntry,
  register: Register,
): readonly Message[] {
  const { number, state, replacedBy, quarter, place } = entry;
  if (state === 'void' || state === 'recalled') return [error(place, 'withdrawn-already', { number, state })];
  if (state === 'superseded') return [error(place, 'withdraw-replaced', { number, other: replacedBy ?? '' })];
  const first = firstDayOf(quarter);
  return [
    ...(reason.trim() === '' ? [error(null, 'needs-basis')] : []),
    ...(date < first ? [error(null, 'date-before-quarter', { date, quarter, first })] : []),
    // A notice has its own date checked.
    ...(notice === null && !isThatDay ? farFromLast(date, register) : []),
    ...(notice === null ? twinOfRestored(entry, register) : []),
  ];
}

/** What it replaced would be valid again, beside another paper of its kind to the same unit. */
function twinOfRestored({ number, replaces, place }: RegisterEntry, { entries }: Register): readonly Message[] {
  const restored = entries.find((each) => each.number === replaces);
  if (restored === undefined || !heldKinds.includes(restored.kind)) return [];
  const { kind, quarter, addressee } = restored;
  const other = entries.find(
    (each) =>
      each.state === 'valid' &&
      each.number !== number &&
      each.kind === kind &&
      each.quarter === quarter &&
      each.addressee?.code === addressee?.code,
  );
  if (other === undefined) return [];
  return [error(place, 'withdraw-twin', { number, restored: restored.number, other: other.number })];
}

/** The recalled paper's own date is no bound for the notice: it may be the slip that is mended. */
function noticeProblems(
  request: WithdrawRequest,
  { number, quarter }: RegisterEntry,
  register: Register,
): readonly Message[] {
  const { notice, date, series, isThatDay = true } = request;
  if (notice === null) return [];
  const others = { ...register, entries: register.entries.filter((entry) => entry.number !== number) };
  const codes = new Set([series[notice.kind]]);
  return dateProblems({ date, quarter, ledgerDay: null, codes, command: 'reissue', isThatDay }, others);
}

function withdrawnIn(
  { entries }: Register,
  { number }: VoidAct | RecallAct,
  notice: Numbered<PaperToIssue> | undefined,
): Withdrawn {
  const entry = entries.find((each) => each.number === number);
  if (entry === undefined) throw new Error(`${number} is not in the register`);
  const before = entries.find((each) => each.number === entry.replaces);
  const restored = entry.state === 'void' && before?.state === 'valid' ? before : null;
  return { entry, restored, notice: notice === undefined ? null : formatDocumentNumber(notice.number) };
}
