/** A small believable district for the tests of the domain: few units, few tasks, everything else by default. */
import type { Closure, Plan } from '../../src/domain/entry.ts';
import { parseCalendarDate, parseQuarter, type CalendarDate, type Quarter } from '../../src/trade/calendar.ts';
import type { Adjustment } from '../../src/domain/adjustment.ts';
import type { Catalogue, Task } from '../../src/domain/catalogue.ts';
import type { LedgerParts } from '../../src/domain/ledger.ts';
import type { Office } from '../../src/domain/office.ts';
import type { Reassignment } from '../../src/domain/reassignment.ts';
import type { Return } from '../../src/domain/return.ts';
import { findUnit, type Roster, type Unit } from '../../src/domain/roster.ts';
import type { Message } from '../../src/message/message.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

export function quarter(text: string): Quarter {
  const value = parseQuarter(text);
  if (value === null) throw new Error(text);
  return value;
}

export function worded(messages: readonly Message[]): readonly string[] {
  return messages.map((each) => wordMessage(each, 'zh'));
}

export function wordedEn(messages: readonly Message[]): readonly string[] {
  return messages.map((each) => wordMessage(each, 'en'));
}

type UnitDraft = Partial<Unit> & { readonly name: string };

export function rosterOf(drafts: readonly (UnitDraft | string)[]): Roster {
  const units = drafts.map((draft, index): Unit => ({
    code: String(index + 1).padStart(3, '0'),
    aliases: [],
    kind: 'unit',
    category: '政府部门',
    members: [],
    from: null,
    until: null,
    place: { file: 'inputs/units.csv', row: index + 2, column: 1 },
    ...(typeof draft === 'string' ? { name: draft } : draft),
  }));
  return { units };
}

export function unitIn(roster: Roster, name: string): Unit {
  const unit = findUnit(roster, name);
  if (unit === null) throw new Error(name);
  return unit;
}

export function taskOf(id: string, parts: Partial<Task>): Task {
  const line = Number(id.replaceAll(/\D/gu, '')) * 3;
  return {
    id,
    no: id,
    text: `任务${id}的内容。`,
    section: ['二、作风建设', '（一）从严抓党风'],
    leads: [],
    cooperators: [],
    responsible: [],
    andOthers: false,
    allUnits: false,
    deadline: null,
    leaders: [],
    target: null,
    standard: null,
    place: { line, endLine: line + 2 },
    ...parts,
  };
}

export function catalogueOf(tasks: readonly Task[]): Catalogue {
  const source = { path: 'seeds/责任分解.txt', sha256: '' };
  return { title: '责任分解意见', source, period: null, headings: [], preamble: [], tasks };
}

type Row = Partial<Omit<Reassignment, 'from' | 'to'>> & { readonly from: string; readonly to: readonly string[] };

/** Rows of reassignments.csv from row 2 on, effective 2024-11-01 unless said. */
export function reassignmentsOf(roster: Roster, rows: readonly Row[]): readonly Reassignment[] {
  return rows.map((row, index) => ({
    effectiveOn: day('2024-11-01'),
    kind: 'merge',
    taskIds: 'all',
    role: 'both',
    basis: '机构改革方案',
    place: { file: 'inputs/reassignments.csv', row: index + 2, column: 1 },
    ...row,
    from: unitIn(roster, row.from),
    to: row.to.map((name) => unitIn(roster, name)),
  }));
}

type ReturnDraft = Partial<Omit<Return, 'unit'>> & { readonly unit: string; readonly taskId: string };

let serial = 0;

export function returnOf(roster: Roster, draft: ReturnDraft): Return {
  serial += 1;
  return {
    quarter: quarter('2024Q4'),
    claimedRole: null,
    progress: '已推进。',
    percent: null,
    status: 'on-track',
    problems: '',
    nextSteps: '',
    evidence: '',
    filedBy: '张三',
    phone: '',
    filedOn: day('2024-12-20'),
    isZeroReport: false,
    place: { file: `inputs/2024Q4/returns/${draft.unit}.csv`, row: serial + 1, column: 1 },
    ...draft,
    unit: unitIn(roster, draft.unit),
  };
}

export function planOf(taskId: string, parts: Partial<Plan> & { readonly percent?: number }): Plan {
  const { percent, ...rest } = parts;
  return {
    taskId,
    requirement: '印发办法',
    standard: '正式印发',
    percentBy: percent === undefined ? new Map() : new Map([[quarter('2024Q4'), percent]]),
    deadline: null,
    place: { file: 'inputs/plan.csv', row: 2, column: 1 },
    ...rest,
  };
}

export function closureOf(taskId: string, on: string, act: Closure['act']): Closure {
  return { taskId, on: day(on), act, basis: '销号通知', place: { file: 'inputs/closures.csv', row: 2, column: 1 } };
}

type AdjustmentDraft = Partial<Omit<Adjustment, 'unit'>> & { readonly unit: string };

export function adjustmentOf(roster: Roster, draft: AdjustmentDraft): Adjustment {
  return {
    taskId: null,
    kind: '空泛应付',
    points: null,
    reason: '笼统',
    basis: '审核意见单第7号',
    on: day('2024-12-27'),
    place: { file: 'inputs/2024Q4/adjustments.csv', row: 2, column: 1 },
    ...draft,
    unit: unitIn(roster, draft.unit),
  };
}

export const officeTerms = {
  filingDays: {
    1: { month: 3, day: 25 },
    2: { month: 6, day: 25 },
    3: { month: 9, day: 25 },
    4: { month: 12, day: 25 },
  },
  lights: {
    yellowFrom: 10,
    redAbove: 30,
    warnDays: 0,
    graceDays: 0,
    claims: { 'not-started': 'yellow', 'on-track': 'green', behind: 'yellow', overdue: 'red', completed: 'green' },
  },
} as const satisfies Pick<Office, 'filingDays' | 'lights'>;

export function ledgerParts(parts: Partial<LedgerParts> & Pick<LedgerParts, 'catalogue' | 'roster'>): LedgerParts {
  return {
    quarter: quarter('2024Q4'),
    reassignments: [],
    plans: [],
    closures: [],
    returns: [],
    previousReturns: [],
    office: officeTerms,
    ...parts,
  };
}
