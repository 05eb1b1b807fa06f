/** A character that no face has: told with file and row by `check` and `build`, before anything is written. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { duban } from './program.ts';
import { copyOfInputs } from './workspace.ts';

vi.setConfig({ testTimeout: 120_000 });

test('names the character, the file and the row; rare characters of names are no error', async () => {
  const folder = copyOfInputs('unprintable');
  const file = path.join(folder, 'inputs/2024Q4/returns/区教育局.csv');
  const text = fs.readFileSync(file, 'utf8');
  const row = text.split(/\r?\n/u).findIndex((line) => line.includes('学校')) + 1;
  fs.writeFileSync(file, text.replace('学校', '学校镕堃喆昇珺玥翀祎赟旻垚瑄芃'));
  const fine = await duban(['check', '2024Q4', '--lang', 'zh'], { cwd: folder });
  expect(fine.stderr).not.toContain('input-character-unprintable');

  fs.writeFileSync(file, text.replace('学校', '学校😀'));
  for (const command of ['check', 'build']) {
    const { exitCode, stderr } = await duban([command, '2024Q4', '--lang', 'zh'], { cwd: folder });
    const told = stderr.split('\n').filter((line) => line.includes('input-character-unprintable'));
    expect(exitCode).toBe(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^inputs/2024Q4/returns/区教育局\\.csv:${row} 错误 .*“😀”（U\\+1F600）`, 'u'));
    expect(fs.existsSync(path.join(folder, 'out/2024Q4/ledger.pdf'))).toBe(false);
  }
});
