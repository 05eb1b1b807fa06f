/** The steps of the model: what a clerk can do, in any order, each of which may die on the way. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { build } from '../../src/build/build.ts';
import { treeHash } from '../../src/document/tree-hash.ts';
import { hasErrors, type Message } from '../../src/message/message.ts';
import type { FiguresBehind } from '../../src/register/issue-context.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { reprint } from '../../src/register/reprint.ts';
import { closeQuarter, correctQuarter } from '../../src/register/revise-quarter.ts';
import { withdrawPaper } from '../../src/register/withdraw.ts';
import { addDays, lastDayOf } from '../../src/trade/calendar.ts';
import { again } from './again.ts';
import { draftsOf, errorCodes, quarters, tasks, units, type QuarterName, type World } from './model-world.ts';
import { bytes, draft, quarter, render, series } from './office.ts';

export type Step = {
  readonly type: keyof typeof steps;
  readonly of: QuarterName;
  /** Chooses a task, unit, file, paper or part, as the step needs. */
  readonly pick: number;
  readonly other: number;
  readonly killAfter: number | null;
};

export async function take(step: Step, world: World): Promise<void> {
  world.today = addDays(world.today, 1);
  await steps[step.type](step, world);
}

const steps = {
  reassign: ({ pick, other }, { owners }) => {
    owners.set(oneOf(tasks, pick), oneOf(units, other));
  },
  build: async ({ of }, world) => {
    const jobs = draftsOf(world).map(({ path, document, kind }) => {
      const recipe = JSON.stringify(document);
      const make = () => Promise.resolve({ value: bytes(recipe), messages: [] });
      return { path: `${path}.docx`, kind, recipe, tree: treeHash(document), inputs: [], make };
    });
    const options = { overwrite: false, only: [], explain: false, jobs: 1 };
    await build({ disk: world.disk, folder: `out/${of}`, jobs, options });
  },
  edit: ({ of, pick }, { disk }) => {
    for (const file of some(disk.list(`out/${of}/letters`), pick)) disk.files.set(file, bytes('改'));
  },
  delete: ({ of, pick }, { disk }) => {
    for (const file of some(disk.list(`out/${of}/letters`), pick)) disk.files.delete(file);
  },
  deleteIssued: ({ pick }, { disk, deleted }) => {
    for (const file of some(disk.list('out/issued'), pick)) {
      deleted.add(file);
      disk.files.delete(file);
    }
  },
  issue: async (step, world) => {
    const drafts = draftsOf(world).filter((_, at) => step.pick % 3 === 0 || at % 2 === step.pick % 2);
    const figures = figuresOf(step, world);
    const request = { ...contextOf(step, world), figures, drafts, asEdited: false };
    const { value, messages } = await issueDrafts(request);
    allow(messages, ['draft-not-built', 'draft-out-of-date', 'nothing-to-issue', 'already-issued']);
    expectSame(value.length > 0, !hasErrors(messages));
  },
  reissue: async (step, world) => {
    const { disk } = world;
    const context = contextOf(step, world);
    const drafts = draftsOf(world);
    const { value: register } = readRegister(disk);
    const papers = again(disk, step.of, drafts);
    const revision = register.quarters.get(context.quarter)?.revision;
    const figures = revision === undefined ? null : { revision, close: null };
    const { messages } = await reissuePapers({ ...context, figures, papers });
    // What a killed run left was finished instead: of that the next reissue must not make papers twice.
    allow(messages, ['not-issued-yet', 'replaces-not-valid', 'has-valid-paper', 'revision-moved']);
    if (messages.length === 0) checkCoverage(step.of, world);
  },
  close: async ({ of, other }, { disk, today }) => {
    const ledgerDay = lastDayOf(quarter(of));
    const frozen = bytes(`closed ${other}`);
    const reason = other % 2 === 0 ? '漏读' : '';
    const request = { disk, quarter: quarter(of), date: today, ledgerDay, frozen, reason, isThatDay: true };
    const { messages } = await closeQuarter(request);
    allow(messages, ['already-closed', 'close-again-reason']);
  },
  correct: async ({ of, pick }, { disk, today }) => {
    const base = readRegister(disk).value.quarters.get(quarter(of))?.revision ?? 1;
    const frozen = bytes(`corrected ${base} ${pick}`);
    const request = { disk, quarter: quarter(of), date: today, base, frozen, basis: '函' };
    allow((await correctQuarter(request)).messages, ['not-closed-yet']);
  },
  withdraw: async (step, world) => {
    const { entries } = readRegister(world.disk).value;
    if (entries.length === 0) return;
    const { number, addressee } = oneOf(entries, step.pick);
    const notice = step.other % 2 === 0 ? draft('notice', addressee?.code ?? '001', []) : null;
    const { messages } = await withdrawPaper({ ...contextOf(step, world), number, reason: '有误', notice });
    allow(messages, ['withdrawn-already', 'withdraw-replaced', 'withdraw-twin']);
  },
  reprint: async ({ pick }, world) => {
    const numbers = [...readRegister(world.disk).value.records.keys()];
    if (numbers.length === 0) return;
    const number = oneOf(numbers, pick);
    const { value, messages } = await reprint({ disk: world.disk, number, writer: 'test', render });
    allow(messages, []);
    for (const file of value) {
      world.deleted.delete(file.path);
      expectSame(file.bytes, world.issued.get(file.path) ?? file.bytes);
    }
  },
} as const satisfies Readonly<Record<string, (step: Step, world: World) => void | Promise<void>>>;

const weights = { reassign: 3, build: 4, issue: 5, reissue: 5, withdraw: 3 } as const;

export const stepOf: fc.Arbitrary<Step> = fc.record({
  type: fc.oneof(
    // The keys of the literal object are the types.
    ...(Object.keys(steps) as (keyof typeof steps)[]).map((type) => ({
      weight: type in weights ? weights[type as keyof typeof weights] : 1,
      arbitrary: fc.constant(type),
    })),
  ),
  of: fc.constantFrom(...quarters),
  pick: fc.nat({ max: 20 }),
  other: fc.nat({ max: 20 }),
  killAfter: fc.option(fc.nat({ max: 30 }), { freq: 2 }),
});

function contextOf({ of }: Step, { disk, today }: World) {
  return { disk, quarter: quarter(of), date: today, series, writer: 'test', render, jobs: 2 };
}

/** As a clerk's `issue` has them: the drafts were made by what stands, or close it first. */
function figuresOf({ of }: Step, { disk }: World): FiguresBehind {
  const closed = readRegister(disk).value.quarters.get(quarter(of));
  if (closed !== undefined) return { revision: closed.revision, close: null };
  return { revision: 1, close: { ledgerDay: lastDayOf(quarter(of)), frozen: bytes('closed by issue') } };
}

function allow(messages: readonly Message[], refusals: readonly string[]): void {
  expect(errorCodes(messages).filter((code) => !refusals.includes(code))).toEqual([]);
}

function expectSame<T>(found: T, expected: T): void {
  expect(found).toEqual(expected);
}

function oneOf<T>(all: readonly T[], at: number): T {
  const one = all[at % all.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

function some<T>(all: readonly T[], at: number): readonly T[] {
  return all.slice(at % Math.max(all.length, 1)).slice(0, 1);
}

/** Every responsibility stands in exactly one valid letter of the quarter: its owner's. */
function checkCoverage(of: QuarterName, world: World): void {
  const { value: register } = readRegister(world.disk);
  const valid = register.entries.filter(
    ({ quarter: q, kind, state }) => q === of && kind === 'letter' && state === 'valid',
  );
  const covered = valid.flatMap(({ number, addressee }) =>
    (register.records.get(number)?.facts ?? []).map(([field]) => `${field.split(' ')[0]} ${addressee?.code}`),
  );
  expect(covered.toSorted()).toEqual([...world.owners].map(([task, unit]) => `${task} ${unit}`).toSorted());
  expect(again(world.disk, of, draftsOf(world))).toEqual([]);
}
