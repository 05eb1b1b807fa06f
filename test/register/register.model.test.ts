/**
 * The register, model-based: random sequences of build, issue, reassign, edit, delete, reissue, reprint and kills keep
 *   - numbers unique and gapless,
 *   - every issued byte as it was issued,
 *   - every responsibility covered by exactly one valid letter, once an issue or reissue went through,
 *   - the register equal to what is on the disk.
 * The model is the plain list of who answers for what; what was issued is remembered from the disk itself.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { CalendarDate } from '../../src/trade/calendar.ts';
import { addDays } from '../../src/trade/calendar.ts';
import type { Draft } from '../../src/register/draft.ts';
import type { Job } from '../../src/build/job.ts';
import { hasErrors } from '../../src/message/message.ts';
import type { Message } from '../../src/message/message.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { outOfDate } from '../../src/register/out-of-date.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissueDrafts } from '../../src/register/reissue.ts';
import { reprint } from '../../src/register/reprint.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { recover } from './recover.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { Killed, memoryDisk } from '../memory-disk.ts';
import { bytes, date, letter, quarter, render, series, word } from './office.ts';
import { runs } from '../long.ts';

const quarters = ['2024Q3', '2024Q4'] as const;
const units = ['001', '002', '003', '012'] as const;
const tasks = ['95', '106', '113', '126', '131'] as const;

/** The world: who answers for which task, today's date, the disk, and every issued file as it was first seen. */
type World = {
  readonly disk: MemoryDisk;
  readonly owners: Map<string, string>;
  readonly issued: Map<string, Uint8Array>;
  readonly deleted: Set<string>;
  today: CalendarDate;
};

type Quarters = (typeof quarters)[number];

type Step =
  | { readonly type: 'reassign'; readonly task: string; readonly to: string }
  | {
      readonly type: 'build' | 'reprint';
      readonly of: Quarters;
      readonly pick: number;
      readonly killAfter: number | null;
    }
  | { readonly type: 'edit' | 'delete'; readonly of: Quarters; readonly pick: number }
  | { readonly type: 'deleteIssued'; readonly pick: number }
  | {
      readonly type: 'issue' | 'reissue';
      readonly of: Quarters;
      readonly ignoreEdits: boolean;
      readonly killAfter: number | null;
    };

const of = fc.constantFrom(...quarters);
const pick = fc.nat({ max: 20 });
const killAfter = fc.option(fc.nat({ max: 30 }), { freq: 2 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('reassign' as const),
      task: fc.constantFrom(...tasks),
      to: fc.constantFrom(...units),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom('build' as const, 'reprint' as const), of, pick, killAfter }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('edit' as const, 'delete' as const), of, pick }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('deleteIssued' as const), pick }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('issue' as const, 'reissue' as const),
      of,
      ignoreEdits: fc.boolean(),
      killAfter,
    }),
  },
);

test('random sequences of everything an office does, and of deaths, keep the register true', async () => {
  expect.hasAssertions();
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30, size: 'max' }), walk), runs(100));
});

async function walk(steps: readonly Step[]): Promise<void> {
  const world: World = {
    disk: memoryDisk(),
    owners: new Map(tasks.map((task, at) => [task, units[at % 3] ?? '001'])),
    issued: new Map(),
    deleted: new Set(),
    today: date('2024-10-15'),
  };
  for (const each of steps) {
    world.today = addDays(world.today, 3);
    await take(each, world);
    world.disk.killAfter(null);
    checkIssuedBytes(world);
  }
  expect(hasErrors((await recover(world.disk)).messages)).toBe(false);
  checkIssuedBytes(world);
  checkRegister(world);
}

async function take(each: Step, world: World): Promise<void> {
  const { disk, owners } = world;
  switch (each.type) {
    case 'reassign':
      owners.set(each.task, each.to);
      return;
    case 'build':
      return dying(world, each.killAfter, () => buildDrafts(each.of, world));
    case 'edit':
      for (const file of oneOf(disk, `out/${each.of}/letters`, each.pick)) disk.files.set(file, bytes('改'));
      return;
    case 'delete':
      for (const file of oneOf(disk, `out/${each.of}/letters`, each.pick)) disk.files.delete(file);
      return;
    case 'deleteIssued':
      for (const file of oneOf(disk, 'out/issued', each.pick)) {
        world.deleted.add(file);
        disk.files.delete(file);
      }
      return;
    case 'issue':
    case 'reissue':
      return dying(world, each.killAfter, () => issueOrReissue(each, world));
    case 'reprint':
      return dying(world, each.killAfter, () => reprintOne(each.pick, world));
  }
}

/** The process may die on the way; nothing else may go wrong. */
async function dying({ disk }: World, after: number | null, work: () => Promise<void>): Promise<void> {
  disk.killAfter(after);
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Killed)) throw cause;
  }
}

function oneOf(disk: MemoryDisk, folder: string, at: number): readonly string[] {
  const files = disk.list(folder);
  return files.slice(at % Math.max(files.length, 1)).slice(0, 1);
}

/** One letter a unit that answers for anything; its facts are its tasks. */
function draftsOf({ owners }: World): readonly Draft[] {
  return units.flatMap((unit) => {
    const mine = tasks.filter((task) => owners.get(task) === unit);
    return mine.length === 0
      ? []
      : [
          letter(
            unit,
            mine.map((task) => [`${task} 牵头单位`, unit] as const),
          ),
        ];
  });
}

async function buildDrafts(ofQuarter: Quarters, world: World): Promise<void> {
  const jobs = draftsOf(world).map(({ path, document }): Job => {
    const recipe = JSON.stringify(document);
    const make: Job['make'] = () => Promise.resolve({ value: bytes(recipe), messages: [] });
    return { path: `${path}.docx`, kind: 'letter', recipe, inputs: [], make };
  });
  const options = { overwrite: false, only: [], explain: false, jobs: 1 };
  await build({ disk: world.disk, folder: `out/${ofQuarter}`, jobs, options });
}

const refusals: readonly string[] = ['draft-edited', 'already-issued', 'not-issued-yet'];

async function issueOrReissue(each: Extract<Step, { ignoreEdits: boolean }>, world: World): Promise<void> {
  const { disk, today } = world;
  const drafts = draftsOf(world);
  const context = { disk, quarter: quarter(each.of), date: today, series, writer: 'test', render, jobs: 2 };
  const request = { ...context, drafts, ignoreEdits: each.ignoreEdits, word };
  const { value, messages } = each.type === 'issue' ? await issueDrafts(request) : await reissueDrafts(request);
  expect(errorCodes(messages).filter((code) => !refusals.includes(code))).toEqual([]);
  if (hasErrors(messages)) {
    expect(value).toEqual([]);
    return;
  }
  // A killed issue that was finished here may be of an earlier day; a reissue brings it up to today.
  if (each.type === 'reissue') checkCoverage(each.of, drafts, world);
}

async function reprintOne(at: number, world: World): Promise<void> {
  const numbers = [...readRegister(world.disk).value.records.keys()];
  const number = numbers[at % numbers.length];
  if (number === undefined) return;
  const { value, messages } = await reprint({ disk: world.disk, number, writer: 'test', render });
  expect(errorCodes(messages)).toEqual([]);
  for (const file of value) {
    world.deleted.delete(file.path);
    expect(file.bytes).toEqual(world.issued.get(file.path) ?? file.bytes);
  }
}

/** No byte of an issued paper ever changes; a paper only goes when somebody deletes it. */
function checkIssuedBytes({ disk, issued, deleted }: World): void {
  for (const file of disk.list('out/issued')) {
    const now = disk.read(file) ?? new Uint8Array();
    const first = issued.get(file);
    if (first === undefined) issued.set(file, now);
    else expect(now).toEqual(first);
  }
  const gone = [...issued.keys()].filter((file) => disk.read(file) === null && !deleted.has(file));
  expect(gone).toEqual([]);
}

function checkRegister({ disk, deleted }: World): void {
  const { value: register, messages } = readRegister(disk);
  expect(errorCodes(messages)).toEqual([]);
  for (const code of new Set(register.entries.map((entry) => `${entry.year} ${entry.issuerCode}`))) {
    const serials = register.entries.filter((entry) => `${entry.year} ${entry.issuerCode}` === code);
    expect(serials.map((entry) => entry.serial)).toEqual(serials.map((_, at) => at + 1));
  }
  const { missing, changed, extra } = verifyIssued(disk).value;
  expect({ changed, extra }).toEqual({ changed: [], extra: [] });
  expect(missing.filter(({ path }) => !deleted.has(path))).toEqual([]);
  expect(disk.list('inputs').filter((file) => file.includes('/.'))).toEqual([]);
}

/** Every responsibility stands in exactly one valid letter of the quarter: its owner's. */
function checkCoverage(ofQuarter: Quarters, drafts: readonly Draft[], { disk, owners }: World): void {
  const { value: register } = readRegister(disk);
  const valid = register.entries.filter(
    ({ quarter: q, kind, state }) => q === ofQuarter && kind === 'letter' && state === 'valid',
  );
  const covered = valid.flatMap(({ number, addressee }) =>
    (register.records.get(number)?.facts ?? []).map(([field]) => `${field.split(' ')[0]} ${addressee?.code}`),
  );
  expect(covered.toSorted()).toEqual([...owners].map(([task, unit]) => `${task} ${unit}`).toSorted());
  expect(outOfDate(register, quarter(ofQuarter), drafts)).toEqual([]);
}

function errorCodes(messages: readonly Message[]): readonly string[] {
  return messages.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
