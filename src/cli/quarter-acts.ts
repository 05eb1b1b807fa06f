/** `close`, `correct`, `withdraw`, `seal`: acts on what is closed and issued. Each is entered in the register with its day and basis. */
import { readPercent } from '../table/cells.ts';
import { statusOfWord } from '../intake/returns/form.ts';
import { actResults } from '../message/wording/act-results.ts';
import { hasErrors } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { commandWords } from '../message/wording/commands.ts';
import type { Language } from '../message/wording/language.ts';
import { wordText } from '../message/wording/word.ts';
import { readRegister } from '../register/read-register.ts';
import { sealText } from '../register/seal.ts';
import { close } from '../run/close.ts';
import { correct, type CorrectAsked } from '../run/correct.ts';
import { withdraw } from '../run/withdraw.ts';
import { acting, type ActOutcome } from './acting.ts';
import { CannotRun, command, dateArgument, quarterArgument, withoutNotes, workspaceContext } from './command.ts';
import type { Context, Globals } from './command.ts';
import { dateOf } from './issue.ts';
import { basisOption, dryRunOption, numberOption, quarterOption, taskOption, thatDayOption } from './options.ts';

/** `close Q --date D`: freezes the quarter. */
export const closeCommand = command(
  (each, words) =>
    each
      .positional(...quarterOption(words))
      .option('reason', { type: 'string', default: '', describe: words.reason })
      .option(...thatDayOption(words))
      .option(...dryRunOption(words)),
  (globals, args) =>
    acting(globals, args.dryRun, async (context) => {
      const quarter = quarterArgument(args.quarter, globals.lang);
      const { reason, yesThatDay: isThatDay, dryRun: isDry } = args;
      const { value, messages } = await close(context.disk, {
        quarter,
        date: dateOf(context),
        reason,
        isThatDay,
        isDry,
      });
      const words = actResults[globals.lang];
      const lines = value === null ? [] : [words.closed({ quarter, ledgerDay: value.ledgerDay, isDry })];
      const told = { value: { closed: value }, lines, messages: withoutNotes(messages) };
      return { ...told, isDone: value !== null, quarter };
    }),
);

type CorrectArguments = {
  readonly quarter: string;
  readonly unit: string;
  readonly task: string;
  readonly percent: string | undefined;
  readonly status: string | undefined;
  readonly progress: string | undefined;
  readonly filed: string | undefined;
  readonly basis: string;
  readonly yesThatDay: boolean;
  readonly dryRun: boolean;
};

/** `correct Q --unit U --task N … --basis TEXT`: the next revision of a closed quarter. */
export const correctCommand = command(
  (each, words) =>
    each
      .positional(...quarterOption(words))
      .option('unit', { type: 'string', demandOption: true, describe: words.unit })
      .option(...taskOption(words))
      .option('percent', { type: 'string', describe: words.percent })
      .option('status', { type: 'string', describe: words.claimed })
      .option('progress', { type: 'string', describe: words.progress })
      .option('filed', { type: 'string', describe: words.filed })
      .option(...basisOption(words))
      .option(...thatDayOption(words))
      .option(...dryRunOption(words)),
  (globals, args) => acting(globals, args.dryRun, (context) => correctOne(context, globals, args)),
);

async function correctOne(context: Context, globals: Globals, args: CorrectArguments): Promise<ActOutcome> {
  const asked = correctionOf(context, globals, args);
  const { value, messages } = await correct(context.disk, asked);
  const { quarter, isDry } = asked;
  if (value === null) return { value: {}, lines: [], messages: withoutNotes(messages), isDone: false, quarter };
  const { correction } = value.closed;
  const words = actResults[globals.lang];
  const units = value.units.map(({ unit, changes }) => {
    return `${unit}　${changes.map(words.changed).join('；')}`;
  });
  const head = words.corrected({ quarter, correction, units: units.length, isDry });
  const told = { value: { correction, units: value.units }, lines: [head, ...units], messages: withoutNotes(messages) };
  return { ...told, isDone: true, quarter };
}

function correctionOf(context: Context, { lang }: Globals, args: CorrectArguments): CorrectAsked {
  const { unit, task, progress = null, basis, yesThatDay, dryRun } = args;
  const status = args.status === undefined ? null : statusOfWord.get(args.status.normalize('NFKC').trim());
  if (status === undefined) throw new CannotRun(commandWords[lang].badStatus(args.status ?? ''));
  return {
    unit,
    task,
    percent: args.percent === undefined ? null : percentArgument(args.percent, lang),
    status,
    progress,
    basis,
    quarter: quarterArgument(args.quarter, lang),
    filedOn: args.filed === undefined ? null : dateArgument(args.filed, lang),
    date: dateOf(context),
    isThatDay: yesThatDay,
    isDry: dryRun,
  };
}

/** As units write it: a bare 1 or 0.8 is asked about here too. */
function percentArgument(text: string, language: Language): number | null {
  const { percent, problem } = readPercent(text, 'refuse');
  if (problem !== null) throw new CannotRun(wordText(problem(fileOnly('--percent')), language));
  return percent;
}

/** `withdraw NUMBER --date D --reason TEXT`: 作废, or 撤回 of a paper that was sent. */
export const withdrawCommand = command(
  (each, words) =>
    each
      .positional(...numberOption(words))
      .option('reason', { type: 'string', demandOption: true, describe: words.reason })
      .option('sent', { type: 'boolean', default: false, describe: words.sent })
      .option(...thatDayOption(words))
      .option(...dryRunOption(words)),
  (globals, args) =>
    acting(globals, args.dryRun, async (context) => {
      const { number, reason, sent: isSent, yesThatDay: isThatDay, dryRun: isDry } = args;
      const asked = { number, reason, isSent, isThatDay, isDry, date: dateOf(context) };
      const { value, messages } = await withdraw(context.disk, asked);
      if (value === null)
        return { value: {}, lines: [], messages: withoutNotes(messages), isDone: false, quarter: null };
      const { entry, notice } = value;
      const told = { number: entry.number, restored: value.restored?.number ?? null, notice };
      const lines = [actResults[globals.lang].withdrawn({ ...told, isDry })];
      return { value: told, lines, messages: withoutNotes(messages), isDone: true, quarter: entry.quarter };
    }),
);

/** `seal --date D`: the head of the register, for signature. */
export const sealCommand = command(
  (each) => each,
  (globals) => {
    const context = workspaceContext(globals);
    const { value: register, messages } = readRegister(context.disk);
    const date = dateOf(context);
    // Nobody signs for a register that does not hold.
    if (hasErrors(messages)) return { value: {}, lines: [], messages };
    const sealed = sealText(register, date);
    const { count, hash } = register.head;
    return { value: { count, hash }, lines: sealed.value ?? [], messages: [...messages, ...sealed.messages] };
  },
);
