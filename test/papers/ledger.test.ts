/** 工作台账 of the sample: what item 131 asks for, in few pages. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ledgerAsOf } from '../../src/domain/ledger.ts';
import type { Prepared } from '../../src/run/prepare.ts';
import { ledgerSections } from '../../src/papers/ledger-table.ts';
import { lightWords } from '../../src/trade/claims.ts';
import { pdfText } from '../../src/write/pdf/reader/pdf-text.ts';
import { catalogueOf, day, ledgerParts, rosterOf, taskOf } from '../domain/fixture.ts';
import { preparedSample } from '../run/papers.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let prepared: Prepared;
beforeAll(async () => {
  prepared = await preparedSample('2024Q4');
});

const rowsOf = () => ledgerSections(prepared.standing.ledger).flatMap(({ tasks }) => tasks);

describe('the ledger', () => {
  test('names every unit of a task with its own light, the worst first', () => {
    const { entries } = prepared.standing.ledger;
    const counted = new Map<string, number>();
    for (const { units } of rowsOf()) {
      for (const line of units.split('\n')) {
        const light = /^配合（(.灯)）|，(.灯)$/u.exec(line)?.slice(1).find(Boolean);
        const names = line.startsWith('配合') ? line.replace(/^配合.*?：/u, '').split('、') : [line];
        if (light !== undefined) counted.set(light, (counted.get(light) ?? 0) + names.length);
      }
    }
    for (const light of ['red', 'yellow', 'green'] as const) {
      const lit = entries.filter((entry) => entry.group === null && entry.light === light);
      expect(counted.get(lightWords[light])).toBe(lit.length);
    }
    expect(rowsOf().find(({ no }) => no === '10')?.units).toMatch(
      /配合（黄灯）：.+\n配合（绿灯）：.+\n配合：XX各派出所$/u,
    );
  });

  test('has no column that stands empty: standard, goals and deadline share one', async () => {
    const ledger = prepared.papers.find(({ kind }) => kind === 'ledger');
    if (ledger === undefined) throw new Error('no ledger');
    const [table] = ledger.document.children.filter((each) => each.type === 'table');
    const cells = (table?.rows ?? []).filter((row) => row.cells.length > 1).map((row) => row.cells);
    const filled = (column: number) => cells.filter((each) => (each[column]?.lines.length ?? 0) > 0).length;
    // Two leads have filed nothing, and the units' column says so.
    expect((table?.columns ?? []).map((_, column) => filled(column))).toEqual([134, 134, 134, 134, 132]);
    const { value } = await prepared.writers.write.pdf(ledger.document);
    // Long returns and many units: 134 tasks have stood on 32 pages.
    expect(pdfText(value ?? new Uint8Array()).length).toBeLessThanOrEqual(30);
  });

  test('says what the breakdown says of target, standard and deadline where plan.csv says nothing', () => {
    const roster = rosterOf(['区教育局']);
    const said = { target: '建成示范校10所', standard: '通过市级验收', deadline: '2024年10月底前' };
    const catalogue = catalogueOf([{ ...taskOf('12', { leads: ['区教育局'] }), ...said }]);
    const ledger = ledgerAsOf(day('2024-12-31'), ledgerParts({ catalogue, roster })).value;
    const [only] = ledgerSections(ledger).flatMap(({ tasks }) => tasks);
    expect(only).toMatchObject({ requirement: said.target, standard: said.standard, deadline: said.deadline });
  });
});
