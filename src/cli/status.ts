import { errorsOf } from '../message/message.ts';
import type { Quarter } from '../trade/calendar.ts';
import { entriesBehind } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { sinceClosing } from '../run/since-closing.ts';
import { awaitedOf, type Awaited } from '../run/awaited.ts';
import { pendingOf } from '../run/pending.ts';
import type { Register } from '../register/entry.ts';
import { interruptedChange } from '../register/journal.ts';
import { daysOf, readableStanding, type Standing } from '../run/standing.ts';
import { resultWords } from '../message/wording/results.ts';
import { quarterArgument, command, withoutNotes, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { quarterOption } from './options.ts';

/** `status Q`: the quarter at a glance. */
export const statusCommand = command(
  (each, words) => each.positional(...quarterOption(words)),
  (globals, args) => status(globals, args.quarter),
);

async function status(globals: Globals, written: string): Promise<CommandOutcome> {
  const { disk, date } = workspaceContext(globals);
  const standing = readableStanding(disk, quarterArgument(written, globals.lang), daysOf(date));
  if (standing.value === null) return { value: {}, lines: [], messages: withoutNotes(standing.messages) };
  const { register } = standing.value;
  const pending = pendingOf(standing.value);
  const unreadable = standing.unreadable.map(({ file, unit }) => ({ file, unit: unit?.name ?? null }));
  const value = {
    ...glance(standing.value),
    unreadable,
    issued: issuedOf(register, standing.value.quarter, pending.length),
  };
  const { roster } = standing.value.workspace;
  const awaited = awaitedOf(disk, { register, roster, quarter: standing.value.quarter });
  const waiting = value.issued === null ? null : waitingOf(awaited.value);
  const words = resultWords[globals.lang];
  const missing = value.missingUnits.length === 0 ? [] : [words.missingUnits(value.missingUnits)];
  const issued = value.issued === null ? [] : [words.issued(value.issued)];
  return {
    value: { ...value, waiting },
    lines: [...words.glance(value), ...missing, ...issued, ...(waiting === null ? [] : [words.waiting(told(waiting))])],
    messages: [
      ...interruptedChange(disk).messages.filter(({ severity }) => severity !== 'error'),
      ...errorsOf(standing.messages),
      ...sinceClosing(disk, standing.value),
      ...awaited.messages,
    ],
  };
}

/** What was sent in the quarter; null before anything was. `outOfDate`: papers that `reissue` would replace or add. */
function issuedOf({ entries }: Register, quarter: Quarter, outOfDate: number) {
  const own = entries.filter((entry) => entry.quarter === quarter);
  const valid = own.filter(({ state }) => state === 'valid').length;
  return own.length === 0 ? null : { valid, superseded: own.length - valid, outOfDate };
}

/** Signatures and answers that are awaited of single units; a handover is nobody's answer. */
function waitingOf({ unsigned, unanswered }: Awaited) {
  const answers = unanswered.filter(({ kind, addressee }) => kind === 'answer' && addressee !== null);
  return {
    unsigned: unsigned.map(({ number, addressee }) => ({ number, unit: addressee.name })),
    unanswered: answers.map(({ number, addressee, ask, by }) => ({ number, unit: addressee?.name ?? '', ask, by })),
  };
}

/** A paper asks for one answer, however many things it asks. */
function told({ unsigned, unanswered }: ReturnType<typeof waitingOf>) {
  const first = unanswered.map(({ by }) => by).toSorted()[0] ?? null;
  const papers = new Set(unanswered.map(({ number }) => number));
  return { unsigned: unsigned.map(({ unit }) => unit), unanswered: papers.size, first };
}

function glance({ ledger }: Standing) {
  const { total, taskCount, unitCount } = figuresOf(ledger);
  const missing = new Set(entriesBehind(ledger, 'missing').map(({ unit }) => unit.name));
  const { quarter, asOf } = ledger;
  return { quarter, asOf, taskCount, unitCount, ...total, missingUnits: [...missing] };
}
