import path from 'node:path';
import { diskAt } from '../disk.ts';
import { catalogueJson } from '../read/breakdown/json.ts';
import { parseBreakdown } from '../read/breakdown/parse.ts';
import { readBreakdown } from '../workspace.ts';
import { resultWords } from '../wording/results.ts';
import { CannotRun, contextOf, workspaceContext, type Globals } from './command.ts';
import type { AddCommand } from './commands.ts';
import type { Outcome } from './console.ts';

/** `parse [FILE]`: the source document becomes the catalogue; written to out/catalogue.json, and printed with --json. */
export const parseCommand: AddCommand = (parser, words, run) =>
  parser.command(
    'parse [file]',
    words.parse,
    (each) => each.positional('file', { type: 'string', describe: words.file }),
    (args) => run(args, (globals) => parse(globals, args.file)),
  );

async function parse(globals: Globals, file: string | undefined): Promise<Outcome> {
  const { disk, console } = file === undefined ? workspaceContext(globals) : contextOf(globals);
  const catalogue = await (file === undefined ? readBreakdown(disk) : parseNamed(file, globals));
  const json = catalogueJson(catalogue, console.language);
  // A document tried out from anywhere leaves nothing behind.
  if (file === undefined)
    disk.write('out/catalogue.json', new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`));
  const { title, tasks } = catalogue.value;
  const line = resultWords[globals.lang].parsed(title, tasks.length);
  const lines = [file === undefined ? `${line} → out/catalogue.json` : line];
  return { value: json, lines, messages: catalogue.messages };
}

/** A file anywhere on the computer, named as the user named it. */
function parseNamed(file: string, { lang }: Globals) {
  const bytes = diskAt(path.dirname(path.resolve(file))).read(path.basename(file));
  if (bytes === null) throw new CannotRun(resultWords[lang].notFound(file));
  return parseBreakdown({ path: file.split(path.sep).join('/'), bytes });
}
