import type { Language } from '../message/wording/language.ts';
import { matchesAny } from '../build/glob.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { Draft } from '../register/draft.ts';
import { rowOf } from '../trade/paper-kinds.ts';
import { draftsIn, issueContext, rewording } from '../run/issuing.ts';
import { hasErrors } from '../message/message.ts';
import { issueDrafts } from '../register/issue.ts';
import { reissueDrafts, reissueList, type Reissued } from '../register/reissue.ts';
import { prepare, type Prepared } from '../run/prepare.ts';
import { commandWords } from '../message/wording/commands.ts';
import { resultWords } from '../message/wording/results.ts';
import {
  CannotRun,
  command,
  quarterArgument,
  withoutNotes,
  alone,
  workspaceContext,
  type Context,
  type Globals,
} from './command.ts';
import type { Outcome } from './console.ts';
import { progressOf } from './progress.ts';

/** `issue Q --date D`: number, date, freeze and register every draft. */
export const issueCommand = command(
  (each, words) =>
    each
      .positional('quarter', { type: 'string', demandOption: true, describe: words.quarter })
      .option('only', { type: 'string', array: true, default: [] as string[], describe: words.only })
      .option('ignore-edits', { type: 'boolean', default: false, describe: words.ignoreEdits }),
  (globals, args) => alone(globals, { issued: [] }, (context) => issue(context, globals, args)),
);

/** `reissue Q --date D`: the letters that no longer tell the truth, anew. */
export const reissueCommand = command(
  (each, words) =>
    each
      .positional('quarter', { type: 'string', demandOption: true, describe: words.quarter })
      .option('ignore-edits', { type: 'boolean', default: false, describe: words.ignoreEdits })
      .option('dry-run', { type: 'boolean', default: false, describe: words.dryRun }),
  (globals, args) => {
    // What only looks needs no lock.
    const work = (context: Context) => reissue(context, globals, args);
    return args.dryRun ? work(workspaceContext(globals)) : alone(globals, { reissued: [] }, work);
  },
);

async function issue(
  context: Context,
  globals: Globals,
  args: { quarter: string; ignoreEdits: boolean; only: readonly string[] },
): Promise<Outcome> {
  const date = dateOf(context);
  // Reminders say what has come in by the day they are sent; the quarter's letters stand as of its last day.
  const asOf = args.only.length > 0 ? date : null;
  const { value: prepared, messages } = await prepare(context.disk, quarterArgument(args.quarter, globals.lang), asOf);
  if (prepared === null) return { value: { issued: [] }, lines: [], messages: withoutNotes(messages) };
  const { value: entries, messages: found } = await issueDrafts({
    ...issueContext(context.disk, prepared, { date, jobs: 2, onProgress: progressOf(context.console) }),
    drafts: issuable(prepared, args.only),
    ignoreEdits: args.ignoreEdits,
  });
  const issued = entries.map(({ number, addressee, file }) => ({
    number,
    unit: addressee?.name ?? '',
    file: file.path,
  }));
  const lines = issued.map(({ number, unit, file }) => `${number}　${unit}　${file}`);
  return { value: { issued }, lines, messages: [...withoutNotes(messages), ...found] };
}

async function reissue(
  context: Context,
  globals: Globals,
  args: { quarter: string; ignoreEdits: boolean; dryRun: boolean },
): Promise<Outcome> {
  const date = dateOf(context);
  // The letters of the quarter as they would be written on the day of reissue: every change up to that day counts.
  const { value: prepared, messages } = await prepare(context.disk, quarterArgument(args.quarter, globals.lang), date);
  if (prepared === null) return { value: { reissued: [] }, lines: [], messages: withoutNotes(messages) };
  const request = {
    ...issueContext(context.disk, prepared, { date, jobs: 2, onProgress: progressOf(context.console) }),
    drafts: issuable(prepared, []),
    ignoreEdits: args.ignoreEdits,
    word: rewording(prepared),
  };
  const { value: reissued, messages: told } = args.dryRun ? reissueList(request) : await reissueDrafts(request);
  const all = [...withoutNotes(messages), ...told];
  const found = reissued.map((each) => lineOf(each, globals.lang));
  const none = [resultWords[globals.lang].nothingToReissue()];
  const lines = hasErrors(all) ? [] : reissued.length === 0 ? none : found;
  return { value: { reissued: reissued.map(jsonOf) }, lines, messages: all };
}

/** Letters and report; reminders are sent on their own day, when --only names them. */
function issuable({ papers }: Prepared, only: readonly string[]): readonly Draft[] {
  const drafts = draftsIn(papers);
  if (only.length > 0) return drafts.filter(({ path }) => matchesAny(only, path));
  return drafts.filter(({ kind }) => rowOf(kind).issued === 'quarter');
}

function jsonOf({ number, cause, kind, addressee, entry, changes }: Reissued) {
  return { number, cause, kind, unit: addressee?.name ?? '', replaces: entry?.number ?? null, changes };
}

function lineOf({ number, cause, addressee, entry, changes }: Reissued, lang: Language): string {
  const replaces = entry?.number ?? null;
  return resultWords[lang].reissued(number, addressee?.name ?? '', { cause, changes: changes.length, replaces });
}

function dateOf({ date, console }: Context): CalendarDate {
  if (date === null) throw new CannotRun(commandWords[console.language].needsDate);
  return date;
}
