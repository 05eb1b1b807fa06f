import { traceEntry, traceScorecard, type Source } from '../domain/trace.ts';
import type { Entry } from '../domain/ledger.ts';
import { quarterIn, unitCodeIn } from '../paper-path.ts';
import { standingOf, type Standing } from '../run.ts';
import { wordPlace } from '../wording/word.ts';
import { commandWords } from '../wording/commands.ts';
import { CannotRun, workspaceContext, type Globals } from './command.ts';
import type { AddCommand } from './commands.ts';
import type { Outcome } from './console.ts';

/** `trace FILE [TEXT]`: where a paper's figures come from: input file and row, source line. */
export const traceCommand: AddCommand = (parser, words, run) =>
  parser.command(
    'trace <file> [text]',
    words.trace,
    (each) =>
      each
        .positional('file', { type: 'string', demandOption: true, describe: words.file })
        .positional('text', { type: 'string', describe: words.text }),
    (args) => run(args, (globals) => trace(globals, args.file, args.text ?? '')),
  );

async function trace(globals: Globals, file: string, text: string): Promise<Outcome> {
  const { disk, date } = workspaceContext(globals);
  const quarter = quarterIn(file);
  if (quarter === null) throw new CannotRun(commandWords[globals.lang].noPaper(file));
  const { value: standing, messages } = await standingOf(disk, quarter, date);
  if (standing === null) return { value: { sources: [] }, lines: [], messages };
  const traced = tracedOf(standing, unitCodeIn(file)).filter((each) => meets(each, text));
  const lines = traced.flatMap(({ title, sources }) => [title, ...sources.map(lineOf)]);
  return { value: { quarter, traced }, lines, messages: [] };
}

type Traced = { readonly title: string; readonly keys: readonly string[]; readonly sources: readonly Source[] };

/** Every entry that the paper speaks of, then the lines of the scores; of one unit when the paper is one unit's. */
function tracedOf({ ledger, scorecards, workspace }: Standing, code: string | null): readonly Traced[] {
  const isMeant = (unit: { readonly code: string }): boolean => code === null || unit.code === code;
  const entries = ledger.entries.filter(({ unit, group }) => isMeant(unit) && (group === null || code !== null));
  const cards = scorecards.filter(({ unit }) => isMeant(unit));
  return [
    ...entries.map((entry) => ({
      title: titleOf(entry),
      keys: keysOf(entry),
      sources: traceEntry(entry, ledger, workspace.catalogue),
    })),
    ...cards.map((card) => ({
      title: `${card.unit.name} 得分 ${card.score}`,
      keys: [card.unit.name, String(card.score)],
      sources: traceScorecard(card),
    })),
  ];
}

function titleOf({ task, unit, percent, light }: Entry): string {
  return [`第${task.no}项`, unit.name, percent === null ? '' : `${percent}%`, light ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

/** What a reader may point at: the number, the unit, the percent, the task's words. */
function keysOf({ task, unit, percent }: Entry): readonly string[] {
  return [task.id, `第${task.no}项`, unit.name, percent === null ? '' : `${percent}%`];
}

/** A bare number means a task or a percent, not every number that has it inside. */
function meets({ keys, sources }: Traced, text: string): boolean {
  if (text === '' || keys.includes(text)) return true;
  return (
    !/^\d+(\.\d+)?%?$/.test(text) &&
    [...keys, ...sources.map((source) => source.text)].some((key) => key.includes(text))
  );
}

const kindWords = {
  task: '来源',
  reassignment: '职责调整',
  plan: '计划',
  return: '本季反馈',
  corrected: '已更正的反馈',
  previous: '上季反馈',
  closure: '销号',
  score: '评分',
} as const satisfies Record<Source['kind'], string>;

function lineOf({ kind, text, place }: Source): string {
  const where = place === null ? '' : `　${wordPlace(place)}`;
  return `　${kindWords[kind]}${where}　${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
}
