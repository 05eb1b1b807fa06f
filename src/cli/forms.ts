import { filingDay } from '../domain/filing.ts';
import { codedName } from '../file-name.ts';
import { formCsv } from '../forms/form-csv.ts';
import { formXlsx } from '../forms/form-xlsx.ts';
import { formsFor } from '../forms/form.ts';
import { hasErrors } from '../message.ts';
import { standingOf } from '../run.ts';
import { quarterArgument, workspaceContext, type Globals } from './command.ts';
import type { AddCommand } from './commands.ts';
import type { Outcome } from './console.ts';

/** `forms Q`: blank, prefilled return forms, one a unit, as CSV and as .xlsx. */
export const formsCommand: AddCommand = (parser, words, run) =>
  parser.command(
    'forms <quarter>',
    words.forms,
    (each) => each.positional('quarter', { type: 'string', demandOption: true, describe: words.quarter }),
    (args) => run(args, (globals) => forms(globals, args.quarter)),
  );

async function forms(globals: Globals, written: string): Promise<Outcome> {
  const { disk, date } = workspaceContext(globals);
  const quarter = quarterArgument(written, globals.lang);
  const { value: standing, messages } = await standingOf(disk, quarter, date);
  if (standing === null) return { value: { files: [] }, lines: [], messages };
  const folder = `out/${quarter}/forms`;
  const files: string[] = [];
  for (const form of formsFor(standing.ledger, filingDay(standing.workspace.office, quarter))) {
    const path = `${folder}/${codedName(form.unit.code, form.unit.name)}`;
    disk.write(`${path}.csv`, formCsv(form));
    disk.write(`${path}.xlsx`, await formXlsx(form));
    files.push(`${path}.csv`, `${path}.xlsx`);
  }
  const lines = [`反馈表 ${files.length / 2} 份（csv 和 xlsx）→ ${folder}/`];
  return { value: { files }, lines, messages: hasErrors(messages) ? messages : [] };
}
