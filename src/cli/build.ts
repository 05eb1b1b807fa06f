import { isNoted, partFolder, type Shard } from '../build/parts.ts';
import { lockOf } from '../build/request.ts';
import { unchanged } from '../build/stamp.ts';
import { openMemory } from '../disk/memory.ts';
import { commandWords } from '../message/wording/commands.ts';
import type { Language } from '../message/wording/language.ts';
import type { Period } from '../trade/calendar.ts';
import { memoryFile, programFolder, programHash } from '../workspace/program.ts';
import { buildOutcome } from './build-outcome.ts';
import { CannotRun, command, dateArgument, periodArgument, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { onlyOption, overwriteOption, periodOption } from './options.ts';
import { progressOf } from './progress.ts';

type BuildArguments = {
  readonly quarter: string;
  readonly explain: boolean;
  readonly overwrite: boolean;
  readonly only: readonly string[];
  readonly jobs: number;
  readonly shard: string | undefined;
  readonly for: string | undefined;
};

/** `build Q`: all drafts of the quarter into out/Q/; only what changed is made again. `build 2024`: the papers of the year. */
export const buildCommand = command(
  (each, words) =>
    each
      .positional(...periodOption(words.period))
      .option('explain', { type: 'boolean', default: false, describe: words.explain })
      .option(...overwriteOption(words))
      .option(...onlyOption(words))
      .option('for', { type: 'string', describe: words.forDay })
      .option('jobs', { type: 'number', default: 1, describe: words.jobs })
      .option('shard', { type: 'string', describe: words.shard }),
  (globals, args) => buildNamed(globals, args),
);

/** Threads that make papers, this one included: more than a computer has processors only cost memory. */
const mostJobs = 64;

async function buildNamed(globals: Globals, args: BuildArguments): Promise<CommandOutcome> {
  const { disk, date, console } = workspaceContext(globals);
  const isPossible = Number.isInteger(args.jobs) && args.jobs >= 1 && args.jobs <= mostJobs;
  if (!isPossible) throw new CannotRun(commandWords[globals.lang].badJobs(mostJobs));
  const period = periodArgument(args.quarter, globals.lang);
  const whole = folderOf(period);
  const shard = args.shard === undefined ? null : shardArgument(args.shard, globals.lang);
  if (shard !== null && args.only.length > 0) throw new CannotRun(commandWords[globals.lang].shardWithOnly);
  const folder = shard === null ? whole : partFolder(whole, shard);
  const forDay = args.for === undefined ? null : dateArgument(args.for, globals.lang);
  const key = JSON.stringify([programHash(), period, date, forDay, shard]);
  // Where nothing changed nothing is written, and no write would tidy.
  disk.tidy('out', false);
  disk.tidy(folder, true);
  // One that was killed before its part was noted, or before it had tidied, is not done, whatever its stamp says.
  const isDone = (shard === null || isNoted(disk, folder)) && disk.read(lockOf(folder)) === null;
  const told = isDone ? unchanged({ disk, folder, key, program: programFolder }, args) : null;
  if (told !== null) return buildOutcome(told.value, { folder, lang: globals.lang, messages: told.messages });
  // All the rest of the program is loaded only when there may be something to do.
  const { buildPeriod } = await import('../run/build.ts');
  const keepMemory = openMemory({ disk, file: memoryFile, key: programHash() });
  const onProgress = progressOf(console);
  const ask = { disk, folder, period, date, forDay };
  const { value, messages } = await buildPeriod({ ...ask, key, shard, options: args, onProgress });
  if (value === null) return { value: { files: [] }, lines: [], messages };
  // Bad data leave out/ as it was.
  keepMemory();
  return buildOutcome(value, { folder, lang: globals.lang, messages });
}

export function folderOf(period: Period): string {
  return `out/${'quarter' in period ? period.quarter : period.year}`;
}

/** `3/16`: the third of sixteen parts. */
function shardArgument(written: string, language: Language): Shard {
  const [, part = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(written) ?? []).map(Number);
  if (part < 1 || part > of) throw new CannotRun(commandWords[language].badShard(written));
  return { part, of };
}
