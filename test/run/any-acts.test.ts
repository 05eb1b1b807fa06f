/**
 * After any sequence of dated acts every unit's last valid paper agrees with the duties of today, and no unit gets a paper in which nothing
 * of its own changed. Who has which task is reckoned here by a plain model of its own; papers are real, only their bytes are not rendered.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { documentText } from '../../src/document/text.ts';
import { hasErrors } from '../../src/message/message.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { papersOf } from '../../src/papers/made.ts';
import type { Draft } from '../../src/register/draft.ts';
import type { RegisterEntry } from '../../src/register/entry.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { wordPending } from '../../src/run/again.ts';
import { enterAct } from '../../src/run/dated-act.ts';
import { figuresBehind } from '../../src/run/issue.ts';
import { pendingOf } from '../../src/run/pending.ts';
import { templateSources } from '../../src/workspace/shipped.ts';
import { soundTemplates } from '../../src/document/compile-templates.ts';
import { standingOf, type Standing } from '../../src/run/standing.ts';
import { quarterlyOf } from '../../src/run/views.ts';
import { addDays, type CalendarDate } from '../../src/trade/calendar.ts';
import { officeTables } from '../../src/workspace/tables.ts';
import { runs } from '../long.ts';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';
import { context, date, quarter } from '../register/office.ts';
import { districtInMemory } from './district.ts';

vi.setConfig({ testTimeout: 900_000 });

const of = '2025Q1';
const firstDay = date('2025-04-08');
const units = new Map([
  ['101', '县政府办公室'],
  ['201', '县发改委'],
  ['202', '县市场监管局'],
  ['203', '县税务局'],
  // Has no task to begin with.
  ['204', '县档案馆'],
]);

type Role = '牵头' | '配合';
type Task = { text: string; deadline: string; isDropped: boolean; readonly held: Map<string, Role> };

/** What an office knows without the program: who has which task, by name, and what it says. */
type Model = {
  readonly tasks: Map<string, Task>;
  readonly names: Map<string, string>;
  /** Task and unit that handed it over, of the day that is being entered. */
  readonly gaveToday: Set<string>;
  nextTask: number;
};

const act = fc.record({
  kind: fc.constantFrom('move', 'move', 'split', 'drop', 'restore', 'add', 'reword', 'extend', 'rename', 'nothing'),
  task: fc.nat(30),
  from: fc.nat(10),
  to: fc.nat(10),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const templates = soundTemplates(templateSources(memoryDisk()).value);
let entered = 0;

test('after any acts papers agree with the duties of today, and nobody is written to without a cause', async () => {
  const steps = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(steps, walk), runs(6));
  // Most acts are possible ones: a model that refuses all of them would prove nothing.
  expect(entered).toBeGreaterThan(2);
});

async function walk(steps: readonly (readonly Act[])[]): Promise<void> {
  const disk = districtInMemory();
  addUnit(disk, '204', '县档案馆');
  const standing = stands(disk, null);
  const view = quarterlyOf(standing, { figures: {}, slim: {} });
  const letters = papersOf('quarter', view, { templates, only: 'letter' }).value as readonly Draft[];
  const issued = await issueDrafts({
    ...context(disk, firstDay, of),
    drafts: letters,
    figures: figuresBehind(disk, standing),
  });
  expect(issued.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const model = modelOf(standing);
  expect(stated(disk)).toEqual(dutiesIn(model));
  for (const [index, acts] of steps.entries()) {
    const day = addDays(firstDay, 2 * (index + 1));
    const before = dutiesIn(model);
    model.gaveToday.clear();
    for (const each of acts) await enter(disk, model, { ...each, day });
    await reissued(disk, day, { before, now: dutiesIn(model) });
  }
}

/** What is pending is worded and issued; then the register is read as its recipients would. */
async function reissued(disk: MemoryDisk, day: CalendarDate, duties: { before: Duties; now: Duties }): Promise<void> {
  const standing = stands(disk, day);
  const view = quarterlyOf(standing, { figures: {}, slim: {} });
  const again = wordPending(disk, { standing, view, templates });
  expect(again.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const request = { ...context(disk, day, of), papers: again.value, figures: figuresBehind(disk, standing) };
  const out = again.value.length === 0 ? [] : (await reissuePapers(request)).value;
  expect(out.length).toBe(again.value.length);
  const wanted = (code: string): string => JSON.stringify(duties.before.get(code) ?? null);
  const told = (code: string): string => JSON.stringify(duties.now.get(code) ?? null);
  const codes = new Set([...duties.before.keys(), ...duties.now.keys()]);
  const changed = [...codes].filter((code) => wanted(code) !== told(code));
  // A renamed unit is written to under its new name alone.
  const former = changed.filter((code) => !duties.now.has(code) && isRenamed(standing, code));
  const addressed = out.filter(({ addressee }) => addressee !== null);
  expect(addressed.map(({ addressee }) => addressee?.code ?? '').toSorted()).toEqual(
    changed.filter((code) => !former.includes(code)).toSorted(),
  );
  expect(stated(disk)).toEqual(duties.now);
  for (const entry of addressed.filter(({ kind }) => kind === 'letter')) namesChanges(disk, entry, duties);
  expect(pendingOf(stands(disk, day))).toEqual([]);
}

/** Every task that came, went or says something else is named in the letter. */
function namesChanges(
  disk: MemoryDisk,
  { number, addressee }: RegisterEntry,
  duties: { before: Duties; now: Duties },
): void {
  const document = readRegister(disk).value.records.get(number)?.document;
  const text = document === undefined ? '' : documentText(document).join('\n');
  const code = addressee?.code ?? '';
  const [before, now] = [duties.before.get(code) ?? {}, duties.now.get(code) ?? {}];
  const ids = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((id) => /^\d+$/u.test(id));
  const changed = ids.filter((id) => before[id] !== now[id]);
  if (!duties.before.has(code)) return;
  for (const id of changed) expect(text).toContain(`第${id}项`);
}

function isRenamed({ workspace }: Standing, code: string): boolean {
  return workspace.reassignments.some(({ kind, from }) => kind === 'rename' && from.code === code);
}

function stands(disk: MemoryDisk, forDay: CalendarDate | null): Standing {
  const { value, messages } = standingOf(disk, quarter(of), { look: null, today: null, forDay });
  if (value === null) throw new Error(messages.map((each) => wordMessage(each, 'en')).join('\n'));
  return value;
}

/** Unit → what it answers for, in words; only units that answer for something. */
type Duties = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** By the valid letters. */
function stated(disk: MemoryDisk): Duties {
  const { entries, records } = readRegister(disk).value;
  const valid = entries.filter(({ kind, state }) => kind === 'letter' && state === 'valid');
  const codes = valid.map(({ addressee }) => addressee?.code ?? '');
  expect(new Set(codes).size).toBe(codes.length);
  // A unit whose tasks were all dropped has a letter that says so.
  const duties = valid.flatMap(({ number, addressee }) => {
    const facts = new Map(records.get(number)?.facts ?? []);
    const ids = [...facts.keys()].flatMap((field) => (field.endsWith(' 职责') ? [field.slice(0, -3)] : []));
    const said = ids.map((id) => [
      id,
      [facts.get(`${id} 职责`), facts.get(`${id} 完成时限`), facts.get(`${id} 任务内容`)].join(' '),
    ]);
    const own = { 名称: facts.get('单位名称') ?? '', ...Object.fromEntries(said) };
    return said.length === 0 ? [] : [[addressee?.code ?? '', own] as const];
  });
  return sorted(duties);
}

function dutiesIn({ tasks, names }: Model): Duties {
  const duties = [...names].flatMap(([code, name]) => {
    const own = [...tasks].flatMap(([id, { text, deadline, isDropped, held }]) => {
      const role = held.get(code);
      return role === undefined || isDropped ? [] : [[id, [role, deadline, text].join(' ')] as const];
    });
    return own.length === 0 ? [] : [[code, { 名称: name, ...Object.fromEntries(own) }] as const];
  });
  return sorted(duties);
}

function sorted(duties: readonly (readonly [string, Readonly<Record<string, string>>])[]): Duties {
  return new Map(duties.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The breakdown read once by the program; from then on the model goes its own way. */
function modelOf({ ledger }: Standing): Model {
  const tasks = new Map<string, Task>();
  for (const { task, unit, role, plan, group } of ledger.entries) {
    const known = tasks.get(task.id);
    const entry: Task = known ?? {
      text: task.text,
      deadline: plan?.deadline ?? '',
      isDropped: false,
      held: new Map<string, Role>(),
    };
    tasks.set(task.id, entry);
    if (group === null) entry.held.set(unit.code, role === 'lead' ? '牵头' : '配合');
  }
  return { tasks, names: new Map(units), gaveToday: new Set(), nextTask: 9 };
}

type Dated = Act & { readonly day: CalendarDate };

/** Enters the act as the command does, and in the model; one that makes no sense there is left out. */
async function enter(disk: MemoryDisk, model: Model, each: Dated): Promise<void> {
  const row = rowOf(disk, model, each);
  if (row === null) return;
  const [file, cells, apply] = row;
  const full = `inputs/${file}`;
  const asked = { file: full, columns: officeTables[file] ?? [], row: cells, day: each.day, isDry: false };
  const { value, messages } = await enterAct(disk, asked);
  if (hasErrors(messages)) throw new Error(messages.map((message) => wordMessage(message, 'en')).join('\n'));
  expect(value.isWritten).toBe(true);
  apply();
  entered += 1;
}

type Row = readonly [file: string, cells: Readonly<Record<string, string>>, apply: () => void];

function rowOf(disk: MemoryDisk, model: Model, { kind, task: taskAt, from: fromAt, to: toAt, day }: Dated): Row | null {
  const { tasks, names, gaveToday } = model;
  const ids = [...tasks.keys()];
  const id = ids[taskAt % ids.length] ?? '';
  const task = tasks.get(id);
  const holders = [...(task?.held.keys() ?? [])];
  const from = holders[fromAt % Math.max(holders.length, 1)] ?? '';
  const codes = [...names.keys()];
  const to = codes[toAt % codes.length] ?? '';
  const other = codes[(toAt + 1) % codes.length] ?? '';
  if (task === undefined) return null;
  // One day has no order: whoever hands a task over that day cannot get it that day, and the rows of such a circle are refused.
  const receives = (...receivers: readonly string[]): boolean =>
    receivers.some((each) => gaveToday.has(`${id} ${each}`));
  const handsOver = (...receivers: readonly string[]): void => {
    gaveToday.add(`${id} ${from}`);
    handOver(task, from, receivers);
  };
  const given = { 依据: `纪要${day}` };
  const change = { ...given, 任务编号: id, 生效日期: day };
  const move = { ...given, 生效日期: day, 类型: '职责划转', 任务: id, 角色: '全部' };
  switch (kind) {
    case 'nothing':
      return null;
    case 'move':
      if (task.isDropped || holders.length === 0 || from === to || receives(to)) return null;
      return [
        'reassignments.csv',
        { ...move, 原单位: names.get(from) ?? '', 新单位: names.get(to) ?? '' },
        () => handsOver(to),
      ];
    case 'split':
      if (task.isDropped || holders.length === 0 || [to, other].includes(from) || receives(to, other)) return null;
      return [
        'reassignments.csv',
        { ...move, 原单位: names.get(from) ?? '', 新单位: `${names.get(to)}、${names.get(other)}` },
        () => handsOver(to, other),
      ];
    case 'drop':
      if (task.isDropped) return null;
      return ['task-changes.csv', { ...change, 类型: '撤销' }, () => void (task.isDropped = true)];
    case 'restore':
      if (!task.isDropped) return null;
      return ['task-changes.csv', { ...change, 类型: '恢复' }, () => void (task.isDropped = false)];
    case 'reword': {
      if (task.isDropped) return null;
      const text = `调整后的第${id}项表述（${day}之${fromAt}）。`;
      return ['task-changes.csv', { ...change, 类型: '调整表述', 任务内容: text }, () => void (task.text = text)];
    }
    case 'extend': {
      if (task.isDropped || task.deadline === '') return null;
      const deadline = addDays(task.deadline as CalendarDate, 10 + fromAt);
      const cells = { 任务编号: id, 申请日期: day, 新完成时限: deadline, 结果: '批准', 决定日期: day, ...given };
      return ['extensions.csv', cells, () => void (task.deadline = deadline)];
    }
    case 'add': {
      const own = String(model.nextTask);
      const text = `新增的第${own}项任务。`;
      const cells = { ...change, 任务编号: own, 类型: '新增', 任务内容: text, 牵头单位: names.get(to) ?? '' };
      return [
        'task-changes.csv',
        cells,
        () => {
          tasks.set(own, { text, deadline: '', isDropped: false, held: new Map([[to, '牵头']]) });
          model.nextTask += 1;
        },
      ];
    }
    case 'rename': {
      const code = String(Number(codes.toSorted().at(-1)) + 1);
      const name = `县新设${code}局`;
      if (!dutiesIn(model).has(to)) return null;
      addUnit(disk, code, name);
      return [
        'reassignments.csv',
        { ...move, 类型: '更名', 任务: '', 原单位: names.get(to) ?? '', 新单位: name },
        () => {
          for (const each of tasks.values()) {
            const role = each.held.get(to);
            if (role === undefined) continue;
            each.held.delete(to);
            each.held.set(code, role);
          }
          names.delete(to);
          names.set(code, name);
        },
      ];
    }
  }
}

function addUnit(disk: MemoryDisk, code: string, name: string): void {
  const file = 'inputs/units.csv';
  const text = new TextDecoder().decode(disk.read(file) ?? new Uint8Array());
  disk.write(file, new TextEncoder().encode(`${text.trimEnd()}\n${code},${name},,单位,政府部门,,,\n`));
}

/** Whoever leads leads, whatever else it is given. */
function handOver({ held }: Task, from: string, to: readonly string[]): void {
  const role = held.get(from) ?? '配合';
  held.delete(from);
  for (const each of to) if (held.get(each) !== '牵头') held.set(each, role);
}

const at = (kind: Act['kind'], [task, from, to]: readonly [number, number, number]): Act => ({ kind, task, from, to });

test('a task that came and was dropped before anybody heard of it gives nobody a paper', async () => {
  expect.hasAssertions();
  // 县档案馆 has nothing and no letter: task 3 comes to it and is dropped on one day.
  await walk([[at('move', [2, 0, 4]), at('drop', [2, 0, 0])]]);
});

test('a unit that handed everything over, was told so and gets a task again has a letter again', async () => {
  expect.hasAssertions();
  // 县政府办公室 leads 2 and 8 alone, and shares no other.
  await walk([[at('move', [1, 0, 1]), at('move', [7, 0, 1])], [at('nothing', [0, 0, 0])], [at('move', [6, 0, 0])]]);
});

test('a unit that is renamed twice before it is written to has one letter, under its last name', async () => {
  expect.hasAssertions();
  await walk([[at('rename', [0, 0, 0]), at('rename', [0, 0, 4])], [at('move', [0, 0, 0])]]);
});

test('a task that is handed on twice in a day, or asked back that day, ends where one day can end', async () => {
  expect.hasAssertions();
  // Task 9 is new at 县发改委, goes to 县市场监管局 and would come back: the circle is not entered.
  await walk([[at('add', [0, 0, 1])], [at('move', [8, 0, 2]), at('move', [8, 0, 1]), at('move', [8, 0, 3])]]);
});
