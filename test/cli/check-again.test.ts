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
  // From nothing, and by what that remembered: as after a death before the answer was kept.
  fs.rmSync(path.join(cwd, 'out'), { recursive: true });
  expect(await check()).toEqual(broken);
  const keptThen = fs.readFileSync(kept, 'utf8');
  fs.rmSync(kept);
  expect(await check()).toEqual(broken);
  expect(fs.readFileSync(kept, 'utf8')).toBe(keptThen);
  const sheets = path.join(cwd, 'out/2025Q2/corrections');
  const [sheet = ''] = fs.readdirSync(sheets);
  fs.rmSync(path.join(sheets, sheet));
  expect(await check()).toEqual(broken);
  expect(fs.readdirSync(sheets)).toContain(sheet);
});

test('sheets that cannot be written keep no problem from being told, and are tried again', async () => {
  const cwd = path.join(inject('runFolder'), 'check-unwritten');
  fs.cpSync(smallDistrict, cwd, { recursive: true });
  const returns = path.join(cwd, 'inputs/2025Q2/returns');
  const [sent = ''] = fs.readdirSync(returns).filter((file) => file.endsWith('.csv'));
  fs.writeFileSync(
    path.join(returns, sent),
    fs.readFileSync(path.join(returns, sent), 'utf8').replaceAll(/牵头|配合/gu, '不详'),
  );
  // As a folder of somebody else's refuses the sheets, so does a file where their folder should be.
  fs.mkdirSync(path.join(cwd, 'out/2025Q2'), { recursive: true });
  const check = async (lang: string) => {
    const { exitCode, stderr } = await duban(['check', '2025Q2', '--lang', lang], { cwd });
    return { exitCode, lines: stderr.trimEnd().split('\n') };
  };
  const whole = await check('zh');
  fs.rmSync(path.join(cwd, 'out'), { recursive: true });
  fs.writeFileSync(path.join(cwd, 'out'), '');
  const refused = await check('zh');
  expect(refused.exitCode).toBe(1);
  expect(refused.lines.slice(0, -1)).toEqual(whole.lines);
  expect(refused.lines.at(-1)).toMatch(
    /^out\/2025Q2\/corrections 错误 sheets-not-written 更正表未能写出.+请移走该文件$/u,
  );
  expect((await check('en')).lines.at(-1)).toMatch(/ error sheets-not-written .+; move it away$/u);
  fs.rmSync(path.join(cwd, 'out'));
  expect(await check('zh')).toEqual(whole);
  expect(fs.readdirSync(path.join(cwd, 'out/2025Q2/corrections'))).toHaveLength(2);
});
