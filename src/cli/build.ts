import { build } from '../build/build.ts';
import type { BuildReport } from '../build/report.ts';
import { issuedMessages } from '../issuing.ts';
import { hasErrors, type Message } from '../message.ts';
import { planJobs } from '../plan.ts';
import { inputsOf } from '../inputs-of.ts';
import { prepare } from '../run.ts';
import { resultWords } from '../wording/results.ts';
import type { Language } from '../wording/word.ts';
import { quarterArgument, workspaceContext, type Globals } from './command.ts';
import type { AddCommand } from './commands.ts';
import { progressOf, type Outcome } from './console.ts';

type BuildArguments = {
  readonly quarter: string;
  readonly explain: boolean;
  readonly overwrite: boolean;
  readonly only: readonly string[];
  readonly jobs: number;
};

/** `build Q`: all drafts of the quarter into out/Q/; only what changed is made again. */
export const buildCommand: AddCommand = (parser, words, run) =>
  parser.command(
    'build <quarter>',
    words.build,
    (each) =>
      each
        .positional('quarter', { type: 'string', demandOption: true, describe: words.quarter })
        .option('explain', { type: 'boolean', default: false, describe: words.explain })
        .option('overwrite', { type: 'boolean', default: false, describe: words.overwrite })
        .option('only', { type: 'string', array: true, default: [] as string[], describe: words.only })
        .option('jobs', { type: 'number', default: 2, describe: words.jobs }),
    (args) => run(args, (globals) => buildQuarter(globals, args)),
  );

async function buildQuarter(globals: Globals, args: BuildArguments): Promise<Outcome> {
  const context = workspaceContext(globals);
  const quarter = quarterArgument(args.quarter, globals.lang);
  const { disk } = context;
  const { value: prepared, messages } = await prepare(disk, quarter, context.date);
  if (prepared === null) return { value: { files: [] }, lines: [], messages };
  const issued = await issuedMessages(disk, prepared);
  if (hasErrors(issued)) return { value: { files: [] }, lines: [], messages: [...messages, ...issued] };
  const { standing, papers, writers } = prepared;
  const plan = { formats: standing.workspace.office.formats, inputsOf: inputsOf(disk, standing) };
  const jobs = planJobs(papers, writers, plan);
  const report = await build({
    disk,
    folder: `out/${quarter}`,
    jobs,
    options: args,
    onProgress: progressOf(context.console),
  });
  // Notes on what was repaired or skipped are for `check`; a build tells what needs an eye.
  const told = messages.filter(({ severity }) => severity !== 'info');
  return outcomeOf(report.value, {
    folder: `out/${quarter}`,
    lang: globals.lang,
    messages: [...told, ...issued, ...report.messages],
  });
}

/** What was made and where: one line a kind, then the totals. */
function outcomeOf(
  report: BuildReport,
  {
    folder,
    lang,
    messages,
  }: { readonly folder: string; readonly lang: Language; readonly messages: readonly Message[] },
): Outcome {
  const words = resultWords[lang];
  const kinds = [...new Set(report.files.map(({ kind }) => kind))];
  const lines = kinds.map((kind) => {
    const files = report.files.filter((file) => file.kind === kind);
    const first = files[0]?.path ?? '';
    const where = files.length === 1 ? first : `${first.slice(0, first.lastIndexOf('/') + 1)}`;
    return words.madeKind(kind, files.length, `${folder}/${where}`);
  });
  return { value: { folder, ...report }, lines: [...lines, words.buildTotals(report.counts)], messages };
}
