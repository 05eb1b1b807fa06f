import { entriesBehind } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { standingOf, type Standing } from '../run.ts';
import { resultWords } from '../wording/results.ts';
import { quarterArgument, workspaceContext, type Globals } from './command.ts';
import type { AddCommand } from './commands.ts';
import type { Outcome } from './console.ts';

/** `status Q`: the quarter at a glance. */
export const statusCommand: AddCommand = (parser, words, run) =>
  parser.command(
    'status <quarter>',
    words.status,
    (each) => each.positional('quarter', { type: 'string', demandOption: true, describe: words.quarter }),
    (args) => run(args, (globals) => status(globals, args.quarter)),
  );

async function status(globals: Globals, written: string): Promise<Outcome> {
  const { disk, date } = workspaceContext(globals);
  const standing = await standingOf(disk, quarterArgument(written, globals.lang), date);
  if (standing.value === null) return { value: {}, lines: [], messages: standing.messages };
  const value = glance(standing.value);
  const words = resultWords[globals.lang];
  const missing = value.missingUnits.length === 0 ? [] : [words.missingUnits(value.missingUnits)];
  return {
    value,
    lines: [...words.glance(value), ...missing],
    messages: standing.messages.filter(({ severity }) => severity === 'error'),
  };
}

function glance({ ledger }: Standing) {
  const { total, taskCount, unitCount } = figuresOf(ledger);
  const missing = new Set(entriesBehind(ledger, 'missing').map(({ unit }) => unit.name));
  const { quarter, asOf } = ledger;
  return { quarter, asOf, taskCount, unitCount, ...total, missingUnits: [...missing] };
}
