/**
 * inputs/register/archived.csv: which bags were made. Bags are handed over and out/ may be emptied; a later bag must still name the
 * earlier one, and no name may be used twice.
 */
import type { Disk } from '../disk/disk.ts';
import type { Message, Result } from '../message/message.ts';
import { silent } from '../message/result.ts';
import { hasErrors } from '../message/message.ts';
import { registerFolder } from '../register/entry.ts';
import { cellsOf } from '../table/cells.ts';
import type { TableForm } from '../table/columns.ts';
import { writeCsv } from '../table/csv-write.ts';
import { readTable } from '../table/table.ts';

export const archiveLogFile = `${registerFolder}/archived.csv`;

/** The tag manifest that proves the manifests, and so every file. */
export const proofFile = 'tagmanifest-sha512.txt';

export type ArchivedBag = {
  readonly bag: string;
  readonly quarter: string;
  /** 归档日期, as written. */
  readonly date: string;
  readonly papers: string;
  /** The bag that this one replaces; empty = the first. */
  readonly previous: string;
  /** SHA-256 of its proofFile. */
  readonly proof: string;
  /** 发文字号 of its papers: known also when the bag was handed over. Bags of 0.1.0 have none. */
  readonly numbers: readonly string[];
};

const numbersColumn = '发文字号';

const columns = {
  档案包: (bag) => bag.bag,
  季度: (bag) => bag.quarter,
  归档日期: (bag) => bag.date,
  件数: (bag) => bag.papers,
  替代档案包: (bag) => bag.previous,
  校验码: (bag) => bag.proof,
  [numbersColumn]: (bag) => bag.numbers.join('、'),
} as const satisfies Readonly<Record<string, (bag: ArchivedBag) => string>>;

const names = Object.keys(columns);

const form: TableForm = {
  columns: names.map((name) => ({ name, synonyms: [], need: name === numbersColumn ? 'optional' : 'required' })),
  mayBeEmpty: true,
};

export function readArchiveLog(disk: Disk): Result<readonly ArchivedBag[]> {
  const bytes = disk.read(archiveLogFile);
  if (bytes === null) return silent([]);
  const table = readTable({ path: archiveLogFile, bytes }, form);
  if (hasErrors(table.messages)) return { value: [], messages: table.messages };
  const bags = table.value.rows.map((row): ArchivedBag => {
    const { text } = cellsOf(table.value, row);
    return {
      bag: text('档案包'),
      quarter: text('季度'),
      date: text('归档日期'),
      papers: text('件数'),
      previous: text('替代档案包'),
      proof: text('校验码'),
      numbers: text(numbersColumn)
        .split('、')
        .filter((number) => number !== ''),
    };
  });
  return { value: bags, messages: table.messages.filter(isWorthTelling) };
}

/** False when archived.csv is not what `log` was read from any more: somebody saved it meanwhile. */
export function appendToArchiveLog(disk: Disk, log: readonly ArchivedBag[], bag: ArchivedBag): boolean {
  const before = disk.read(archiveLogFile);
  if (JSON.stringify(readArchiveLog(disk).value) !== JSON.stringify(log)) return false;
  const header = names.map((name) => ({ name, kind: 'text' }) as const);
  const rows = [...log, bag].map((each) => Object.values(columns).map((cell) => cell(each)));
  return disk.replace(archiveLogFile, writeCsv(header, rows), before);
}

function isWorthTelling({ severity }: Message): boolean {
  return severity !== 'info';
}
