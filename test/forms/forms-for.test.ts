import { describe, expect, test } from 'vitest';
import type { CalendarDate, Quarter } from '../../src/trade/calendar.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { ledgerAsOf } from '../../src/domain/ledger.ts';
import { formsFor, givenColumns, quarterName } from '../../src/forms/form.ts';
import { statusWords } from '../../src/trade/claims.ts';
import { readReturns } from '../../src/intake/returns/read-returns.ts';
import { returnFiles } from '../../src/workspace/quarter-inputs.ts';
import { readWorkspace } from '../../src/workspace/workspace.ts';

const disk = diskAt(new URL('../..', import.meta.url).pathname);
const workspace = readWorkspace(disk).value;
if (workspace === null) throw new Error('the sample workspace has errors');
const before = '2024Q3' as Quarter;
const previous = readReturns({
  ...workspace,
  quarter: before,
  files: returnFiles(disk, before),
  expectations: null,
  fractions: 'refuse',
  previous: [],
});
const ledger = ledgerAsOf('2024-12-31' as CalendarDate, {
  ...workspace,
  quarter: '2024Q4' as Quarter,
  returns: [],
  previousReturns: previous.value.returns,
});
const forms = formsFor(ledger.value, '2024-12-25' as CalendarDate);

describe('forms of the sample for 2024Q4', () => {
  test('each assessed, open entry of the ledger stands in its unit’s form exactly once', () => {
    const asked = forms.flatMap((form) => form.rows.map((row) => `${form.unit.name} ${row.get('任务编号')}`));
    const open = ledger.value.entries.filter((entry) => entry.isAssessed && !entry.isClosed);
    expect(asked.toSorted()).toEqual(open.map((entry) => `${entry.unit.name} ${entry.task.id}`).toSorted());
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('what was said last quarter stands beside the blanks', () => {
    const form = forms.find((each) => each.unit.name === '区民政局');
    const entry = ledger.value.entries.find((each) => each.unit.name === '区民政局' && each.previous !== null);
    const row = form?.rows.find((each) => each.get('任务编号') === entry?.task.id);
    expect(row?.get('上季度进展')).toBe(entry?.previous?.progress);
    expect(row?.get('上季度完成比例')).toBe(`${entry?.previous?.percent}%`);
    expect(row?.get('上季度状态')).toBe(statusWords[entry?.previous?.status ?? 'overdue']);
    expect(row?.get('上季度下一步措施')).toBe(entry?.previous?.nextSteps);
  });

  test('no blank is filled in for the unit but who files', () => {
    const filled = forms.flatMap(({ rows }) => rows.flatMap((row) => [...row.keys()]));
    const asked = new Set(filled.filter((name) => !givenColumns.some((each) => each === name)));
    expect([...asked]).toEqual(['填报人', '联系电话']);
  });

  test('units that the reform ended get none', () => {
    expect(forms.map((form) => form.unit.name)).not.toContain('区政府法制办');
    expect(forms.map((form) => form.unit.name)).toContain('区司法局');
  });

  test('the quarter by its name', () => {
    expect(quarterName('2024Q4' as Quarter)).toBe('2024年第四季度');
  });
});
