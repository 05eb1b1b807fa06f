/** What the commands share: global options, checked; the workspace as a Disk; words in the chosen language. */
import type { Language } from '../message/wording/language.ts';
import type { ArgumentsCamelCase, Argv } from 'yargs';
import {
  parseQuarter,
  quarterOf,
  writtenQuarter,
  type CalendarDate,
  type Period,
  type Quarter,
} from '../trade/calendar.ts';
import { readDate } from '../table/cells.ts';
import { diskAt, type Disk } from '../disk/disk.ts';
import { lookIntoMemory } from '../disk/memory.ts';
import type { Message } from '../message/message.ts';
import { commandWords } from '../message/wording/commands.ts';
import { memoryFile, programHash, programVersion } from '../workspace/program.ts';
import { newerRelease } from '../workspace/release.ts';
import type { Console, CommandOutcome } from './console.ts';

export type Globals = {
  readonly workspace: string;
  readonly date: CalendarDate | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly lang: Language;
};

export type Words = (typeof commandWords)['zh' | 'en'];

/** A command: which arguments it takes, and what it does with them. */
export type Command = {
  readonly declare: (parser: Argv<Globals>, words: Words) => Argv<unknown>;
  readonly run: (args: ArgumentsCamelCase<Globals>) => CommandOutcome | Promise<CommandOutcome>;
};

/** `run` gets the arguments as `declare` makes yargs parse them. */
export function command<A>(
  declare: (parser: Argv<Globals>, words: Words) => Argv<A>,
  run: (globals: Globals, args: ArgumentsCamelCase<A>) => CommandOutcome | Promise<CommandOutcome>,
): Command {
  return { declare, run: (args) => run(args, args as unknown as ArgumentsCamelCase<A>) };
}

/** Could not run: bad arguments or an unreadable workspace. Exit code 2, the text as it is. */
export class CannotRun extends Error {}

export type Context = { readonly disk: Disk; readonly console: Console; readonly date: CalendarDate | null };

/** What earlier runs worked out is at hand; only `build` and `check` keep what is new. */
export function contextOf(globals: Globals): Context {
  const console = { language: globals.lang, isJson: globals.json, isQuiet: globals.quiet };
  const disk = diskAt(globals.workspace);
  lookIntoMemory({ disk, file: memoryFile, key: programHash() });
  return { disk, console, date: globals.date ?? null };
}

/** The context of a command that needs inputs. */
export function workspaceContext(globals: Globals): Context {
  const context = contextOf(globals);
  const isWorkspace = context.disk.list('inputs').length > 0 && context.disk.list('seeds').length > 0;
  if (!isWorkspace) throw new CannotRun(commandWords[globals.lang].noWorkspace(context.disk.root));
  refuseNewer(context.disk, globals.lang);
  return context;
}

/** What a newer program wrote would be misread. */
export function refuseNewer(disk: Disk, language: Language): void {
  const newer = newerRelease(disk);
  if (newer !== null) throw new CannotRun(commandWords[language].newerWorkspace(newer, programVersion()));
}

export function quarterArgument(text: string, language: Language): Quarter {
  const quarter = writtenQuarter(text);
  if (quarter === null) throw new CannotRun(commandWords[language].badQuarter(text));
  return quarter;
}

/** `2024Q3`, or `2024` for the papers of a year. */
export function periodArgument(text: string, language: Language): Period {
  const quarter = writtenQuarter(text);
  if (quarter !== null) return { quarter };
  const year = /^(\d{4})年?$/u.exec(text.normalize('NFKC').trim())?.[1];
  if (year === undefined || parseQuarter(`${year}Q1`) === null)
    throw new CannotRun(commandWords[language].badPeriod(text));
  return { year: Number(year) };
}

export function dateArgument(text: string, language: Language): CalendarDate {
  const { date } = readDate(text);
  if (date === null || parseQuarter(quarterOf(date)) === null)
    throw new CannotRun(commandWords[language].badDate(text));
  return date;
}

/** Notes on what was repaired or skipped are for `check` and `parse`; elsewhere they would hide the one message that needs an eye. */
export function withoutNotes(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ severity }) => severity !== 'info');
}
