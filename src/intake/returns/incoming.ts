/** What lies in a folder of returns: tables, papers that go with them, and what no unit meant to send. */
import { info, warning } from '../../message/message.ts';
import type { Message, Result } from '../../message/message.ts';
import { silent } from '../../message/result.ts';
import { fileOnly } from '../../message/place.ts';
import { readZip, zipNames } from '../../ooxml/zip.ts';
import type { InputFile } from '../../table/file.ts';
import { isNamedPage, kindOfFile } from '../../table/kind.ts';
import type { FileKind } from '../../table/kind.ts';
import { readTable } from '../../table/table.ts';
import { bounds } from '../../trade/bounds.ts';
import { isPassingFile } from '../../trade/file-name.ts';
import { returnForm } from './form.ts';

export type Incoming = {
  /** Files to be read as returns; those of a .zip stand behind its name, as in a folder. */
  readonly tables: readonly InputFile[];
  /** Papers that go with a return; `file` is the one on the disk. */
  readonly attachments: readonly { readonly file: string; readonly name: string }[];
};

/** A mail has a handful of files; what unpacks to more is no return. */
const zipLimits = {
  entries: bounds.zipFiles,
  entryBytes: bounds.zipFileMegabytes << 20,
  totalBytes: bounds.zipMegabytes << 20,
};

// Such a name promises a table, whatever the content.
const tableName = /\.(?:csv|txt|tsv|xlsx|xlsm|xlsb|xls|et|ett|ods)$/iu;
const workbooks: ReadonlySet<FileKind> = new Set(['xlsx', 'xls', 'xlsb']);
// Word and OpenDocument: a table in them may be the form, or the paper may be about anything.
const texts: ReadonlySet<FileKind> = new Set(['docx', 'ods']);

const nothing: Incoming = { tables: [], attachments: [] };

/** One file of the folder. What promises a table is read as one, so that its reader says what it is instead. */
export function incomingOf(file: InputFile): Result<Incoming> {
  const { path } = file;
  if (isPassing(file)) return { value: nothing, messages: [info(fileOnly(path), 'file-ignored', undefined)] };
  const kind = kindOfFile(file);
  if (kind === 'zip' && !tableName.test(path)) return unpacked(file);
  const attachment = { file: path, name: path };
  if (isTable(file, kind)) return silent({ ...nothing, tables: [file] });
  return { value: { ...nothing, attachments: [attachment] }, messages: aboutPage(file) };
}

/** `~$县发改委.xlsx`, which Excel holds while the file beside it is open, and what systems leave: nobody sent it. */
export function isPassing({ path }: InputFile): boolean {
  return isPassingFile(path);
}

/** A page may be a return that somebody saved so, and no reader can tell. */
function aboutPage({ path }: InputFile): readonly Message[] {
  return /\.(?:s?html?|mht|mhtml)$/iu.test(path) ? [warning(fileOnly(path), 'page-not-read', undefined)] : [];
}

function isTable(file: InputFile, kind: FileKind): boolean {
  if (tableName.test(file.path)) return true;
  // A package that cannot be listed is no workbook: half of a large .zip, whose end was not read.
  if (workbooks.has(kind)) return kind !== 'xlsx' || zipNames(file.bytes) !== null;
  return (texts.has(kind) || isNamedPage(file.path)) && readTable(file, returnForm).value.header !== null;
}

/** A .zip from the mail: its tables are returns, the rest of it goes with them; without a table all of it is one attachment. */
function unpacked(file: InputFile): Result<Incoming> {
  const whole = { file: file.path, name: file.path };
  const zip = readZip(file.bytes, zipLimits, fileOnly(file.path));
  const messages = zip.messages.map((message): Message => ({ ...message, severity: 'warning' }));
  const parts = [...zip.value]
    .filter(([name]) => !isPassingFile(name))
    .map(([name, bytes]) => ({ path: `${file.path}/${name}`, bytes }));
  const tables = parts.filter((part) => isTable(part, kindOfFile(part)));
  const others = parts.filter((part) => !tables.includes(part));
  const pages = others.flatMap(aboutPage);
  const inner = others
    .filter((part) => kindOfFile(part) === 'zip')
    .map(({ path }) => warning(fileOnly(path), 'zip-in-zip', undefined));
  if (tables.length === 0)
    return { value: { tables, attachments: [whole] }, messages: [...messages, ...inner, ...pages] };
  return {
    value: { tables, attachments: others.map(({ path }) => ({ file: file.path, name: path })) },
    messages: [
      info(fileOnly(file.path), 'zip-opened', { tables: tables.length, others: others.length }),
      ...inner,
      ...pages,
    ],
  };
}
