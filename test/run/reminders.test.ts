/** Reminders at any date of the quarter: exactly the units that have filed nothing by then. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { duban } from './program.ts';
import { copyOfInputs } from './workspace.ts';

vi.setConfig({ testTimeout: 240_000 });

test('one a unit that has filed nothing by the day; one that has filed since is taken away', async () => {
  const folder = copyOfInputs('reminders');
  const remindersOn = async (date: string): Promise<readonly string[]> => {
    const args = ['build', '2024Q4', '--only', 'reminders/*', '--date', date, '--lang', 'zh', '--quiet'];
    const { exitCode, stderr } = await duban(args, { cwd: folder });
    expect({ date, exitCode, stderr }).toEqual({ date, exitCode: 0, stderr: '' });
    return fs.readdirSync(path.join(folder, 'out/2024Q4/reminders')).toSorted();
  };
  const early = await remindersOn('2024-10-08');
  const before = await remindersOn('2024-12-20');
  const after = await remindersOn('2024-12-26');
  // The reform of 1 November: the old units are reminded before it, their successors after it.
  expect(early.some((name) => name.includes('区政府法制办'))).toBe(true);
  expect(before.some((name) => name.includes('区政府法制办'))).toBe(false);
  // On the first day nobody has filed; who has filed by the filing day is reminded no more.
  expect(early.length).toBeGreaterThan(before.length);
  expect(before.length).toBeGreaterThan(after.length);
  expect(after.filter((name) => !before.includes(name))).toEqual([]);
  expect(fs.readdirSync(path.join(folder, 'out/2024Q4'))).toEqual(['manifest.json', 'reminders']);
});
