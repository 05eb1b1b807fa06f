import { describe, expect, test } from 'vitest';
import { diskAt } from '../../../src/disk/disk.ts';
import type { Quarter } from '../../../src/trade/calendar.ts';
import { accountingOf } from './accounting.ts';
import { readReturns } from '../../../src/intake/returns/read-returns.ts';
import { returnFiles } from '../../../src/workspace/quarter-inputs.ts';
import { readWorkspace } from '../../../src/workspace/workspace.ts';

const disk = diskAt(new URL('../../..', import.meta.url).pathname);
const workspace = readWorkspace(disk).value;
if (workspace === null) throw new Error('the sample workspace has errors');

describe.each(['2024Q3', '2024Q4'])('the sample returns of %s', (name) => {
  const quarter = name as Quarter;
  const files = returnFiles(disk, quarter);
  const reading = readReturns({ ...workspace, quarter, files, expectations: null, fractions: 'refuse', previous: [] });

  test.each(reading.value.files.map((file) => [file.file, file] as const))('%s: nothing is lost', (_, file) => {
    const { rows, accepted, rejected, skipped } = accountingOf(file);
    expect(accepted + rejected + skipped).toBe(rows);
    expect(file.rows.map((row) => row.row)).toEqual(Array.from({ length: rows }, (__, at) => at + 1));
    expect(accepted).toBeGreaterThan(0);
  });

  test('every file is read, and every accepted row is a return', () => {
    expect(reading.value.files.map((file) => file.file)).toEqual(files.map((file) => file.path));
    const accepted = reading.value.files.reduce((sum, file) => sum + accountingOf(file).accepted, 0);
    expect(reading.value.returns).toHaveLength(accepted);
  });

  test('the order of the files changes nothing', () => {
    const turned = readReturns({
      ...workspace,
      quarter,
      files: files.toReversed(),
      expectations: null,
      fractions: 'refuse',
      previous: [],
    });
    expect(turned).toEqual(reading);
  });
});
