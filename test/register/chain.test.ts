/** The chain: whatever is changed in register.csv is found, and what Excel does on saving is no change. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/message/message.ts';
import { chainOf } from '../../src/register/chain.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { printRegister } from '../../src/register/register-table.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { correctQuarter } from '../../src/register/revise-quarter.ts';
import { withdrawPaper } from '../../src/register/withdraw.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes, context, date, draft, letter, quarter, text, words } from './office.ts';
import { runs } from '../long.ts';

const file = 'inputs/register/register.csv';
let whole: MemoryDisk;

/** A register with every kind of act: 关账, 印发, 更正, 作废, 撤回. */
beforeAll(async () => {
  whole = memoryDisk();
  const figures = { revision: 1, close: { ledgerDay: date('2024-09-30'), frozen: bytes('{}') } };
  const drafts = [letter('001', [['任务', '一']]), letter('003', [['任务', '二']])];
  await issueDrafts({ ...context(whole), figures, drafts });
  const correction = { base: 1, frozen: bytes('{"r":2}'), basis: '=7号函, “更正”' };
  await correctQuarter({ disk: whole, quarter: quarter('2024Q3'), date: date('2024-11-01'), ...correction });
  const papers = [{ draft: letter('003', []), replaces: 'X督〔2024〕2号', changes: [], reason: '更正' }];
  await reissuePapers({ ...context(whole, '2024-11-05'), figures: { revision: 2, close: null }, papers });
  await withdrawPaper({ ...context(whole, '2024-11-06'), number: 'X督〔2024〕3号', reason: '未发出', notice: null });
  const notice = draft('notice', '001', []);
  await withdrawPaper({ ...context(whole, '2024-11-07'), number: 'X督〔2024〕1号', reason: '发错', notice });
});

function saved(csv: string): MemoryDisk {
  const disk = memoryDisk();
  for (const [name, content] of whole.files) disk.files.set(name, content);
  disk.write(file, bytes(csv));
  return disk;
}

const table = (): readonly (readonly string[])[] =>
  text(whole, file)
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(cellOf));

function cellOf([, quoted, plain = '']: RegExpMatchArray): string {
  return quoted === undefined ? plain : quoted.replaceAll('""', '"');
}

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

test('holds, with every kind of act in it, and prints again to the byte', () => {
  const { value, messages } = readRegister(whole);
  expect(words(messages)).toEqual([]);
  expect(new Set(value.lines.map(({ act }) => act.type))).toEqual(
    new Set(['close', 'issue', 'correct', 'void', 'recall']),
  );
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(printRegister(value.lines))).toBe(text(whole, file));
  expect(table().every((row) => row.length === 23)).toBe(true);
});

test('read while another command places records and rows, it is read again, and nothing is called a stranger', () => {
  const complete = text(whole, file);
  const before = csv(table().slice(0, 2));
  // All records lie there already; register.csv comes a moment after it was read.
  const first = saved(before);
  expect(hasErrors(readRegister(first).messages)).toBe(true);
  const list = (folder: string): readonly string[] => {
    first.files.set(file, bytes(complete));
    return first.list(folder);
  };
  const moving = { ...first, list };
  expect(words(readRegister(moving).messages)).toEqual([]);
});

describe('finds', () => {
  test('any cell of any line that is changed, emptied or filled', () => {
    const rows = table();
    const missed = rows.slice(1).flatMap((row, at) =>
      row.flatMap((cell, column) => {
        const others = cell === '' ? ['补'] : ['', `${cell}改`, rows[at === 0 ? 2 : at]?.[column] ?? ''];
        return others
          .filter((other) => other !== cell)
          .filter((other) => {
            const edited = rows.map((each, line) => (line === at + 1 ? each.with(column, other) : each));
            return !hasErrors(readRegister(saved(csv(edited))).messages);
          })
          .map((other) => `line ${at + 1}, ${rows[0]?.[column]}: ${cell} → ${other}`);
      }),
    );
    expect(missed).toEqual([]);
  });

  test('two lines that are swapped, with their positions', () => {
    const rows = table();
    const swapped = [rows[0], rows[1], rows[3]?.with(0, '2'), rows[2]?.with(0, '3'), ...rows.slice(4)];
    const { messages } = readRegister(saved(csv(swapped.map((row) => row ?? []))));
    expect(messages.map(({ code, place }) => `${code} ${place?.row}`)).toEqual([
      'chain-broken 3',
      'chain-broken 4',
      'chain-broken 5',
    ]);
  });

  test('no two rows have one hash, however their cells are cut', () => {
    const cells = fc.array(fc.string({ maxLength: 3 }), { minLength: 21, maxLength: 21 });
    fc.assert(
      fc.property(cells, fc.nat({ max: 19 }), (row, at) => {
        const moved = row.with(at, `${row[at]}${row[at + 1]}`).with(at + 1, '');
        fc.pre(row[at + 1]?.trim() !== '' && JSON.stringify(moved) !== JSON.stringify(row));
        // Neighbours that are both text: 发文字号 and 系列 and the like.
        fc.pre([6, 11, 12, 15].includes(at));
        expect(chainOf('', moved)).not.toBe(chainOf('', row));
      }),
    );
  });
});

describe('takes for no change', () => {
  test.each([
    ['quotes round every cell, no mark at the start', (rows: readonly (readonly string[])[]) => csv(rows)],
    [
      'dates with strokes and codes without zeros',
      (rows: readonly (readonly string[])[]) =>
        csv(rows.map((row) => row.map((cell) => shortDate(cell.replace(/^00/u, ''))))),
    ],
    [
      'semicolons, line feeds alone, blank lines and columns behind',
      (rows: readonly (readonly string[])[]) =>
        `${rows.map((row) => [...row.map((cell) => `"${cell.replaceAll('"', '""')}"`), '', ''].join(';')).join('\n')}\n;;;;\n`,
    ],
  ] as const)('%s', async (_, save) => {
    const disk = saved(save(table()));
    expect(words(readRegister(disk).messages).filter((line) => !line.includes('skipped-rows'))).toEqual([]);
    expect(readRegister(disk).value.head).toEqual(readRegister(whole).value.head);
    // And the next act writes it as it was, with one line more.
    const more = { ...context(disk, '2024-12-01', '2024Q4'), drafts: [letter('012', [])] };
    await issueDrafts(more);
    expect(text(disk, file).startsWith(text(whole, file))).toBe(true);
    expect(words(readRegister(disk).messages)).toEqual([]);
  });
});

function shortDate(cell: string): string {
  return cell.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/u, '$1/$2/$3');
}

test('whatever a clerk writes as a reason is read back as it was entered, or is not entered at all', async () => {
  const odd = fc.constantFrom(
    '=1+1',
    "'=x",
    '"',
    ',',
    '；',
    '\r\n',
    '\t',
    '\u3000',
    '\u0007',
    '\uD800',
    '\uE000',
    '⼀',
    '12',
    '3/4',
  );
  const reasons = fc.array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 5 })), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(reasons, async (parts) => {
      const reason = parts.join('');
      const disk = memoryDisk();
      await issueDrafts({ ...context(disk), drafts: [letter('001', [])] });
      const before = text(disk, file);
      const done = await withdrawPaper({ ...context(disk), number: 'X督〔2024〕1号', reason, notice: null });
      const { value: register, messages } = readRegister(disk);
      expect(hasErrors(messages)).toBe(false);
      expect(done.value === null).toBe(hasErrors(done.messages));
      const entered = register.lines[1]?.act.reason ?? null;
      expect(entered).toBe(done.value === null ? null : reason.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim());
      expect(text(disk, file).startsWith(before)).toBe(true);
    }),
    runs(40),
  );
});
