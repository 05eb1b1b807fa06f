/**
 * `issue 2024 --date D`: the special report of a year. It sums quarters, so all of them must be closed; it is entered with the year's last
 * quarter, by whose archive it goes.
 */
import { withRegisterErrors } from './register-to-add.ts';
import type { Disk } from '../disk/disk.ts';
import { error, hasErrors, warning, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { MadePaper } from '../papers/made.ts';
import type { Draft, Facts } from '../register/draft.ts';
import { compareFacts } from '../register/differences.ts';
import { registerFile, type Register, type RegisterEntry } from '../register/entry.ts';
import { issueDrafts, issueList, type IssueRequest } from '../register/issue.ts';
import { quarterOfYear, type Quarter } from '../trade/calendar.ts';
import type { NumberedKind } from '../trade/paper-kinds.ts';
import { paperRow } from '../trade/paper-kinds.ts';
import { given, issueContextOf, planned, type Issued, type Issuing } from './issue.ts';
import { prepareYear } from './prepare.ts';
import type { Standing } from './standing.ts';
import type { YearStanding } from './year-standing.ts';

export type IssueYearAsked = Omit<Issuing, 'quarter'> & { readonly year: number };

export async function issueYear(disk: Disk, asked: IssueYearAsked): Promise<Result<readonly Issued[]>> {
  const { value: prepared, messages } = await prepareYear(disk, asked.year, null);
  if (prepared === null) return { value: [], messages: withRegisterErrors(disk, messages) };
  const { quarters, last } = prepared.standing;
  const quarter = quarterOfYear(asked.year, 4);
  const { register, closed } = last;
  const stops = [...openQuarters(quarters, quarter), ...alreadyOut(yearPaperOut(register, quarter))];
  if (hasErrors(stops) || closed === null) return { value: [], messages: [...messages, ...stops] };
  const isYearly = (paper: MadePaper): paper is MadePaper<NumberedKind> => paperRow(paper.kind).issued === 'year';
  const facts = revisionFacts(quarters);
  const drafts: readonly Draft[] = prepared.papers.filter(isYearly).map((draft) => ({ ...draft, facts }));
  const request: IssueRequest = {
    ...issueContextOf(disk, { standing: last, writers: prepared.writers }, { ...asked, quarter }),
    period: String(asked.year),
    drafts,
    figures: { revision: closed.revision, close: null },
  };
  const done = asked.isDry ? planned(issueList(request)) : given(await issueDrafts(request));
  return { value: done.value, messages: [...messages, ...done.messages] };
}

/** A figure that may still change is not reported upward: every quarter that is summed, and the year's last in any case. */
function openQuarters(quarters: readonly Standing[], last: Quarter): readonly Message[] {
  const closed = new Set(quarters.flatMap((each) => (each.closed === null ? [] : [each.quarter])));
  const needed = [...new Set([...quarters.map(({ quarter }) => quarter), last])];
  return needed
    .filter((quarter) => !closed.has(quarter))
    .map((quarter) => error(fileOnly(`inputs/${quarter}`), 'year-quarter-open', { quarter }));
}

function alreadyOut(out: RegisterEntry | null): readonly Message[] {
  return out === null ? [] : [error(fileOnly(registerFile), 'year-already-issued', { number: out.number })];
}

function yearPaperOut({ entries }: Register, quarter: Quarter): RegisterEntry | null {
  const isOut = (entry: RegisterEntry): boolean => entry.quarter === quarter && entry.state === 'valid';
  return entries.find((entry) => isOut(entry) && paperRow(entry.kind).issued === 'year') ?? null;
}

/** A special report that is out, and of which a quarter was corrected since. */
export function yearPaperTold({ year, quarters, last }: YearStanding): readonly Message[] {
  const { register } = last;
  const out = yearPaperOut(register, quarterOfYear(year, 4));
  const spoken = out === null ? undefined : register.records.get(out.number)?.facts;
  if (out === null || spoken === undefined) return [];
  const changed = compareFacts(spoken, revisionFacts(quarters)).map(({ field }) => field.split(' ')[0] ?? '');
  if (changed.length === 0) return [];
  return [warning(fileOnly(out.file.path), 'year-paper-out-of-date', { number: out.number, year, quarters: changed })];
}

/** By which figures of each quarter it speaks. */
function revisionFacts(quarters: readonly Standing[]): Facts {
  return quarters.map(({ quarter, closed }) => [`${quarter} 数据版本`, String(closed?.revision ?? 0)]);
}
