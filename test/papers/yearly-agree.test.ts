/** The special report of the sample: its table, its sentences and its note say one thing. */
import { expect, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import type { Table } from '../../src/document/tree.ts';
import { prepareYear } from '../../src/run/prepare.ts';
import { repository } from '../run/program.ts';

vi.setConfig({ testTimeout: 300_000 });

test('tasks that are closed are counted once in the sentence, in table 1 and in its note', async () => {
  const { value } = await prepareYear(diskAt(repository), 2024, null);
  const document = value?.papers.find(({ kind }) => kind === 'special-report')?.document;
  const text = document === undefined ? '' : documentText(document).join('\n');
  const [table] = document?.children.filter((each): each is Table => each.type === 'table') ?? [];
  const cells = (table?.rows ?? []).map(({ cells: row }) =>
    row.map(({ lines }) =>
      lines
        .flat()
        .map((each) => (each.type === 'text' ? each.value : ''))
        .join(''),
    ),
  );
  const last = cells.at(-1) ?? [];
  const ids = new Set(
    value?.standing.last.ledger.entries
      .filter(({ isClosed, isAssessed }) => isClosed && isAssessed)
      .map(({ task }) => task.id),
  );
  expect(last[0]).toBe('第四季度');
  expect(last.at(-1)).toBe(String(ids.size));
  expect(text).toContain(`经核查已予销号的任务有${ids.size}项。`);
  expect(text).toContain('表1销号为任务数');
});
