import type { CalendarDate } from '../trade/calendar.ts';
import { hasErrors } from '../message/message.ts';
import { actResults } from '../message/wording/act-results.ts';
import { commandWords } from '../message/wording/commands.ts';
import type { PaperKind } from '../trade/paper-kinds.ts';
import { issueYear } from '../run/issue-year.ts';
import { issueQuarter, type Issuing } from '../run/issue.ts';
import { reissueQuarter } from '../run/reissue.ts';
import { acting, type ActOutcome } from './acting.ts';
import { CannotRun, command, periodArgument, quarterArgument, withoutNotes, type Context } from './command.ts';
import { asEditedOption, dryRunOption, onlyOption, periodOption, quarterOption, thatDayOption } from './options.ts';
import { progressOf } from './progress.ts';

type Common = {
  readonly quarter: string;
  readonly dryRun: boolean;
  readonly asEdited: boolean;
  readonly yesThatDay: boolean;
};

/** `issue Q --date D`: the drafts of out/Q that were read, numbered, dated, frozen and registered; `issue 2024`: the special report. */
export const issueCommand = command(
  (each, words) =>
    each
      .positional(...periodOption(words.issuedPeriod))
      .option(...onlyOption(words))
      .option(...dryRunOption(words))
      .option(...asEditedOption(words))
      .option(...thatDayOption(words))
      .option('without-returns', { type: 'string', describe: words.withoutReturns }),
  (globals, args) => acting(globals, args.dryRun, (context) => issue(context, args)),
);

/** `reissue Q --date D`: the drafts of out/Q/reissue. */
export const reissueCommand = command(
  (each, words) =>
    each
      .positional(...quarterOption(words))
      .option(...dryRunOption(words))
      .option(...asEditedOption(words))
      .option(...thatDayOption(words)),
  (globals, args) => acting(globals, args.dryRun, (context) => reissue(context, args)),
);

type IssueArguments = Common & { readonly only: readonly string[]; readonly withoutReturns: string | undefined };

async function issue(context: Context, args: IssueArguments): Promise<ActOutcome> {
  const period = periodArgument(args.quarter, context.console.language);
  const asked = { ...askedOf(context, args), only: args.only, withoutReturns: args.withoutReturns ?? null };
  const { value: issued, messages } = await ('year' in period
    ? issueYear(context.disk, { ...asked, year: period.year })
    : issueQuarter(context.disk, { ...asked, quarter: period.quarter }));
  return {
    value: { issued },
    lines: issued.map(({ number, unit, file }) => [number, unit, file ?? ''].join('　')),
    messages: withoutNotes(messages),
    isDone: issued.length > 0,
    quarter: 'quarter' in period ? period.quarter : null,
  };
}

async function reissue(context: Context, args: Common): Promise<ActOutcome> {
  const quarter = quarterArgument(args.quarter, context.console.language);
  const asked = { ...askedOf(context, args), quarter };
  const { value: reissued, messages } = await reissueQuarter(context.disk, asked);
  const words = actResults[context.console.language];
  const none = hasErrors(messages) ? [] : [words.nothingToReissue()];
  const lines = reissued.map((each) => words.reissued({ ...each, kind: each.kind as PaperKind }));
  return {
    value: { reissued },
    lines: reissued.length === 0 ? none : lines,
    messages: withoutNotes(messages),
    isDone: reissued.length > 0,
    quarter: asked.quarter,
  };
}

function askedOf(context: Context, { dryRun, asEdited, yesThatDay }: Common): Omit<Issuing, 'quarter'> {
  return {
    date: dateOf(context),
    isDry: dryRun,
    asEdited,
    isThatDay: yesThatDay,
    onProgress: progressOf(context.console),
  };
}

export function dateOf({ date, console }: Context): CalendarDate {
  if (date === null) throw new CannotRun(commandWords[console.language].needsDate);
  return date;
}
