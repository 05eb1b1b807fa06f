import { archiveQuarter } from '../archive/archive-quarter.ts';
import { prepare } from '../run/prepare.ts';
import { ownDays } from '../run/standing.ts';
import { programVersion } from '../workspace/program.ts';
import { commandWords } from '../message/wording/commands.ts';
import { resultWords } from '../message/wording/results.ts';
import { CannotRun, command, quarterArgument, withoutNotes, alone, type Context, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

/** `archive Q --date D`: the issued papers and assessment PDFs as a BagIt bag, write-once. */
export const archiveCommand = command(
  (each, words) => each.positional('quarter', { type: 'string', demandOption: true, describe: words.quarter }),
  (globals, args) => alone(globals, {}, (context) => archive(context, globals, args.quarter)),
);

async function archive({ disk, date, console }: Context, globals: Globals, written: string): Promise<CommandOutcome> {
  const quarter = quarterArgument(written, globals.lang);
  if (date === null) throw new CannotRun(commandWords[console.language].needsDate);
  const { value: prepared, messages } = await prepare(disk, quarter, ownDays);
  if (prepared === null) return { value: {}, lines: [], messages: withoutNotes(messages) };
  const { value, messages: found } = await archiveQuarter({
    disk,
    quarter,
    date,
    office: prepared.standing.workspace.office,
    agent: `duban ${programVersion()}`,
    renderPdf: prepared.writers.write.pdf,
  });
  const lines =
    value.folder === null ? [] : [resultWords[globals.lang].archived(value.folder, value.papers, value.isNew)];
  return { value: { ...value }, lines, messages: found };
}
