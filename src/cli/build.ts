import type { Language } from '../message/wording/language.ts';
import type { PaperKind, PlainKind } from '../trade/paper-kinds.ts';
import type { BuildReport } from '../build/report.ts';
import { unchanged } from '../build/stamp.ts';
import { openMemory } from '../disk/memory.ts';
import type { Message } from '../message/message.ts';
import { commandWords } from '../message/wording/commands.ts';
import { resultWords } from '../message/wording/results.ts';
import { memoryFile, programFolder, programHash } from '../workspace/program.ts';
import { CannotRun, command, dateArgument, periodArgument, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { progressOf } from './progress.ts';

type BuildArguments = {
  readonly quarter: string;
  readonly explain: boolean;
  readonly overwrite: boolean;
  readonly only: readonly string[];
  readonly jobs: number;
  readonly for: string | undefined;
};

/** `build Q`: all drafts of the quarter into out/Q/; only what changed is made again. `build 2024`: the papers of the year. */
export const buildCommand = command(
  (each, words) =>
    each
      .positional('quarter', { type: 'string', demandOption: true, describe: words.period })
      .option('explain', { type: 'boolean', default: false, describe: words.explain })
      .option('overwrite', { type: 'boolean', default: false, describe: words.overwrite })
      .option('only', { type: 'string', array: true, default: [] as string[], describe: words.only })
      .option('for', { type: 'string', describe: words.forDay })
      .option('jobs', { type: 'number', default: 2, describe: words.jobs }),
  (globals, args) => buildNamed(globals, args),
);

/** Threads that make papers, this one included: more than a computer has processors only cost memory. */
const mostJobs = 64;

async function buildNamed(globals: Globals, args: BuildArguments): Promise<CommandOutcome> {
  const { disk, date, console } = workspaceContext(globals);
  const isPossible = Number.isInteger(args.jobs) && args.jobs >= 1 && args.jobs <= mostJobs;
  if (!isPossible) throw new CannotRun(commandWords[globals.lang].badJobs(mostJobs));
  const period = periodArgument(args.quarter, globals.lang);
  const folder = `out/${'quarter' in period ? period.quarter : period.year}`;
  const forDay = args.for === undefined ? null : dateArgument(args.for, globals.lang);
  const key = JSON.stringify([programHash(), period, date, forDay]);
  const told = unchanged({ disk, folder, key, program: programFolder }, args);
  if (told !== null) return outcomeOf(told.value, { folder, lang: globals.lang, messages: told.messages });
  // All the rest of the program is loaded only when there may be something to do.
  const { buildPeriod } = await import('../run/build.ts');
  const keepMemory = openMemory({ disk, file: memoryFile, key: programHash() });
  const onProgress = progressOf(console);
  const { value, messages } = await buildPeriod({ disk, folder, period, date, forDay, key, options: args, onProgress });
  if (value === null) return { value: { files: [] }, lines: [], messages };
  // Bad data leave out/ as it was.
  keepMemory();
  return outcomeOf(value, { folder, lang: globals.lang, messages });
}

/** What was made and where: one line a kind, then the totals. */
function outcomeOf(
  report: BuildReport,
  {
    folder,
    lang,
    messages,
  }: { readonly folder: string; readonly lang: Language; readonly messages: readonly Message[] },
): CommandOutcome {
  const words = resultWords[lang];
  // The build carries kinds through as words; the plan gave it none but those of the table.
  const standing = report.files.filter(({ outcome }) => outcome !== 'removed' && outcome !== 'failed');
  const kinds = [...new Set(standing.map(({ kind }) => kind as PaperKind | PlainKind))];
  const lines = kinds.map((kind) => {
    const files = standing.filter((file) => file.kind === kind);
    const first = files[0]?.path ?? '';
    const where = files.length === 1 ? first : `${first.slice(0, first.lastIndexOf('/') + 1)}`;
    return words.madeKind(kind, files.length, `${folder}/${where}`);
  });
  return { value: { folder, ...report }, lines: [...lines, words.buildTotals(report.counts)], messages };
}
