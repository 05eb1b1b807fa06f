import { commandWords } from '../message/wording/commands.ts';
import { resultWords } from '../message/wording/results.ts';
import { dueText } from '../papers/due-text.ts';
import { dueFrom } from '../run/due.ts';
import { CannotRun, command, dateArgument, withoutNotes, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

type DueArguments = { readonly on: string; readonly days: number };

const mostDays = 366;

/** `due --on DATE [--days N]`: what falls due in the next days, by unit, as text to paste into a message. */
export const dueCommand = command(
  (each, words) =>
    each
      .option('on', { type: 'string', demandOption: true, describe: words.on })
      .option('days', { type: 'number', default: 7, describe: words.days }),
  (globals, args) => due(globals, args),
);

function due(globals: Globals, { on: written, days }: DueArguments): CommandOutcome {
  const { disk } = workspaceContext(globals);
  const on = dateArgument(written, globals.lang);
  if (!Number.isInteger(days) || days < 0 || days > mostDays)
    throw new CannotRun(commandWords[globals.lang].badDays(mostDays));
  const { value, messages } = dueFrom(disk, on, days);
  if (value === null) return { value: { due: null }, lines: [], messages: withoutNotes(messages) };
  // What units read is Chinese, whatever the language of the messages.
  const lines = value.units.length === 0 ? [resultWords[globals.lang].nothingDue(value)] : dueText(value.units);
  const errors = messages.filter(({ severity }) => severity === 'error');
  return { value: { due: value }, lines, messages: errors };
}
