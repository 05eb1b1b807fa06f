/** Ctrl-C in the middle of a build: the folder stays as it was, nothing lies about, and the next build goes on as if nothing had been. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { bundledProgram, duban } from './program.ts';
import { copyOfSample, sampleFolder, stateOf } from './workspace.ts';

vi.setConfig({ testTimeout: 900_000 });

test('Ctrl-C ends a build with 130 and leaves out/ whole', async () => {
  const root = await copyOfSample('interrupted');
  const folder = path.join(root, sampleFolder);
  // Every paper has to be made again.
  const office = path.join(root, 'inputs/office.yaml');
  fs.writeFileSync(office, fs.readFileSync(office, 'utf8').replace('示例联系人', '另一联系人'));
  const before = stateOf(folder);
  const child = spawn(process.execPath, [await bundledProgram(), 'build', '2024Q4'], { cwd: root, stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  while (!fs.existsSync(path.join(folder, '.staging')) && child.exitCode === null) await wait(5);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(stateOf(folder)).toEqual(before);
  const { stdout } = await duban(['build', '2024Q4', '--json'], { cwd: root });
  const { counts } = JSON.parse(stdout) as { readonly counts: Readonly<Record<string, number>> };
  expect(counts).toMatchObject({ made: 0, failed: 0, edited: 0 });
  expect(counts['remade']).toBeGreaterThan(40);
});
