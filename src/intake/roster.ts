/** Reads inputs/units.csv: 代码,名称,简称,类别,考核分组,考核,成员,启用日期,停用日期,备注. */
import { together } from '../message/result.ts';
import { wholeDistrict } from '../trade/figure-words.ts';
import { foldUnitName } from '../domain/roster.ts';
import type { Roster, Unit, UnitKind } from '../domain/roster.ts';
import { error } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { bounds } from '../trade/bounds.ts';
import { nearestNames } from '../trade/nearest.ts';
import type { InputFile } from '../table/file.ts';
import { officeForm, readRows } from './rows.ts';
import { splitNames } from '../table/cells.ts';
import { cut } from '../table/sheet.ts';
import type { Cells } from '../table/cells.ts';

/** The columns in the order in which the file has them. */
export const rosterColumns = [
  '代码',
  '名称',
  '简称',
  '类别',
  '考核分组',
  '考核',
  '成员',
  '启用日期',
  '停用日期',
] as const;

const form = {
  ...officeForm([...rosterColumns, '备注'], ['简称', '考核分组', '考核', '成员', '启用日期', '停用日期', '备注']),
  mayBeEmpty: false,
};

const kinds: ReadonlyMap<string, UnitKind> = new Map([
  ['单位', 'unit'],
  ['集体', 'group'],
  ['外部', 'external'],
]);

/** 考核, for groups: whether each member answers for the group's tasks. */
const answers: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['考核', true],
  ['√', true],
  ['否', false],
  ['不考核', false],
]);

/** A unit with its members as written; they are resolved when all rows are known. */
type WrittenUnit = Omit<Unit, 'members'> & {
  readonly written: readonly string[];
  readonly membersColumn: number | null;
};

/** Every unit that may be named. Double names, unknown members and ends before beginnings are errors. */
export function readRoster(file: InputFile): Result<Roster> {
  const rows = readRows(file, form, readUnit);
  const byName = new Map<string, WrittenUnit>();
  const messages: Message[] = [];
  for (const unit of rows.value) messages.push(...register(unit, byName));
  const units = together(inCategories(rows.value).map((unit) => resolveMembers(unit, byName)));
  return { value: { units: units.value }, messages: [...rows.messages, ...messages, ...units.messages] };
}

/** Units are ranked within their category: those without one among themselves, and all of the district when the office has none. */
function inCategories(units: readonly WrittenUnit[]): readonly WrittenUnit[] {
  const rest = units.some(({ category }) => category !== '') ? '其他单位' : wholeDistrict;
  return units.map((unit) => (unit.kind === 'unit' && unit.category === '' ? { ...unit, category: rest } : unit));
}

function readUnit(cells: Cells): WrittenUnit | null {
  const code = cells.required('代码');
  const name = cells.required('名称');
  const kind = cells.requiredWord('类别', kinds);
  const from = cells.date('启用日期');
  const until = cells.date('停用日期');
  const written = splitNames(cells.text('成员'));
  if (from !== null && until !== null && until < from)
    cells.report(error(cells.place('停用日期'), 'dates-reversed', { from, until }));
  if (kind !== null && kind !== 'group' && written.length > 0)
    cells.report(error(cells.place('成员'), 'members-of-no-group', undefined));
  if (kind === 'group' && written.length === 0)
    cells.report(error(cells.place('成员'), 'group-without-members', undefined));
  const isAssessed = cells.word('考核', answers, ['是', '否']) ?? (kind !== 'group' && cells.text('考核') === '');
  if (kind !== null && kind !== 'group' && !isAssessed)
    cells.report(error(cells.place('考核'), 'assessed-no-group', undefined));
  if (kind === 'group' && isAssessed && written.length === 1 && written[0] === '全体')
    cells.report(error(cells.place('考核'), 'assessed-all', undefined));
  if (code === null || name === null || kind === null) return null;
  const aliases = splitNames(cells.text('简称')).filter((alias) => alias !== name);
  checkLength(cells, '代码', { texts: [code], limit: bounds.unitCode });
  checkLength(cells, '名称', { texts: [name], limit: bounds.unitName });
  checkLength(cells, '简称', { texts: aliases, limit: bounds.unitName });
  const column = cells.place('成员').column;
  const category = cells.text('考核分组');
  const own = { code, name, aliases, kind, category, from, until, written, membersColumn: column };
  return { ...own, ...(kind === 'group' ? { isAssessed } : {}), place: cells.place() };
}

function checkLength(
  cells: Cells,
  column: string,
  { texts, limit }: { readonly texts: readonly string[]; readonly limit: number },
): void {
  const found = Math.max(0, ...texts.map((text) => Array.from(text).length));
  if (found > limit) cells.report(error(cells.place(column), 'unit-text-too-long', { column, found, limit }));
}

function register(unit: WrittenUnit, byName: Map<string, WrittenUnit>): readonly Message[] {
  return [unit.code, unit.name, ...unit.aliases].flatMap((name) => {
    const first = byName.get(foldUnitName(name));
    byName.set(foldUnitName(name), first ?? unit);
    if (first === undefined || first === unit) return [];
    return [error(unit.place, 'double-name', { name, unit: first.name, row: first.place.row ?? 0 })];
  });
}

function resolveMembers(unit: WrittenUnit, byName: ReadonlyMap<string, WrittenUnit>): Result<Unit> {
  const { written, membersColumn, ...rest } = unit;
  if (written.length === 1 && written[0] === '全体') return { value: { ...rest, members: 'all' }, messages: [] };
  const place = { ...unit.place, column: membersColumn };
  const messages: Message[] = [];
  const members = written.flatMap((name) => {
    const member = byName.get(foldUnitName(name));
    const nearest = member === undefined ? nearestNames(name.slice(0, 40), namesOf(byName)) : [];
    if (member === undefined) messages.push(error(place, 'unknown-unit', { written: cut(name), nearest }));
    if (member?.kind === 'group') messages.push(error(place, 'group-in-group', { name: cut(name) }));
    return member === undefined || member.kind === 'group' ? [] : [member.code];
  });
  return { value: { ...rest, members: [...new Set(members)] }, messages };
}

function namesOf(byName: ReadonlyMap<string, WrittenUnit>): readonly string[] {
  return [...new Set([...byName.values()].flatMap((unit) => [unit.name, ...unit.aliases]))];
}
