/**
 * The register, model-based: random sequences of everything an office does, and of deaths, keep
 *   - numbers unique and gapless, lines only added to, the chain and every earlier seal whole,
 *   - every issued byte as it was issued,
 *   - the state of each paper what a plain reading of the acts says,
 *   - every responsibility covered by exactly one valid letter, once a reissue went through,
 *   - the register equal to what is on the disk.
 * The model is the plain list of who answers for what; what was done is remembered from the lines as they are added.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasErrors } from '../../src/message/message.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { verifySeal } from '../../src/register/seal.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { times } from '../long.ts';
import { memoryDisk } from '../memory-disk.ts';
import { killedAt } from './killing.ts';
import { recover } from './recover.ts';
import { stepOf, take, type Step } from './model-steps.ts';
import { errorCodes, newWorld, type World } from './model-world.ts';
import { text } from './office.ts';

const file = 'inputs/register/register.csv';

test('random sequences of everything an office does, and of deaths, keep the register true', async () => {
  expect.hasAssertions();
  await fc.assert(fc.asyncProperty(fc.array(stepOf, { minLength: 10, maxLength: 30, size: 'max' }), walk), {
    numRuns: times(20, 400),
  });
});

async function walk(steps: readonly Step[]): Promise<void> {
  const world = newWorld(memoryDisk());
  for (const step of steps) {
    const before = text(world.disk, file);
    await killedAt(step.killAfter, world.disk, () => take(step, world));
    expect(hasErrors((await recover(world.disk)).messages)).toBe(false);
    expect(text(world.disk, file).startsWith(before)).toBe(true);
    checkIssuedBytes(world);
    follow(world);
  }
  checkRegister(world);
}

/** Reads the lines that are new, one by one, as a person would. */
function follow({ disk, states, heads }: World): void {
  const { value: register, messages } = readRegister(disk);
  expect(errorCodes(messages)).toEqual([]);
  for (const { act } of register.lines.slice(heads.at(-1)?.count ?? 0)) {
    if (act.type === 'void' || act.type === 'recall') {
      const paper = states.get(act.number);
      expect(paper?.state).toBe('valid');
      states.set(act.number, { state: act.type === 'void' ? 'void' : 'recalled', replaces: paper?.replaces ?? null });
      const back = act.type === 'void' ? (paper?.replaces ?? null) : null;
      if (back !== null) states.set(back, { state: 'valid', replaces: states.get(back)?.replaces ?? null });
    }
    if (act.type !== 'issue') continue;
    if (act.replaces !== null)
      states.set(act.replaces, { state: 'superseded', replaces: states.get(act.replaces)?.replaces ?? null });
    states.set(act.number, { state: 'valid', replaces: act.replaces });
  }
  heads.push(register.head);
  expect(new Map(register.entries.map(({ number, state }) => [number, state]))).toEqual(
    new Map([...states].map(([number, { state }]) => [number, state])),
  );
}

/** No byte of an issued paper ever changes; a paper only goes when somebody deletes it. */
function checkIssuedBytes({ disk, issued, deleted }: World): void {
  for (const paper of disk.list('out/issued')) {
    const now = disk.read(paper) ?? new Uint8Array();
    const first = issued.get(paper);
    if (first === undefined) issued.set(paper, now);
    else expect(now).toEqual(first);
  }
  const gone = [...issued.keys()].filter((paper) => disk.read(paper) === null && !deleted.has(paper));
  expect(gone).toEqual([]);
}

function checkRegister({ disk, deleted, heads }: World): void {
  const { value: register } = readRegister(disk);
  for (const code of new Set(register.entries.map((entry) => `${entry.year} ${entry.issuerCode}`))) {
    const serials = register.entries.filter((entry) => `${entry.year} ${entry.issuerCode}` === code);
    expect(serials.map((entry) => entry.serial)).toEqual(serials.map((_, at) => at + 1));
  }
  for (const head of heads.filter(({ count }) => count > 0)) expect(verifySeal(register, head)).toEqual([]);
  const { missing, changed, extra } = verifyIssued(disk).value;
  expect({ changed, extra }).toEqual({ changed: [], extra: [] });
  expect(missing.filter(({ path }) => !deleted.has(path))).toEqual([]);
  expect(disk.list('inputs').filter((each) => each.includes('/.'))).toEqual([]);
}
