/** `build`: from the inputs of a quarter or a year to the files in its folder of out/. */
import path from 'node:path';
import { build } from '../build/build.ts';
import type { Job } from '../build/job.ts';
import type { BuildReport } from '../build/report.ts';
import { forgetPart, notePart, shareOf, type Shard } from '../build/parts.ts';
import type { BuildRequest, Stamping } from '../build/request.ts';
import { recordAsked } from '../disk/asked.ts';
import type { Disk } from '../disk/disk.ts';
import { hasErrors, type Message, type Result, warning } from '../message/message.ts';
import { failed } from '../message/result.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import { isPartOfProgram, programFolder } from '../workspace/program.ts';
import { handsFor, papersUnderWay, type Hands } from './hands.ts';
import { inputsOf, yearInputsOf } from './inputs-of.ts';
import { yearPaperTold } from './issue-year.ts';
import { planJobs } from './plan.ts';
import { isReminding, prepare, prepareReminders, prepareYear, type Prepared } from './prepare.ts';
import type { Period } from '../trade/calendar.ts';
import { daysOf, type Standing } from './standing.ts';
import { paperRow, numberedKinds } from '../trade/paper-kinds.ts';
import { returnNames } from '../workspace/quarter-inputs.ts';
import { paperPath } from '../trade/paper-path.ts';
import { fileOnly } from '../message/place.ts';
import { registerFile } from '../register/entry.ts';
import { readRegister } from '../register/read-register.ts';
import type { Again } from './again.ts';
import { sinceClosing } from './since-closing.ts';

/** A build as it is asked for: everything but the jobs, which come from the inputs. */
export type BuildAsk = Omit<BuildRequest, 'jobs' | 'stamping'> & {
  readonly period: Period;
  readonly date: CalendarDate | null;
  /** Responsibilities as of this day. */
  readonly forDay: CalendarDate | null;
  /** Of the stamp: what the build depends on beside the disk. */
  readonly key: string;
  /** One part of the folder; null for the whole. */
  readonly shard: Shard | null;
};

/** Null when something in the data is wrong. Notes of the stages are for `check`; here they would hide the one message that needs an eye. */
export async function buildPeriod(ask: BuildAsk): Promise<Result<BuildReport | null>> {
  const hands = handsFor({ jobs: ask.options.jobs, isMuch: isMuch(ask) });
  try {
    return await builtBy(hands, ask);
  } finally {
    await hands.end();
  }
}

/** A whole quarter of an office of some size, from nothing. */
function isMuch({ disk, folder, period, options, shard }: BuildAsk): boolean {
  if (!('quarter' in period) || options.only.length > 0 || shard !== null) return false;
  return disk.list(folder).length === 0 && returnNames(disk, period.quarter).length >= 20;
}

async function builtBy(hands: Hands, ask: BuildAsk): Promise<Result<BuildReport | null>> {
  const { disk, folder, period } = ask;
  const asked = recordAsked(leftOut(disk, folder));
  const plan =
    'quarter' in period ? await quarterPlan(hands, ask, period.quarter) : await yearPlan(hands, ask, period.year);
  const told = plan.messages.filter(({ severity }) => severity !== 'info');
  if (plan.jobs === null) return failed(told);
  const stamping: Stamping = { key: ask.key, program: programFolder, told, asked };
  const options = { ...ask.options, jobs: papersUnderWay(ask.options.jobs) };
  const { shard } = ask;
  const jobs = shard === null ? plan.jobs : shareOf(plan.jobs, shard);
  if (shard !== null) forgetPart(disk, folder);
  const { value, messages } = await build({ ...ask, options, jobs, kept: plan.kept, stamping });
  if (shard !== null && !hasErrors(messages)) notePart(disk, folder, { shard, jobs: plan.jobs });
  return { value, messages: [...told, ...messages] };
}

/** The folder itself is stamped file by file, and the program by its hash. */
function leftOut(disk: Disk, folder: string): (full: string) => boolean {
  const own = path.resolve(disk.root, folder);
  return (full) => full === own || full.startsWith(own + path.sep) || isPartOfProgram(full);
}

/** The jobs of a folder of out/; null when something is wrong. */
type Plan = {
  readonly jobs: readonly Job[] | null;
  /** Drafts that were issued stay as they were signed. */
  readonly kept: (path: string) => boolean;
  readonly messages: readonly Message[];
};

const none = (): boolean => false;

async function quarterPlan(hands: Hands, { disk, date, forDay, options }: BuildAsk, quarter: Quarter): Promise<Plan> {
  const days = { ...daysOf(date), forDay };
  // Reminders go out while returns come in, and some of those cannot be read yet.
  const prepared = await (isReminding(options.only) ? prepareReminders : prepare)(disk, quarter, days);
  if (prepared.value === null) return { jobs: null, kept: none, messages: prepared.messages };
  const { standing, again } = prepared.value;
  const told = [...emptyQuarter(standing, options.only), ...toldOfIssued(disk, standing, again)];
  const plan = { formats: standing.workspace.office.formats, inputsOf: inputsOf(disk, standing) };
  const kept = keptFiles(standing);
  const papers = { ...prepared.value, writers: sharedBy(hands, disk, prepared.value) };
  const jobs = hasErrors(told) ? null : planJobs(papers, plan).filter(({ path: file }) => !kept(file));
  return { jobs, kept, messages: [...prepared.messages, ...told] };
}

/** Drafts that call every unit missing are most often of a quarter misnamed; `issue` refuses them. Reminders are made before anything came in. */
function emptyQuarter({ parts, quarter, closed }: Standing, only: readonly string[]): readonly Message[] {
  if (parts.returns.length > 0 || closed !== null || isReminding(only)) return [];
  return [warning(fileOnly(`inputs/${quarter}/returns`), 'nothing-came-in', { quarter })];
}

async function yearPlan(hands: Hands, { disk, date }: BuildAsk, year: number): Promise<Plan> {
  const { value: prepared, messages } = await prepareYear(disk, year, date);
  if (prepared === null) return { jobs: null, kept: none, messages };
  const { standing } = prepared;
  const plan = { formats: standing.workspace.office.formats, inputsOf: yearInputsOf(disk, standing) };
  const writers = sharedBy(hands, disk, prepared);
  const told = [...messages, ...yearPaperTold(standing)];
  return { jobs: planJobs({ ...prepared, writers }, plan), kept: none, messages: told };
}

function sharedBy(
  hands: Hands,
  { root }: Disk,
  { writers, standing }: Pick<Prepared, 'writers'> & { readonly standing: Pick<Standing, 'workspace'> },
): Prepared['writers'] {
  return hands.share(writers, { root, fonts: standing.workspace.office.fonts });
}

/** Drafts whose paper is out, by the path of a file in out/Q: they stay as they were signed, and are not made again from changed inputs. Reminders are sent again and again, each time of their own day. */
function keptFiles({ register, quarter }: Standing): (path: string) => boolean {
  const kinds = numberedKinds.filter((kind) => paperRow(kind).issued === 'quarter');
  const out = register.entries.filter(
    (entry) =>
      entry.quarter === quarter && kinds.includes(entry.kind) && entry.state !== 'void' && entry.state !== 'recalled',
  );
  const paths = new Set(out.map(({ kind, addressee }) => paperPath(kind, addressee)));
  return (path) => paths.has(path.replace(/\.[^./]*$/u, ''));
}

/** Of papers that are out: which must be issued again, and what came in since the closing. Errors of the register were told with the standing. */
function toldOfIssued(disk: Disk, standing: Standing, again: readonly Again[]): readonly Message[] {
  const { messages } = readRegister(disk);
  return [...messages, ...again.map((each) => pendingMessage(each, standing)), ...sinceClosing(disk, standing)];
}

function pendingMessage({ cause, draft, replaces, changes }: Again, { quarter, register }: Standing): Message {
  const replaced = register.entries.find(({ number }) => number === replaces);
  return warning(fileOnly(replaced?.file.path ?? registerFile), 'paper-pending', {
    quarter,
    cause,
    unit: draft.addressee?.name ?? '',
    number: replaces ?? '',
    fields: changes.map(({ field }) => field),
  });
}
