/** A folder without a command: what cmd makes of a dropped one whose name has `,`, `;` or `=`. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { smallDistrict, startDuban } from '../run/program.ts';

vi.setConfig({ testTimeout: 300_000 });

test('a workspace alone is opened, any other word is asked about', async () => {
  const folder = path.join(inject('runFolder'), '一季度,督办=甲;乙');
  fs.cpSync(smallDistrict, folder, { recursive: true });
  const env = { HOME: path.join(inject('runFolder'), 'open-home') };
  const opened = await startDuban([folder], { env });
  expect(opened).toMatchObject({ exitCode: 0, stderr: '' });
  expect(opened.stdout).toContain(folder);
  expect(await startDuban([path.join(folder, 'inputs')], { env })).toMatchObject({ exitCode: 2, stdout: '' });
});
