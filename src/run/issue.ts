/** `issue Q --date D`: exactly the drafts that stand in out/Q and were read, numbered, dated and frozen; the first of them closes the quarter. */
import { effectiveActs } from '../domain/acts.ts';
import { archivedNumbers } from '../archive/archived-numbers.ts';
import { matchesAny } from '../build/glob.ts';
import { withRegisterErrors } from './register-to-add.ts';
import { inOnePiece } from '../build/job.ts';
import type { Disk } from '../disk/disk.ts';
import { printFrozen } from '../domain/frozen-quarter.ts';
import { error, hasErrors, warning, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { MadePaper } from '../papers/made.ts';
import type { Draft } from '../register/draft.ts';
import type { RegisterEntry } from '../register/entry.ts';
import { issueDrafts, issueList, type IssueRequest } from '../register/issue.ts';
import type { FiguresBehind, IssueContext } from '../register/issue-context.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import { paperRow, type NumberedKind } from '../trade/paper-kinds.ts';
import { closingParts } from './closing-parts.ts';
import { strayInputs } from '../workspace/stray-inputs.ts';
import { isReminding, prepare, prepareReminders, type Prepared } from './prepare.ts';
import { rendererOf, writerName } from './rendering.ts';
import type { Standing } from './standing.ts';

/** What a clerk asks of `issue` and `reissue` alike. */
export type Issuing = {
  readonly quarter: Quarter;
  /** 成文日期 */
  readonly date: CalendarDate;
  readonly isDry: boolean;
  readonly asEdited: boolean;
  /** A day that looks wrong is meant. */
  readonly isThatDay: boolean;
  readonly onProgress: NonNullable<IssueContext['onProgress']>;
};

export type IssueAsked = Issuing & {
  readonly only: readonly string[];
  /** Why a quarter without a single return is issued all the same; null: it is not. */
  readonly withoutReturns: string | null;
};

/** A paper that is out now, or would be. `file`: null in a dry run. */
export type Issued = { readonly number: string; readonly unit: string; readonly file: string | null };

export async function issueQuarter(disk: Disk, asked: IssueAsked): Promise<Result<readonly Issued[]>> {
  const { quarter, date } = asked;
  const days = { look: null, today: date, forDay: date };
  const { value: prepared, messages } = await (isReminding(asked.only) ? prepareReminders : prepare)(
    disk,
    quarter,
    days,
  );
  if (prepared === null) return { value: [], messages: withRegisterErrors(disk, messages) };
  const drafts = issuable(prepared, asked.only);
  const closes = drafts.some(({ kind }) => paperRow(kind).issued === 'quarter');
  const stops = closes ? silence(disk, prepared.standing, asked) : [];
  if (hasErrors(stops)) return { value: [], messages: [...messages, ...stops] };
  const context = issueContextOf(disk, prepared, asked);
  const request: IssueRequest = {
    ...context,
    drafts,
    ...(closes ? { figures: figuresBehind(disk, prepared.standing), annexes: await annexesOf(prepared) } : {}),
  };
  const done = asked.isDry ? planned(issueList(request)) : given(await issueDrafts(request));
  return {
    value: done.value,
    messages: [...messages, ...stops, ...done.messages, ...actsBetween(prepared.standing, asked)],
  };
}

/** Letters and report; reminders are sent on their own day, when --only names them. */
function issuable({ papers }: Prepared, only: readonly string[]): readonly Draft[] {
  const drafts = papers.filter((paper): paper is MadePaper<NumberedKind> => paperRow(paper.kind).issued !== 'never');
  if (only.length > 0) return drafts.filter(({ path }) => matchesAny(only, path));
  return drafts.filter(({ kind }) => paperRow(kind).issued === 'quarter');
}

/** What issue and reissue tell the register of the run. */
export function issueContextOf(
  disk: Disk,
  { standing, writers }: Pick<Prepared, 'standing' | 'writers'>,
  asked: Issuing,
): IssueContext {
  const { office } = standing.workspace;
  const { quarter, date, asEdited, isThatDay, onProgress } = asked;
  return {
    disk,
    quarter,
    date,
    asEdited,
    isThatDay,
    onProgress,
    known: archivedNumbers(disk),
    series: office.series,
    writer: writerName(writers, office.formats),
    render: rendererOf(writers, office.formats),
    jobs: 2,
  };
}

/** The figures by which the papers speak; while the quarter is open, what is frozen first. */
export function figuresBehind(disk: Disk, { closed, parts, ledger, scorecards }: Standing): FiguresBehind {
  if (closed !== null) return { revision: closed.revision, close: null };
  const frozen = printFrozen(closingParts(disk, parts), { ledger, scorecards });
  return { revision: 1, close: { ledgerDay: ledger.asOf, frozen } };
}

/** The tables that the 通报 rests on, frozen with it. */
async function annexesOf({ papers, files, writers }: Prepared): Promise<NonNullable<IssueContext['annexes']>> {
  const annexes: NonNullable<IssueContext['annexes']>[number][] = [];
  for (const paper of papers) {
    const { archived: use } = paperRow(paper.kind);
    if (use !== 'annex' && use !== 'reference') continue;
    const { value: bytes } = await writers.write.pdf(paper.document);
    if (bytes !== null) annexes.push({ path: `${paper.path}.pdf`, bytes, title: paper.title, use });
  }
  const data = files.filter(({ kind }) => kind === 'data');
  return [
    ...annexes,
    ...data.map(({ path, bytes }) => ({ path, bytes: inOnePiece(bytes()), use: 'reference' as const })),
  ];
}

/** A quarter in which nothing came in is most often a folder misnamed: every unit would be 漏报. */
function silence(disk: Disk, { parts, quarter, closed }: Standing, { withoutReturns }: IssueAsked): readonly Message[] {
  if (closed !== null) return [];
  const stray = strayInputs(disk, quarter);
  if (parts.returns.length > 0 || withoutReturns !== null) return stray;
  return [error(fileOnly(`inputs/${quarter}/returns`), 'nothing-came-in', { quarter }), ...stray];
}

/** An act between the ledger's day and 成文日期 changes who answers; drafts that were built without it are out of date, and this is why. */
function actsBetween({ workspace, ledger }: Standing, { quarter, date }: Issuing): readonly Message[] {
  const last = effectiveActs(workspace).findLast(({ on }) => on > ledger.asOf && on <= date);
  if (last === undefined) return [];
  return [warning(last.place, 'act-before-issue', { quarter, on: last.on, date, basis: last.basis })];
}

/** What a dry run would give out. */
export function planned({ value, messages }: ReturnType<typeof issueList>): Result<readonly Issued[]> {
  return {
    value: value.map(({ number, draft }) => ({ number, unit: draft.addressee?.name ?? '', file: null })),
    messages,
  };
}

/** Papers as results list them. */
export function given({ value, messages }: Result<readonly RegisterEntry[]>): Result<readonly Issued[]> {
  return {
    value: value.map(({ number, addressee, file }) => ({ number, unit: addressee?.name ?? '', file: file.path })),
    messages,
  };
}
