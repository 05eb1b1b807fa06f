import { proposeRoster } from '../run/roster.ts';
import { resultWords } from '../message/wording/results.ts';
import { command, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

/** `roster`: every name of the breakdown that units.csv does not have yet becomes a row of it, for the office to go over. */
export const rosterCommand = command(
  (each, words) => each.option('dry-run', { type: 'boolean', default: false, describe: words.dryRun }),
  (globals, args) => roster(globals, args['dry-run']),
);

async function roster(globals: Globals, isTrial: boolean): Promise<CommandOutcome> {
  const { disk } = workspaceContext(globals);
  const { value, messages } = await proposeRoster(disk, isTrial);
  const words = resultWords[globals.lang];
  const lines = value.rows.map((row) => words.proposedUnit(row.代码, row.名称, row.备注));
  return { value: { ...value }, lines: [...lines, words.proposed(value.rows.length, value.isWritten)], messages };
}
