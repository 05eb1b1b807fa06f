import { byProduct } from '../build/by-product.ts';
import { closingDay, filingDay } from '../domain/filing.ts';
import { codedName } from '../trade/file-name.ts';
import { formCsv } from '../forms/form-csv.ts';
import { formXlsx } from '../forms/form-xlsx.ts';
import { formsFor } from '../forms/form.ts';
import { ledgerAsOf } from '../domain/ledger.ts';
import { readPast } from '../workspace/quarter-inputs.ts';
import { resultWords } from '../message/wording/results.ts';
import { blankTables, quarterTables } from '../workspace/tables.ts';
import { readWorkspace } from '../workspace/workspace.ts';
import { quarterArgument, command, withoutNotes, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { quarterOption } from './options.ts';

/** `forms Q`: blank, prefilled return forms, one a unit, as CSV and as .xlsx. */
export const formsCommand = command(
  (each, words) => each.positional(...quarterOption(words)),
  (globals, args) => forms(globals, args.quarter),
);

function forms(globals: Globals, written: string): CommandOutcome {
  const { disk, date } = workspaceContext(globals);
  const quarter = quarterArgument(written, globals.lang);
  const workspace = readWorkspace(disk);
  if (workspace.value === null) return { value: { files: [] }, lines: [], messages: withoutNotes(workspace.messages) };
  const { office } = workspace.value;
  // The quarter's own returns do not matter: a form is sent again just when one that came back was wrong.
  const { previous, earlier, messages: past } = readPast(disk, workspace.value, quarter);
  const before = { previousReturns: previous.returns, earlierReturns: earlier.returns };
  const ledger = ledgerAsOf(date ?? closingDay(office, quarter), {
    ...workspace.value,
    quarter,
    returns: [],
    ...before,
  });
  const messages = [...past, ...ledger.messages].filter(({ severity }) => severity === 'error');
  if (messages.length > 0) return { value: { files: [] }, lines: [], messages };
  const folder = `out/${quarter}/forms`;
  const files: string[] = [];
  for (const form of formsFor(ledger.value, filingDay(office, quarter))) {
    const path = `${folder}/${codedName(form.unit.code, form.unit.name)}`;
    disk.write(`${path}.csv`, formCsv(form));
    disk.write(`${path}.xlsx`, formXlsx(form));
    files.push(`${path}.csv`, `${path}.xlsx`);
  }
  const back = `inputs/${quarter}/returns`;
  // Where what comes back will lie; the forms can be sent without.
  const unwritten = [
    ...byProduct(back, () => disk.makeFolder(back)),
    ...blankTables(`inputs/${quarter}`, quarterTables).flatMap(([file, blank]) =>
      byProduct(file, () => disk.writeNew(file, blank)),
    ),
  ];
  const lines = [resultWords[globals.lang].forms(files.length / 2, `${folder}/`, `${back}/`)];
  return { value: { files }, lines, messages: unwritten };
}
