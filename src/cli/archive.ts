import { archiveQuarter } from '../archive/archive-quarter.ts';
import { withRegisterErrors } from '../run/register-to-add.ts';
import { prepare } from '../run/prepare.ts';
import { ownDays } from '../run/standing.ts';
import { programVersion } from '../workspace/program.ts';
import { resultWords } from '../message/wording/results.ts';
import { acting, type ActOutcome } from './acting.ts';
import { command, quarterArgument, withoutNotes, type Context } from './command.ts';
import { dateOf } from './issue.ts';
import { dryRunOption, quarterOption } from './options.ts';

/** `archive Q --date D`: the issued papers and assessment PDFs as a BagIt bag, write-once. */
export const archiveCommand = command(
  (each, words) => each.positional(...quarterOption(words)).option(...dryRunOption(words)),
  (globals, args) => acting(globals, args.dryRun, (context) => archive(context, args.quarter, args.dryRun)),
);

async function archive(context: Context, written: string, isDry: boolean): Promise<ActOutcome> {
  const { disk, console } = context;
  const quarter = quarterArgument(written, console.language);
  const date = dateOf(context);
  const { value: prepared, messages } = await prepare(disk, quarter, ownDays);
  if (prepared === null) {
    const found = withoutNotes(withRegisterErrors(disk, messages));
    return { value: {}, lines: [], messages: found, isDone: false, quarter: null };
  }
  const { workspace, closed, parts } = prepared.standing;
  const { value, messages: found } = await archiveQuarter({
    disk,
    quarter,
    date,
    isDry,
    office: workspace.office,
    // While the quarter is open nothing of it is proved.
    attachments: closed === null ? [] : (parts.attachments ?? []),
    agent: `duban ${programVersion()}`,
    renderPdf: prepared.writers.write.pdf,
  });
  const { folder } = value;
  const lines = folder === null ? [] : [resultWords[console.language].archived({ ...value, folder, isDry })];
  return { value: { ...value }, lines, messages: found, isDone: folder !== null, quarter };
}
