/**
 * Property 10 of the style guide, model-based: after any changes of inputs, edits, deletions and kills, `out/` equals a fresh build
 * but for the files that are called "edited"; and a second run leaves everything.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { BuiltFile } from '../../src/build/report.ts';
import type { Job } from '../../src/build/job.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { Killed, memoryDisk } from '../memory-disk.ts';
import { runs } from '../long.ts';

const folder = 'out/2024Q3';
const names = ['letters/a.docx', 'letters/b.docx', 'report.docx', 'ledger.csv'];

/** What the plan says today: content of each paper, null = not planned; and a style that may leave no trace. */
type Plan = { contents: (string | null)[]; style: string };

type Step =
  | { readonly type: 'change'; readonly paper: number; readonly content: string | null }
  | { readonly type: 'restyle'; readonly style: string }
  | { readonly type: 'edit'; readonly paper: number; readonly content: string }
  | { readonly type: 'delete'; readonly paper: number }
  | { readonly type: 'forget' }
  | { readonly type: 'build'; readonly overwrite: boolean; readonly killAfter: number | null };

const paperIndex = fc.nat({ max: names.length - 1 });
const content = fc.constantFrom('甲', '乙', '丙');

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('change' as const), paper: paperIndex, content: fc.option(content) }),
  fc.record({ type: fc.constant('restyle' as const), style: fc.constantFrom('plain', 'bold') }),
  fc.record({ type: fc.constant('edit' as const), paper: paperIndex, content }),
  fc.record({ type: fc.constant('delete' as const), paper: paperIndex }),
  fc.record({ type: fc.constant('forget' as const) }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('build' as const),
      overwrite: fc.boolean(),
      killAfter: fc.option(fc.nat({ max: 8 }), { freq: 3 }),
    }),
  },
);

test('out/ equals a fresh build but for edited files, and a second run is all unchanged', async () => {
  expect.hasAssertions();
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), walk), runs(120));
});

async function walk(steps: readonly Step[]): Promise<void> {
  const disk = memoryDisk();
  const plan: Plan = { contents: ['甲', '乙', '丙', '甲'], style: 'plain' };
  for (const each of steps) await take(each, disk, plan);
  disk.killAfter(null);
  await checkAgainstFresh(disk, plan);
}

async function take(each: Step, disk: MemoryDisk, plan: Plan): Promise<void> {
  switch (each.type) {
    case 'change':
      plan.contents[each.paper] = each.content;
      return;
    case 'restyle':
      plan.style = each.style;
      return;
    case 'edit':
      disk.files.set(`${folder}/${names[each.paper]}`, bytes(each.content));
      return;
    case 'delete':
      disk.files.delete(`${folder}/${names[each.paper]}`);
      return;
    case 'forget':
      disk.files.delete(`${folder}/manifest.json`);
      return;
    case 'build':
      disk.killAfter(each.killAfter);
      try {
        await run(disk, plan, each.overwrite);
      } catch (cause) {
        if (!(cause instanceof Killed)) throw cause;
      }
      disk.killAfter(null);
  }
}

async function checkAgainstFresh(disk: MemoryDisk, plan: Plan): Promise<void> {
  const before = new Map(disk.files);
  const logged = new TextDecoder().decode(disk.read(`${folder}/manifest.json`) ?? new Uint8Array());
  const first = await run(disk, plan, false);
  const edited = new Set(first.filter((file) => file.outcome === 'edited').map((file) => file.path));
  const fresh = memoryDisk();
  await run(fresh, plan, false);
  for (const name of names) {
    const file = `${folder}/${name}`;
    // What neither plan nor manifest knows is a stranger, and stays.
    const isStrange = plan.contents[names.indexOf(name)] === null && !logged.includes(`"${name}"`);
    const kept = before.get(file) ?? null;
    expect(disk.read(file)).toEqual(edited.has(name) || isStrange ? kept : fresh.read(file));
  }
  expect(disk.list(folder).filter((file) => /staging|\.part$|\.lock$/.test(file))).toEqual([]);
  const changes = disk.changes();
  const second = await run(disk, plan, false);
  expect(second.every((file) => file.outcome === 'unchanged' || file.outcome === 'edited')).toBe(true);
  expect(new Set(second.filter((file) => file.outcome === 'edited').map((file) => file.path))).toEqual(edited);
  expect(disk.changes()).toBe(changes);
  // --overwrite brings every planned file to the plan.
  await run(disk, plan, true);
  for (const [index, name] of names.entries()) {
    if (plan.contents[index] !== null) expect(disk.read(`${folder}/${name}`)).toEqual(fresh.read(`${folder}/${name}`));
  }
}

async function run(disk: MemoryDisk, plan: Plan, overwrite: boolean): Promise<readonly BuiltFile[]> {
  const jobs = names.flatMap((name, index): readonly Job[] => {
    const text = plan.contents[index] ?? null;
    if (text === null) return [];
    const make: Job['make'] = () => Promise.resolve({ value: bytes(text), messages: [] });
    return [{ path: name, kind: 'letter', recipe: `${plan.style} ${text}`, inputs: [], make }];
  });
  const { value, messages } = await build({
    disk,
    folder,
    jobs,
    options: { overwrite, only: [], explain: false, jobs: 2 },
  });
  expect(messages.filter((message) => message.severity === 'error')).toEqual([]);
  return value.files;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
