import { entriesBehind } from '../domain/counts.ts';
import { figuresOf } from '../domain/figures.ts';
import { standingOf, type Standing } from '../run.ts';
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
  return { value, lines: linesOf(value), messages: standing.messages.filter(({ severity }) => severity === 'error') };
}

function glance({ ledger }: Standing) {
  const { total, taskCount, unitCount } = figuresOf(ledger);
  const missing = new Set(entriesBehind(ledger, 'missing').map(({ unit }) => unit.name));
  const { quarter, asOf } = ledger;
  return { quarter, asOf, taskCount, unitCount, ...total, missingUnits: [...missing] };
}

function linesOf(value: ReturnType<typeof glance>): readonly string[] {
  return [
    `${value.quarter}（截至 ${value.asOf}）：任务 ${value.taskCount} 项，单位 ${value.unitCount} 个`,
    `报送：应报 ${value.required} 项次，按时 ${value.onTime}，迟报 ${value.late}，漏报 ${value.missing}，未到期 ${value.pending}`,
    `亮灯：绿 ${value.green}，黄 ${value.yellow}，红 ${value.red}`,
    ...(value.missingUnits.length === 0 ? [] : [`有漏报的单位：${value.missingUnits.join('、')}`]),
  ];
}
