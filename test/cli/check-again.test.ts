/** `check` keeps its answer: asked again it says the same at once, and anything it rests on makes it look again. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { duban, smallDistrict } from '../run/program.ts';

vi.setConfig({ testTimeout: 300_000 });

test('the same answer while nothing changed; another one when a return, the language or a sheet did', async () => {
  const cwd = path.join(inject('runFolder'), 'check-again');
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  const check = (lang = 'zh') => duban(['check', '2025Q2', '--lang', lang], { cwd });
  const kept = path.join(cwd, 'out/2025Q2/.check');
  const first = await check();
  const written = fs.readFileSync(kept);
  expect(await check()).toEqual(first);
  fs.rmSync(kept);
  expect(await check()).toEqual(first);
  expect(fs.readFileSync(kept)).toEqual(written);

  expect((await check('en')).stdout).not.toBe(first.stdout);
  const returns = path.join(cwd, 'inputs/2025Q2/returns');
  for (const sent of fs.readdirSync(returns).filter((file) => file.endsWith('.csv'))) {
    const file = path.join(returns, sent);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('牵头', '不详'));
  }
  const broken = await check();
  expect(broken.exitCode).toBe(1);
  const sheets = path.join(cwd, 'out/2025Q2/corrections');
  const [sheet = ''] = fs.readdirSync(sheets);
  fs.rmSync(path.join(sheets, sheet));
  expect(await check()).toEqual(broken);
  expect(fs.readdirSync(sheets)).toContain(sheet);
});
