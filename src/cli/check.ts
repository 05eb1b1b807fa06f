import path from 'node:path';
import { keepAnswer, keptAnswer } from '../build/kept-answer.ts';
import { recordAsked } from '../disk/asked.ts';
import type { Disk } from '../disk/disk.ts';
import { openMemory } from '../disk/memory.ts';
import { hashOfFile } from '../disk/sha256.ts';
import type { Quarter } from '../trade/calendar.ts';
import { isPartOfProgram, memoryFile, programFolder, programHash } from '../workspace/program.ts';
import { quarterArgument, command, workspaceContext, type Context, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { quarterIfAny } from './options.ts';

/** `check [Q]`, of the newest quarter when none is named: reads everything, writes no paper; every problem at once, by unit, and a correction sheet for each unit. */
export const checkCommand = command(
  (each, words) => each.positional(...quarterIfAny(words)),
  (globals, args) => check(globals, args.quarter),
);

async function check(globals: Globals, written: string | undefined): Promise<CommandOutcome> {
  const context = workspaceContext(globals);
  const quarter = written === undefined ? await newest(context) : quarterArgument(written, globals.lang);
  return quarter === null ? (await import('./checked.ts')).checkWorkspace(context) : answered(context, quarter);
}

async function newest({ disk }: Context): Promise<Quarter | null> {
  const { newestQuarter } = await import('../run/newest-quarter.ts');
  const { readRegister } = await import('../register/read-register.ts');
  return newestQuarter(disk, readRegister(disk).value);
}

/** Correction sheet → its hash: a clerk may have mended it meanwhile. */
type Answer = { readonly outcome: CommandOutcome; readonly sheets: Readonly<Record<string, string | null>> };

/** While the disk answers as it did, so does the check; its sheets must stand there as they were written. */
async function answered(context: Context, quarter: Quarter): Promise<CommandOutcome> {
  const { disk, date, console } = context;
  const key = JSON.stringify([programHash(), console.language, date]);
  const keeping = { disk, file: `out/${quarter}/.check`, key, program: programFolder };
  const folder = `out/${quarter}/corrections`;
  for (const each of ['out', `out/${quarter}`]) disk.tidy(each, false);
  const kept = keptAnswer<Answer>(keeping);
  if (kept !== null && JSON.stringify(sheetsIn(disk, folder)) === JSON.stringify(kept.sheets)) return kept.outcome;
  const keepMemory = openMemory({ disk, file: memoryFile, key: programHash() });
  const asked = recordAsked(leftOut(disk, folder));
  const { checkQuarter } = await import('./checked.ts');
  const outcome = await checkQuarter(context, quarter);
  keepMemory();
  const all = asked();
  // What could not be written is tried again, whatever else is as it was.
  const isWhole = outcome.messages.every(({ code }) => code !== 'sheets-not-written');
  if (all !== null && isWhole) keepAnswer<Answer>(keeping, all, { outcome, sheets: sheetsIn(disk, folder) });
  return outcome;
}

function sheetsIn(disk: Disk, folder: string): Answer['sheets'] {
  return Object.fromEntries(disk.list(folder).map((file) => [file, hashOfFile(disk, file)]));
}

/** The sheets are what was written, not what was asked. */
function leftOut(disk: Disk, folder: string): (full: string) => boolean {
  const own = path.resolve(disk.root, folder) + path.sep;
  return (full) => `${full}${path.sep}`.startsWith(own) || isPartOfProgram(full);
}
