/** The sample's letters as a section head signs them: how long they are, what they ask, and what they ask with. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { documentText } from '../../src/document/text.ts';
import type { Annex, Document, Table } from '../../src/document/tree.ts';
import type { Prepared } from '../../src/run/prepare.ts';
import { pdfText } from '../../src/write/pdf/reader/pdf-text.ts';
import { preparedSample } from '../run/papers.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let prepared: Prepared;
beforeAll(async () => {
  prepared = await preparedSample('2024Q4');
});

/** Pages before the first annex, and all. */
async function pagesOf(document: Document): Promise<{ readonly body: number; readonly all: number }> {
  const { value } = await prepared.writers.write.pdf(document);
  const pages = pdfText(value ?? new Uint8Array()).map(({ runs }) => runs.map(({ text }) => text).join(''));
  const first = pages.findIndex((text) => /^附件\d*(?!：)/u.test(text.trim()));
  return { body: first === -1 ? pages.length : first, all: pages.length };
}

const papersOf = (kind: string) => prepared.papers.filter((paper) => paper.kind === kind);
const annexesOf = (document: Document): readonly Annex[] => document.children.filter((each) => each.type === 'annex');
const tablesOf = (document: Document): readonly Table[] => document.children.filter((each) => each.type === 'table');
const cellsOf = ({ rows }: Table): readonly (readonly string[])[] =>
  rows.map(({ cells }) =>
    cells.map(({ lines }) =>
      lines.map((line) => line.map((each) => (each.type === 'text' ? each.value : '')).join('')).join('\n'),
    ),
  );

describe('a letter', () => {
  test('has two pages at most before its annexes', async () => {
    const pages = [];
    for (const { document } of papersOf('letter')) pages.push(await pagesOf(document));
    expect(pages.length).toBe(41);
    expect(pages.reduce((sum, { body }) => sum + body, 0) / pages.length).toBeLessThanOrEqual(2);
    expect(Math.max(...pages.map(({ body }) => body))).toBeLessThanOrEqual(2);
    expect(pages.reduce((sum, { all }) => sum + all, 0) / pages.length).toBeLessThanOrEqual(5.2);
  });

  test('shows in its body only tasks that something is asked about, and no light without its reason', () => {
    for (const { document, addressee } of papersOf('letter')) {
      const rows = tablesOf(document).flatMap(cellsOf);
      const asked = prepared.standing.ledger.entries.filter(
        (entry) =>
          entry.unit.code === addressee?.code &&
          entry.group === null &&
          (entry.light === 'red' || entry.light === 'yellow' || entry.isOverdue || entry.isReopened),
      );
      expect(rows.map(([no]) => no)).toEqual(asked.map(({ task }) => task.no));
      expect(rows.filter(([, , light, reason]) => light !== '绿灯' && reason === '')).toEqual([]);
    }
  });

  test('lists every task in the annex, and sends the form to answer on to those who must', () => {
    for (const { document, addressee } of papersOf('letter')) {
      const own = prepared.standing.ledger.entries.filter(
        (entry) => entry.unit.code === addressee?.code && entry.group === null,
      );
      const [tasks] = annexesOf(document);
      const form = annexesOf(document).find(({ title }) => title === '整改反馈表');
      expect(tasks?.title).toBe(`${addressee?.name}承担任务情况表`);
      const [table] = (tasks?.children ?? []).filter((each) => each.type === 'table');
      expect(table === undefined ? [] : cellsOf(table).map(([no]) => no)).toEqual(own.map(({ task }) => task.no));
      expect(form === undefined).toBe(tablesOf(document).length === 0);
    }
  });

  test('puts what the unit wrote, and what it promised a quarter ago, beside what is asked of it', () => {
    const letter = papersOf('letter').find(({ addressee }) => addressee?.name === '区委组织部');
    const form = annexesOf(letter?.document ?? { meta: prepared.papers[0]!.document.meta, children: [] })[1];
    const [table] = (form?.children ?? []).filter((each) => each.type === 'table');
    const row = (table === undefined ? [] : cellsOf(table)).find(([no]) => no === '16');
    const entry = prepared.standing.ledger.entries.find(
      ({ task, unit }) => task.no === '16' && unit.name === '区委组织部',
    );
    expect(row?.[1]).toMatch(/\n限期整改$/u);
    expect(row?.[2]).toBe(entry?.latest?.problems);
    expect(row?.[3]).toBe(entry?.previous?.nextSteps);
    expect(row?.[5]).toBe(entry?.latest?.nextSteps);
    expect(row?.slice(2, 4).every((text) => text !== '')).toBe(true);
    // Its deadline is the last day of the quarter: no day to answer with.
    expect(row?.at(-1)).toBe('');
  });

  test('of the first quarter lists the common tasks, one of a later quarter only counts them', async () => {
    const first = await preparedSample('2024Q3');
    const titles = (some: Prepared) =>
      some.papers.filter(({ kind }) => kind === 'letter').map(({ document }) => annexesOf(document).at(-1)?.title);
    expect(new Set(titles(first))).toEqual(new Set(['共性任务清单']));
    const isNew = ({ from }: { readonly from: string | null }): boolean => (from ?? '') > '2024-10-01';
    const told = prepared.standing.ledger.units.filter(
      (unit) =>
        isNew(unit) && prepared.standing.ledger.entries.some((each) => each.unit === unit && each.group !== null),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(titles(prepared).filter((title) => title === '共性任务清单').length).toBe(told.length);
  });
});

test('a reminder is one page, to a unit of many tasks too', async () => {
  const reminders = papersOf('reminder');
  expect(reminders.length).toBeGreaterThan(0);
  for (const { document } of reminders) {
    expect(documentText(document).join('\n')).toMatch(/共\d+项（第.+项）/u);
    expect(await pagesOf(document)).toEqual({ body: 1, all: 1 });
  }
});
