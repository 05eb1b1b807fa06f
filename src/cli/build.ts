import type { Language } from '../message/wording/language.ts';
import type { PaperKind, PlainKind } from '../trade/paper-kinds.ts';
import { writtenQuarter, type Quarter } from '../trade/calendar.ts';
import { build } from '../build/build.ts';
import type { BuildReport } from '../build/report.ts';
import { issuedMessages } from '../run/issuing.ts';
import { hasErrors, type Message } from '../message/message.ts';
import { planJobs } from '../run/plan.ts';
import { inputsOf, yearInputsOf } from '../run/inputs-of.ts';
import type { Job } from '../build/job.ts';
import { prepare, prepareReminders, prepareYear } from '../run/prepare.ts';
import { commandWords } from '../message/wording/commands.ts';
import { resultWords } from '../message/wording/results.ts';
import { CannotRun, command, withoutNotes, workspaceContext, type Context, type Globals } from './command.ts';
import { progressOf, type Outcome } from './console.ts';

type BuildArguments = {
  readonly quarter: string;
  readonly explain: boolean;
  readonly overwrite: boolean;
  readonly only: readonly string[];
  readonly jobs: number;
};

/** `build Q`: all drafts of the quarter into out/Q/; only what changed is made again. `build 2024`: the papers of the year. */
export const buildCommand = command(
  (each, words) =>
    each
      .positional('quarter', { type: 'string', demandOption: true, describe: words.period })
      .option('explain', { type: 'boolean', default: false, describe: words.explain })
      .option('overwrite', { type: 'boolean', default: false, describe: words.overwrite })
      .option('only', { type: 'string', array: true, default: [] as string[], describe: words.only })
      .option('jobs', { type: 'number', default: 2, describe: words.jobs }),
  (globals, args) => buildPeriod(globals, args),
);

/** More at a time only cost memory: the papers are made by one processor. */
const mostJobs = 64;

async function buildPeriod(globals: Globals, args: BuildArguments): Promise<Outcome> {
  const context = workspaceContext(globals);
  const isPossible = Number.isInteger(args.jobs) && args.jobs >= 1 && args.jobs <= mostJobs;
  if (!isPossible) throw new CannotRun(commandWords[globals.lang].badJobs(mostJobs));
  const quarter = writtenQuarter(args.quarter);
  if (quarter !== null) return buildFrom(context, { ...args, quarter }, await quarterPlan(context, quarter, args.only));
  const year = /^([1-9]\d{3})年?$/u.exec(args.quarter.normalize('NFKC').trim())?.[1];
  if (year === undefined) throw new CannotRun(commandWords[globals.lang].badPeriod(args.quarter));
  return buildFrom(context, { ...args, quarter: year }, await yearPlan(context, Number(year)));
}

/** The jobs of a folder of out/; null when something is wrong. */
type Plan = { readonly jobs: readonly Job[] | null; readonly messages: readonly Message[] };

async function quarterPlan({ disk, date }: Context, quarter: Quarter, only: readonly string[]): Promise<Plan> {
  // Reminders go out while returns come in, and some of those cannot be read yet.
  const isReminding = only.length > 0 && only.every((pattern) => pattern.startsWith('reminders/'));
  const { value: prepared, messages } = await (isReminding ? prepareReminders : prepare)(disk, quarter, date);
  if (prepared === null) return { jobs: null, messages };
  const issued = await issuedMessages(disk, prepared.standing);
  const { standing } = prepared;
  const plan = { formats: standing.workspace.office.formats, inputsOf: inputsOf(disk, standing) };
  const jobs = hasErrors(issued) ? null : planJobs(prepared, plan);
  return { jobs, messages: [...messages, ...issued] };
}

async function yearPlan({ disk, date }: Context, year: number): Promise<Plan> {
  const { value: prepared, messages } = await prepareYear(disk, year, date);
  if (prepared === null) return { jobs: null, messages };
  const { standing } = prepared;
  const plan = { formats: standing.workspace.office.formats, inputsOf: yearInputsOf(disk, standing) };
  return { jobs: planJobs(prepared, plan), messages };
}

async function buildFrom(context: Context, args: BuildArguments, { jobs, messages }: Plan): Promise<Outcome> {
  const told = withoutNotes(messages);
  if (jobs === null) return { value: { files: [] }, lines: [], messages: told };
  const folder = `out/${args.quarter}`;
  const onProgress = progressOf(context.console);
  const report = await build({ disk: context.disk, folder, jobs, options: args, onProgress });
  return outcomeOf(report.value, {
    folder,
    lang: context.console.language,
    messages: [...told, ...report.messages],
  });
}

/** What was made and where: one line a kind, then the totals. */
function outcomeOf(
  report: BuildReport,
  {
    folder,
    lang,
    messages,
  }: { readonly folder: string; readonly lang: Language; readonly messages: readonly Message[] },
): Outcome {
  const words = resultWords[lang];
  // The build carries kinds through as words; the plan gave it none but those of the table.
  const kinds = [...new Set(report.files.map(({ kind }) => kind as PaperKind | PlainKind))];
  const lines = kinds.map((kind) => {
    const files = report.files.filter((file) => file.kind === kind);
    const first = files[0]?.path ?? '';
    const where = files.length === 1 ? first : `${first.slice(0, first.lastIndexOf('/') + 1)}`;
    return words.madeKind(kind, files.length, `${folder}/${where}`);
  });
  return { value: { folder, ...report }, lines: [...lines, words.buildTotals(report.counts)], messages };
}
