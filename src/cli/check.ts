import { hasErrors } from '../message.ts';
import { papersOf, quarterlyOf, standingOf } from '../run.ts';
import { readWorkspace } from '../workspace.ts';
import { quarterArgument, workspaceContext, type Globals } from './command.ts';
import type { AddCommand } from './commands.ts';
import type { Outcome } from './console.ts';

/** `check [Q]`: reads everything, writes no paper; every problem at once. */
export const checkCommand: AddCommand = (parser, words, run) =>
  parser.command(
    'check [quarter]',
    words.check,
    (each) => each.positional('quarter', { type: 'string', describe: words.quarter }),
    (args) => run(args, (globals) => check(globals, args.quarter)),
  );

async function check(globals: Globals, written: string | undefined): Promise<Outcome> {
  const { disk, date } = workspaceContext(globals);
  if (written === undefined) return outcomeOf((await readWorkspace(disk)).messages);
  const standing = await standingOf(disk, quarterArgument(written, globals.lang), date);
  if (standing.value === null) return outcomeOf(standing.messages);
  const quarterly = quarterlyOf(disk, standing.value);
  const papers = quarterly.value === null ? null : papersOf(standing.value, quarterly.value);
  return outcomeOf([...standing.messages, ...quarterly.messages, ...(papers?.messages ?? [])]);
}

function outcomeOf(messages: Outcome['messages']): Outcome {
  const count = (severity: string): number => messages.filter((message) => message.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  const verdict = hasErrors(messages) ? '有错误，不能生成公文' : '可以生成公文';
  const line = `错误 ${counts.errors}，警告 ${counts.warnings}，提示 ${counts.infos}：${verdict}`;
  return { value: counts, lines: [line], messages };
}
