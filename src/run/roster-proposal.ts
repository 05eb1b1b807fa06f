/** Rows of units.csv that a breakdown calls for: every name that no row has yet, what it does where, and which others are written nearly so. */
import { rosterColumns } from '../intake/roster.ts';
import { everyUnit, isSetOfUnits, openSet } from '../breakdown/unit-set.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { findUnit, foldUnitName, type Roster } from '../domain/roster.ts';

/** The columns of units.csv, and a remark for what is to be looked at. */
export const proposedColumns = [...rosterColumns, '备注'] as const;

export type ProposedRow = Readonly<Record<(typeof proposedColumns)[number], string>>;

type Found = { readonly name: string; readonly leads: string[]; readonly helps: string[]; readonly does: string[] };

type Kind = { readonly category: string; readonly hundred: number };

/** One row a name, those written nearly alike one below the other; nothing is decided for the office but the form. */
export function proposedRows({ tasks }: Catalogue, roster: Roster): readonly ProposedRow[] {
  const missing = [...namesIn(tasks).values()].filter(({ name }) => findUnit(roster, name) === null);
  const known = roster.units.map(({ name }) => name);
  const towns = [...known, ...missing.map(({ name }) => name)].filter((name) => isTown(name));
  const codes = new Set(roster.units.map(({ code }) => code));
  return sideBySide(missing).map((found): ProposedRow => {
    const others = [...known, ...missing.map(({ name }) => name)];
    const kind = kindOf(found.name);
    const isGroup = isSetOfUnits(found.name);
    const members = !isGroup ? '' : isOfAll(found.name) ? '全体' : towns.join('、');
    return {
      代码: nextCode(kind.hundred, codes),
      名称: found.name,
      简称: isGroup ? '' : shortNames(found.name, others).join('、'),
      类别: isGroup ? '集体' : '单位',
      考核分组: isGroup ? '' : kind.category,
      考核: isGroup && !isOfAll(found.name) && found.leads.length > 0 && towns.length > 0 ? '是' : '',
      成员: members,
      启用日期: '',
      停用日期: '',
      备注: remarkOf(found, others, isGroup && members === ''),
    };
  });
}

function namesIn(tasks: Catalogue['tasks']): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const of = (name: string): Found => {
    const key = foldUnitName(name);
    const each = found.get(key) ?? { name, leads: [], helps: [], does: [] };
    found.set(key, each);
    return each;
  };
  for (const task of tasks) {
    for (const name of task.leads) of(name).leads.push(task.id);
    for (const name of task.cooperators) of(name).helps.push(task.id);
    for (const name of task.responsible) of(name).does.push(task.id);
  }
  return found;
}

function isOfAll(name: string): boolean {
  return everyUnit.test(name) || openSet.test(name);
}

function isTown(name: string): boolean {
  return !isSetOfUnits(name) && /(?:[镇乡](?:人民政府|政府|党委)?|街道(?:办事处|党工委)?)$/u.test(name);
}

const party = /^.{0,3}(?:纪委|监委|委(?!员)|党|工会|总工会|妇联|团|工商联|残联|科协|文联|侨联|红十字)/u;
const vertical = /^(?:国家|中国|人民银行|国网)|税务局$|气象局$|烟草|供电|银行|公司$|集团$/u;

function kindOf(name: string): Kind {
  if (isSetOfUnits(name)) return { category: '', hundred: 9 };
  if (isTown(name)) return { category: '镇街', hundred: 4 };
  if (vertical.test(name)) return { category: '垂管单位', hundred: 3 };
  if (/法院$|检察院$/u.test(name)) return { category: '其他单位', hundred: 5 };
  return party.test(name) ? { category: '党委部门', hundred: 1 } : { category: '政府部门', hundred: 2 };
}

/** The first free code of a hundred, 101, 102 …; taken by the call. */
function nextCode(hundred: number, codes: Set<string>): string {
  let code = hundred * 100 + 1;
  while (codes.has(String(code))) code += 1;
  codes.add(String(code));
  return String(code);
}

/** `区委办公室` of `区委办公室（区档案局）`, where no other row goes by it. */
function shortNames(name: string, others: readonly string[]): readonly string[] {
  const base = /^([^（(]{3,})[（(].+[）)]$/u.exec(name)?.[1];
  return base === undefined || others.some((other) => foldUnitName(other) === foldUnitName(base)) ? [] : [base];
}

/** Names in the order of their categories; one written nearly like another stands below it. */
function sideBySide(found: readonly Found[]): readonly Found[] {
  const left = found.toSorted((a, b) => kindOf(a.name).hundred - kindOf(b.name).hundred);
  const ordered: Found[] = [];
  const placed = new Set<Found>();
  for (const each of left) {
    if (placed.has(each)) continue;
    for (const near of [each, ...left.filter((other) => other !== each && isNear(each.name, other.name))]) {
      if (!placed.has(near)) ordered.push(near);
      placed.add(near);
    }
  }
  return ordered;
}

/** 区纪委 and 区纪委监委, 区发改委 and 区发展和改革委员会, 区市场监管局 and 区市场监管局（区知识产权局）. */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3 || short.charAt(0) !== long.charAt(0) || isSetOfUnits(a) !== isSetOfUnits(b)) return false;
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length;
}

function remarkOf({ name, leads, helps, does }: Found, others: readonly string[], lacksMembers: boolean): string {
  const near = others.filter((other) => other !== name && isNear(name, other));
  const roles = [
    ['牵头', leads],
    ['配合', helps],
    ['责任', does],
  ] as const;
  return [
    ...roles.flatMap(([role, ids]) => (ids.length === 0 ? [] : [`${role}任务 ${ids.join('、')}`])),
    ...(near.length === 0 ? [] : [`与“${near.join('”“')}”相近，如是同一单位，请并为一行，另一名称写入简称`]),
    ...(openSet.test(name) && !everyUnit.test(name)
      ? ['没有写明是哪些单位，暂按全体的共性任务列；能确定的请改写成员']
      : []),
    ...(lacksMembers ? ['请填写成员'] : []),
  ].join('；');
}
