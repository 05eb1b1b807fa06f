import { hasErrors } from '../message/message.ts';
import { proposeRoster } from '../run/roster.ts';
import { resultWords } from '../message/wording/results.ts';
import { acting, type ActOutcome } from './acting.ts';
import { command, type Context } from './command.ts';
import { dryRunOption } from './options.ts';

/** `roster`: every name of the breakdown that units.csv does not have yet becomes a row of it, for the office to go over. */
export const rosterCommand = command(
  (each, words) => each.option(...dryRunOption(words)),
  (globals, { dryRun }) => acting(globals, dryRun, (context) => roster(context, dryRun)),
);

async function roster({ disk, console }: Context, isTrial: boolean): Promise<ActOutcome> {
  const { value, messages } = await proposeRoster(disk, isTrial);
  const words = resultWords[console.language];
  const lines = value.rows.map((row) => words.proposedUnit(row.代码, row.名称, row.备注));
  return {
    value: { ...value },
    lines: [...lines, words.proposed(value.rows.length, value.isWritten)],
    messages,
    isDone: !hasErrors(messages),
    quarter: null,
  };
}
