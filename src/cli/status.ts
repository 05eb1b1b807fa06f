import type { Quarter } from '../trade/calendar.ts';
import { entriesBehind } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { sinceClosing } from '../run/since-closing.ts';
import { pendingOf } from '../run/pending.ts';
import type { Register } from '../register/entry.ts';
import { readRegister } from '../register/read-register.ts';
import { daysOf, readableStanding, type Standing } from '../run/standing.ts';
import { resultWords } from '../message/wording/results.ts';
import { quarterArgument, command, withoutNotes, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

/** `status Q`: the quarter at a glance. */
export const statusCommand = command(
  (each, words) => each.positional('quarter', { type: 'string', demandOption: true, describe: words.quarter }),
  (globals, args) => status(globals, args.quarter),
);

async function status(globals: Globals, written: string): Promise<CommandOutcome> {
  const { disk, date } = workspaceContext(globals);
  const standing = readableStanding(disk, quarterArgument(written, globals.lang), daysOf(date));
  if (standing.value === null) return { value: {}, lines: [], messages: withoutNotes(standing.messages) };
  const { value: register, messages } = readRegister(disk);
  const pending = pendingOf(standing.value);
  const unreadable = standing.unreadable.map(({ file, unit }) => ({ file, unit: unit?.name ?? null }));
  const value = {
    ...glance(standing.value),
    unreadable,
    issued: issuedOf(register, standing.value.quarter, pending.length),
  };
  const words = resultWords[globals.lang];
  const missing = value.missingUnits.length === 0 ? [] : [words.missingUnits(value.missingUnits)];
  const issued = value.issued === null ? [] : [words.issued(value.issued)];
  return {
    value,
    lines: [...words.glance(value), ...missing, ...issued],
    messages: [
      ...[...standing.messages, ...messages].filter(({ severity }) => severity === 'error'),
      ...sinceClosing(disk, standing.value),
    ],
  };
}

/** What was sent in the quarter; null before anything was. `outOfDate`: papers that `reissue` would replace or add. */
function issuedOf({ entries }: Register, quarter: Quarter, outOfDate: number) {
  const own = entries.filter((entry) => entry.quarter === quarter);
  const valid = own.filter(({ state }) => state === 'valid').length;
  return own.length === 0 ? null : { valid, superseded: own.length - valid, outOfDate };
}

function glance({ ledger }: Standing) {
  const { total, taskCount, unitCount } = figuresOf(ledger);
  const missing = new Set(entriesBehind(ledger, 'missing').map(({ unit }) => unit.name));
  const { quarter, asOf } = ledger;
  return { quarter, asOf, taskCount, unitCount, ...total, missingUnits: [...missing] };
}
