/** `withdraw NUMBER`: 作废 of a paper that was never sent, 撤回 with a notice of one that was. */
import { archivedNumbers } from '../archive/archived-numbers.ts';
import type { Disk } from '../disk/disk.ts';
import { errorsOf, hasErrors, type Result } from '../message/message.ts';
import { failed } from '../message/result.ts';
import { madePaper } from '../papers/made.ts';
import { recallPaper } from '../papers/recall.ts';
import { readTemplates } from './read-templates.ts';
import type { Draft } from '../register/draft.ts';
import { asNumber } from '../register/numbers.ts';
import { registerToAdd } from './register-to-add.ts';
import { withdrawPaper, withdrawPlan, type Withdrawn } from '../register/withdraw.ts';
import { allUnits } from '../trade/figure-words.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { readFaces } from '../workspace/faces.ts';
import { readWorkspace } from '../workspace/workspace.ts';
import type { Standing } from './standing.ts';
import { rendererOf, writerName } from './rendering.ts';

export type WithdrawAsked = {
  /** As typed. */
  readonly number: string;
  readonly date: CalendarDate;
  readonly reason: string;
  /** It had been sent: a notice goes out. */
  readonly isSent: boolean;
  /** A day that looks wrong is meant. */
  readonly isThatDay: boolean;
  readonly isDry: boolean;
};

/** Null with an error. */
export async function withdraw(disk: Disk, asked: WithdrawAsked): Promise<Result<Withdrawn | null>> {
  const workspace = readWorkspace(disk);
  const register = registerToAdd(disk);
  const told = [...workspace.messages, ...errorsOf(register.messages)];
  if (workspace.value === null) return failed(told);
  const { office } = workspace.value;
  const faces = readFaces(disk, office);
  const { createWriters } = await import('./writers.ts');
  const writers = await createWriters(disk, office, faces.value);
  const standing = { workspace: workspace.value, register: register.value };
  const notice = asked.isSent ? await noticeOf(disk, standing, asked) : failed([]);
  const found = [...told, ...faces.messages, ...writers.messages, ...notice.messages];
  if (writers.value === null || hasErrors(found)) return failed(found);
  const { number, date, reason, isThatDay, isDry } = asked;
  const request = {
    disk,
    known: archivedNumbers(disk),
    isThatDay,
    number,
    date,
    reason,
    notice: notice.value,
    series: office.series,
    writer: writerName(writers.value, office.formats),
    render: rendererOf(writers.value, office.formats),
    jobs: 1,
  };
  const { value, messages } = isDry ? withdrawPlan(request) : await withdrawPaper(request);
  return { value, messages: [...found, ...messages] };
}

/** Null where the register has no such paper: that is told by whoever withdraws it. */
async function noticeOf(
  disk: Disk,
  { workspace, register }: Pick<Standing, 'workspace' | 'register'>,
  { number, date, reason }: WithdrawAsked,
): Promise<Result<Draft | null>> {
  const { entries, records } = register;
  const recalled = entries.find((entry) => entry.number === asNumber(number));
  if (recalled === undefined) return failed([]);
  const templates = await readTemplates(disk);
  if (templates.value === null) return failed(templates.messages);
  const { addressee } = recalled;
  const unit = workspace.roster.units.find(({ code }) => code === addressee?.code) ?? null;
  const { office } = workspace;
  // To whom it went: 区委 has a report of the year, and all units have the 通报.
  const recipients = records.get(recalled.number)?.document.meta.recipients ?? [addressee?.name ?? allUnits];
  const paper = () => recallPaper({ office, date, recalled, reason, recipients });
  return madePaper('recall', { unit, paper }, templates.value);
}
