/** register.csv: its columns, and how an act is printed. It opens in Excel; reading forgives what Excel does to it on saving. */
import type { TableForm } from '../table/columns.ts';
import { writeCsv } from '../table/csv-write.ts';
import type { Act } from './act.ts';
import { actWords } from './act.ts';
import type { RegisterLine } from './entry.ts';

type Cell = (act: Act) => string;

/** How Excel may write a value again without changing it: a date with strokes, a code or number without zeros. */
type Kind = 'text' | 'date' | 'number' | 'code';

const issued =
  (cell: (act: Extract<Act, { type: 'issue' }>) => string): Cell =>
  (act) =>
    act.type === 'issue' ? cell(act) : '';

/** Header, kind and cell of what an act says; the one place where the columns are named. */
const columns = {
  事项: ['text', (act) => actWords[act.type]],
  日期: ['date', (act) => act.date],
  季度: ['text', (act) => act.quarter],
  修订: ['number', (act) => ('revision' in act && act.revision !== null ? String(act.revision) : '')],
  台账日: ['date', (act) => (act.type === 'close' ? act.ledgerDay : '')],
  登记号: ['number', issued(({ ordinal }) => String(ordinal))],
  发文字号: ['text', (act) => ('number' in act ? act.number : '')],
  系列: ['text', issued(({ issuerCode }) => issuerCode)],
  年度: ['number', issued(({ year }) => String(year))],
  序号: ['number', issued(({ serial }) => String(serial))],
  种类: ['text', issued((act) => act.kindName)],
  标题: ['text', issued(({ title }) => title)],
  主送单位: ['text', issued(({ addressee }) => addressee?.name ?? '')],
  单位代码: ['code', issued(({ addressee }) => addressee?.code ?? '')],
  替代字号: ['text', issued(({ replaces }) => replaces ?? '')],
  撤回通知: ['text', (act) => (act.type === 'recall' ? act.notice : '')],
  原因: ['text', (act) => act.reason],
  文件: ['text', issued(({ file }) => file.path)],
  文件校验码: ['text', issued(({ file }) => file.sha256)],
  登记件: ['text', (act) => keptOf(act)?.path ?? ''],
  登记件校验码: ['text', (act) => keptOf(act)?.sha256 ?? ''],
} as const satisfies Readonly<Record<string, readonly [Kind, Cell]>>;

function keptOf(act: Act) {
  if (act.type === 'issue') return act.record;
  return 'frozen' in act ? act.frozen : null;
}

/** What an act says, beside its position and chain. */
export type ActColumn = keyof typeof columns;

// The keys of a literal object are its columns, in the order written.
export const actColumns = Object.keys(columns) as readonly ActColumn[];

export const positionColumn = '行次';
export const chainColumn = '校验链';

export type RegisterColumn = ActColumn | typeof positionColumn | typeof chainColumn;

const registerColumns: readonly RegisterColumn[] = [positionColumn, ...actColumns, chainColumn];

export const registerForm: TableForm = {
  columns: registerColumns.map((name) => ({ name, synonyms: [], need: 'required' })),
  mayBeEmpty: true,
};

/** The bytes of register.csv, or of a part of it, in the order of the lines. */
export function printRegister(lines: readonly RegisterLine[]): Uint8Array {
  const header = registerColumns.map((name) => ({ name, kind: isNumber(name) ? 'number' : 'text' }) as const);
  return writeCsv(
    header,
    lines.map(({ position, act, chain }) => [String(position), ...cellsOfAct(act), chain]),
  );
}

function isNumber(name: RegisterColumn): boolean {
  return name === positionColumn || (name !== chainColumn && columns[name][0] === 'number');
}

export function cellsOfAct(act: Act): readonly string[] {
  return actColumns.map((column) => columns[column][1](act));
}

export function kindOfColumn(column: ActColumn): Kind {
  return columns[column][0];
}
