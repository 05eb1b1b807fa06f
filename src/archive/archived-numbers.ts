/**
 * Which papers were archived, as archived.csv and the bags that lie here tell: a register that lacks one of them is an old copy or was cut,
 * and would give its number again.
 */
import { readOr } from '../build/refused.ts';
import type { Disk } from '../disk/disk.ts';
import type { Result } from '../message/message.ts';
import { hasErrors } from '../message/message.ts';
import { cellsOf } from '../table/cells.ts';
import type { TableForm } from '../table/columns.ts';
import { readTable } from '../table/table.ts';
import { readArchiveLog } from './archive-log.ts';
import { archiveFolder } from './next-bag.ts';

/** Each once, sorted. An archived.csv that cannot be read is an error, and a folder of bags that may not be; a bag that cannot is the business of `verify`. */
export function archivedNumbers(disk: Disk): Result<readonly string[]> {
  return readOr(disk, [], () => numbersKnown(disk));
}

function numbersKnown(disk: Disk): Result<readonly string[]> {
  const { value: log, messages } = readArchiveLog(disk);
  const entered = log.flatMap(({ numbers }) => numbers);
  const lying = disk.list(archiveFolder).filter((file) => directory.test(file.slice(archiveFolder.length)));
  const numbers = new Set([...entered, ...lying.flatMap((file) => numbersIn(disk, file))]);
  return { value: [...numbers].toSorted(), messages };
}

/** Of a bag that is whole; what begins with a dot is half a bag. */
const directory = /^\/[^./][^/]*\/data\/文件目录\.CSV$/u;

/** Enough of the directory's columns to know its header by. */
const form: TableForm = {
  columns: ['档号', '文号', '题名', '日期'].map((name) => ({ name, synonyms: [], need: 'required' })),
  mayBeEmpty: true,
};

function numbersIn(disk: Disk, file: string): readonly string[] {
  const table = readTable({ path: file, bytes: disk.read(file) ?? new Uint8Array() }, form);
  if (hasErrors(table.messages)) return [];
  return table.value.rows.map((row) => cellsOf(table.value, row).text('文号')).filter((number) => number !== '');
}
