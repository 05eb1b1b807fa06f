import path from 'node:path';
import { byProduct } from '../build/by-product.ts';
import { diskAt, type Disk } from '../disk/disk.ts';
import { hashOfFile, sha256 } from '../disk/sha256.ts';
import { warning, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Reading } from '../breakdown/assemble.ts';
import { catalogueCsv } from '../breakdown/catalogue-csv.ts';
import { explainReading } from '../breakdown/explain.ts';
import { catalogueJson } from '../breakdown/json.ts';
import { readBreakdown } from '../breakdown/parse.ts';
import { resultWords } from '../message/wording/results.ts';
import { isEditedCatalogue, readSeed } from '../workspace/seeds.ts';
import { CannotRun, command, contextOf, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

type ParseArguments = { readonly file: string | undefined; readonly explain: boolean };

/** `parse [FILE]`: the source document becomes the catalogue; written to out/catalogue.json and .csv, and printed with --json. */
export const parseCommand = command(
  (each, words) =>
    each
      .positional('file', { type: 'string', describe: words.file })
      .option('explain', { type: 'boolean', default: false, describe: words.explainParse }),
  (globals, args) => parse(globals, args),
);

function parse(globals: Globals, { file, explain }: ParseArguments): CommandOutcome {
  const { disk, console } = file === undefined ? workspaceContext(globals) : contextOf(globals);
  const { value: reading, messages } = file === undefined ? readSeed(disk) : readNamed(file, globals);
  const { catalogue } = reading;
  const json = catalogueJson({ value: catalogue, messages }, console.language);
  // A document tried out from anywhere leaves nothing behind.
  const isEdited = file === undefined && isEditedCatalogue(disk);
  const written = file === undefined && catalogue.tasks.length > 0 ? catalogueFiles(reading, json, isEdited) : [];
  const unwritten = written.flatMap(([each, bytes]) => byProduct(each, () => writeOther(disk, each, bytes)));
  const names = written.map(([each]) => each).filter((each) => unwritten.every(({ place }) => place?.file !== each));
  const where = names.length === 0 ? '' : ` → ${names.join(', ')}`;
  const line = `${resultWords[globals.lang].parsed(catalogue.title, catalogue.tasks.length)}${where}`;
  const edited = isEdited ? [warning(fileOnly(catalogueTable), 'catalogue-edited')] : [];
  return {
    value: json,
    lines: explain ? [...explainReading(reading), line] : [line],
    messages: [...messages, ...edited, ...unwritten],
  };
}

/** What stands there already is not written again: who may only look is told of nothing. */
function writeOther(disk: Disk, file: string, bytes: Uint8Array): void {
  if (hashOfFile(disk, file) !== sha256(bytes)) disk.write(file, bytes);
}

const catalogueTable = 'out/catalogue.csv';

/** A catalogue.csv that somebody works on is left as it is. */
function catalogueFiles({ catalogue }: Reading, json: unknown, isEdited: boolean) {
  const data = ['out/catalogue.json', new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`)] as const;
  return isEdited ? [data] : [data, [catalogueTable, catalogueCsv(catalogue)] as const];
}

/** A file anywhere on the computer, named as the user named it. */
function readNamed(file: string, { lang }: Globals): Result<Reading> {
  const bytes = diskAt(path.dirname(path.resolve(file))).read(path.basename(file));
  if (bytes === null) throw new CannotRun(resultWords[lang].notFound(file));
  return readBreakdown({ path: file.split(path.sep).join('/'), bytes });
}
