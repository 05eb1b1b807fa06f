/** What was signed is what is issued: drafts as they stand in out/Q, with number, date and reply days filled in and nothing else. */
import { silent } from '../../src/message/result.ts';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { Disk } from '../../src/disk/disk.ts';
import { treeHash } from '../../src/document/tree-hash.ts';
import type { Draft } from '../../src/register/draft.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { memoryDisk } from '../memory-disk.ts';
import { bytes, context, draft, letter, render, words } from './office.ts';

const drafts = ['001', '003', '012'].map((code) => letter(code, [['任务', code]]));

async function buildDrafts(disk: Disk, built: readonly Draft[]): Promise<void> {
  const jobs = built.map(({ path, document, kind }) => ({
    path: `${path}.docx`,
    kind,
    recipe: JSON.stringify(document),
    tree: treeHash(document),
    inputs: [],
    make: async () => {
      const { value } = await render(document, kind);
      return { value: value.get('docx') ?? null, messages: [] };
    },
  }));
  await build({ disk, folder: 'out/2024Q3', jobs, options: { overwrite: true, only: [], explain: false, jobs: 1 } });
}

function request(disk: Disk, changes = {}) {
  return { ...context(disk), drafts, asEdited: false, ...changes };
}

describe('issue', () => {
  test('refuses what nobody built, and what is not what would be said today, once for all of them', async () => {
    const disk = memoryDisk();
    expect(words((await issueDrafts(request(disk))).messages)).toEqual([
      'out/2024Q3/letters/001-区政府法制办.docx 错误 draft-not-built 此件等 3 件不是 duban build 生成的现行草稿；请先运行 duban build 2024Q3 --for 2024-10-15，审阅后再印发',
    ]);
    await buildDrafts(disk, [...drafts.slice(0, 2), letter('012', [['任务', '改']])]);
    expect(words((await issueDrafts(request(disk))).messages)).toEqual([
      'out/2024Q3/letters/012-区卫生健康委.docx 错误 draft-out-of-date 此件等 1 件草稿与现行数据不一致（生成后数据或模板有变）；请重新运行 duban build 2024Q3 --for 2024-10-15，审阅后再印发',
    ]);
    expect(disk.list('inputs')).toEqual([]);
    await buildDrafts(disk, drafts);
    expect((await issueDrafts(request(disk))).value).toHaveLength(3);
  });

  test('a draft edited or deleted by hand stops itself and no other', async () => {
    const disk = memoryDisk();
    await buildDrafts(disk, drafts);
    disk.write('out/2024Q3/letters/001-区政府法制办.docx', bytes('改'));
    disk.remove('out/2024Q3/letters/003-区财政局.docx');
    const { value, messages } = await issueDrafts(request(disk));
    expect(words(messages)).toEqual([
      'out/2024Q3/letters/001-区政府法制办.docx 警告 draft-edited-left 草稿已被手工修改，本次不发此件；按修改后的文稿印发请加 --as-edited，放弃修改请用 duban build --overwrite 重新生成',
      'out/2024Q3/letters/003-区财政局.docx 警告 draft-gone 草稿已被删除，本次不发此件；如要印发，请先运行 duban build 2024Q3 --for 2024-10-15',
    ]);
    expect(value.map(({ number, addressee }) => `${number} ${addressee?.code}`)).toEqual(['X督〔2024〕1号 012']);
    // What is left is nothing: that is an error.
    const rest = await issueDrafts(request(disk, { drafts: drafts.slice(0, 2) }));
    expect(rest.messages.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning draft-edited-left',
      'warning draft-gone',
      'error nothing-to-issue',
    ]);
  });

  test('fills the reply days, counted from the day of issue; a reissue keeps them unless they passed', async () => {
    const disk = memoryDisk();
    const asking = (days: number): Draft => {
      const { document, ...rest } = letter('001', []);
      const slot = { type: 'slot', slot: 'replyDay', days, on: null } as const;
      const children = [{ type: 'paragraph', style: 'body', children: [slot] } as const];
      return { ...rest, document: { ...document, children } };
    };
    await issueDrafts({ ...context(disk, '2024-10-15'), drafts: [asking(15)] });
    const again = (replaces: string, day: string) =>
      reissuePapers({
        ...context(disk, day),
        papers: [{ draft: asking(15), replaces, changes: [], reason: '更正' }],
      });
    await again('X督〔2024〕1号', '2024-10-20');
    await again('X督〔2024〕2号', '2024-11-05');
    const { records } = readRegister(disk).value;
    expect([...records.values()].map(({ replyDays }) => replyDays)).toEqual([
      ['2024-10-30'],
      ['2024-10-30'],
      ['2024-11-20'],
    ]);
    expect(JSON.stringify(records.get('X督〔2024〕1号')?.document)).toContain('"on":"2024-10-30"');
  });

  test('freezes the tables with the report, under its number', async () => {
    const disk = memoryDisk();
    const annexes = [
      { path: 'assessments/012-区卫生健康委.pdf', bytes: bytes('评分表') },
      { path: 'summary.pdf', bytes: bytes('汇总') },
    ];
    const both = [draft('report', null, []), letter('001', [])];
    await issueDrafts({ ...context(disk), drafts: both, annexes });
    const folder = 'out/issued/2024/X督报〔2024〕1号-附件';
    expect(disk.list(folder)).toEqual([`${folder}/assessments/012-区卫生健康委.pdf`, `${folder}/summary.pdf`]);
    const { records } = readRegister(disk).value;
    expect(records.get('X督报〔2024〕1号')?.annexes.map(({ path }) => path)).toEqual(disk.list(folder));
    expect(records.get('X督〔2024〕1号')?.annexes).toEqual([]);
    expect(verifyIssued(disk)).toMatchObject({ value: { expected: 6, extra: [] }, messages: [] });
    disk.write(`${folder}/summary.pdf`, bytes('别的'));
    disk.remove(`${folder}/assessments/012-区卫生健康委.pdf`);
    expect(words(verifyIssued(disk).messages)).toEqual([
      `${folder}/assessments/012-区卫生健康委.pdf 错误 annex-missing 缺失：X督报〔2024〕1号 的附件不在，不能重印；请从备份或档案包恢复`,
      `${folder}/summary.pdf 错误 annex-changed 改动：X督报〔2024〕1号 的附件与发文时不同，不能重印；请从备份或档案包恢复`,
    ]);
  });
});

describe('the tail of the register, cut', () => {
  const issued = async () => {
    const disk = memoryDisk();
    await issueDrafts({ ...context(disk), drafts: drafts.slice(0, 1) });
    const backup = new Map(disk.files);
    await issueDrafts({ ...context(disk, '2024-10-16'), drafts: drafts.slice(1) });
    return { disk, backup };
  };

  /** Last week's backup of inputs/ is put back; `keptPapers`: out/ is still there. */
  const cut = async (keptPapers: boolean) => {
    const { disk, backup } = await issued();
    const papers = disk.list('out').map((file) => [file, disk.files.get(file) ?? bytes('')] as const);
    disk.files.clear();
    for (const [file, content] of [...backup, ...(keptPapers ? papers : [])]) disk.files.set(file, content);
    return disk;
  };

  test('is found by the papers in out/issued, which nobody is told to move away', async () => {
    const disk = await cut(true);
    expect(words(readRegister(disk).messages)).toEqual([]);
    const told = words(verifyIssued(disk).messages);
    expect(told).toHaveLength(4);
    expect(told[0]).toBe(
      'out/issued/2024/X督〔2024〕2号-003-区财政局.docx 错误 issued-unregistered 此件有文号而登记簿中没有：登记簿可能是旧的或被删短；请先从备份或版本库恢复 inputs/register，此件原样保留',
    );
    const again = await issueDrafts({ ...context(disk, '2024-10-17'), drafts: drafts.slice(1) });
    expect(again.messages.map(({ code }) => code)).toContain('issued-unregistered');
    disk.write('out/issued/2024/X督〔2024〕1号-抄件.docx', bytes('抄'));
    disk.write('out/issued/说明.txt', bytes('x'));
    expect(verifyIssued(disk).messages.filter(({ code }) => code === 'issued-extra')).toHaveLength(2);
  });

  test('is found by what the bags know when the papers are gone too', async () => {
    const disk = await cut(false);
    const known = ['X督〔2024〕1号', 'X督〔2024〕2号', 'X督〔2024〕3号'];
    const behind =
      'inputs/register/register.csv 错误 register-behind 已归档的 X督〔2024〕2号、X督〔2024〕3号，登记簿中没有：register.csv 是旧的或被删短；请从备份或版本库恢复，恢复前不能发文';
    expect(words(verifyIssued(disk, known).messages)).toEqual([behind]);
    const next = { ...context(disk, '2024-10-17'), known: silent(known) };
    expect(words((await issueDrafts({ ...next, drafts: drafts.slice(1) })).messages)).toContain(behind);
    expect(
      words(
        (
          await reissuePapers({
            ...next,
            papers: [{ draft: letter('001', []), replaces: 'X督〔2024〕1号', changes: [], reason: '' }],
          })
        ).messages,
      ),
    ).toContain(behind);
    expect(readRegister(disk).value.lines).toHaveLength(1);
  });

  test('with the whole register gone, the papers are kept and nothing is issued', async () => {
    const { disk } = await issued();
    disk.remove('inputs/register');
    const gone =
      'inputs/register/register.csv 错误 register-gone register.csv 和登记件都不在，而 out/issued 中有 3 件已编号的文件；请从备份或版本库恢复 inputs/register，恢复前不能发文，已发文件原样保留';
    expect(words(verifyIssued(disk).messages)).toEqual([gone]);
    expect(words((await issueDrafts({ ...context(disk), drafts })).messages)).toEqual([gone]);
  });
});
