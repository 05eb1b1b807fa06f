/** register.csv: its columns, and how an entry is printed. It opens in Excel; reading forgives what Excel does to it on saving. */
import type { TableForm } from '../table/columns.ts';
import { writeCsv } from '../table/csv-write.ts';
import type { Entry } from './entry.ts';
import { kindWords, stateWords } from './entry.ts';

type Cell = (entry: Entry) => string;

/** Header, kind of cell, and the cell of an entry; the one place where the columns are named. */
const columns = {
  登记号: (entry) => String(entry.ordinal),
  发文字号: (entry) => entry.number,
  系列: (entry) => entry.issuerCode,
  年度: (entry) => String(entry.year),
  序号: (entry) => String(entry.serial),
  种类: (entry) => kindWords[entry.kind],
  季度: (entry) => entry.quarter,
  标题: (entry) => entry.title,
  主送单位: (entry) => entry.addressee?.name ?? '',
  单位代码: (entry) => entry.addressee?.code ?? '',
  成文日期: (entry) => entry.issuedOn,
  状态: (entry) => stateWords[entry.state],
  替代字号: (entry) => entry.replaces ?? '',
  被替代字号: (entry) => entry.replacedBy ?? '',
  原因: (entry) => entry.reason,
  文件: (entry) => entry.file.path,
  文件校验码: (entry) => entry.file.sha256,
  登记件: (entry) => entry.record.path,
  登记件校验码: (entry) => entry.record.sha256,
} as const satisfies Readonly<Record<string, Cell>>;

export type RegisterColumn = keyof typeof columns;

// The keys of a literal object are its columns, in the order written.
export const registerColumns = Object.keys(columns) as readonly RegisterColumn[];

const numberColumns: ReadonlySet<RegisterColumn> = new Set(['登记号', '年度', '序号']);

export const registerForm: TableForm = {
  columns: registerColumns.map((name) => ({ name, synonyms: [], need: 'required' })),
  mayBeEmpty: true,
};

/** The bytes of register.csv, in the order of the year and the running number in it. */
export function printRegister(entries: readonly Entry[]): Uint8Array {
  const ordered = entries.toSorted((a, b) => a.year - b.year || a.ordinal - b.ordinal);
  const header = registerColumns.map((name) => ({ name, kind: numberColumns.has(name) ? 'number' : 'text' }) as const);
  return writeCsv(header, ordered.map(cellsOfEntry));
}

export function cellsOfEntry(entry: Entry): readonly string[] {
  return registerColumns.map((column) => columns[column](entry));
}
