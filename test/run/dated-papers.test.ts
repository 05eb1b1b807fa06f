/** What each kind of dated act does to issued papers, read as their recipients read them: who gets one, what it says, and who is not concerned. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentText } from '../../src/document/text.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { duban } from './program.ts';
import { answerIn, copyOfDistrict } from './workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const quarter = '2025Q1';
let root: string;

const run = (folder: string, ...args: readonly string[]) => answerIn(folder, args);

const register = (folder: string) => readRegister(diskAt(folder)).value;

type Read = { readonly kind: string; readonly unit: string; readonly date: string; readonly text: string };

function papersOf(folder: string): readonly Read[] {
  const { entries, records } = register(folder);
  return entries.map(({ number, kind, addressee, issuedOn }) => {
    const document = records.get(number)?.document;
    const text = document === undefined ? '' : documentText(document).join('\n');
    return { kind, unit: addressee?.name ?? '', date: issuedOn, text };
  });
}

/** The acts are entered, then what must go out again is built for the day and issued: only those papers. */
async function issuedAfter(day: string, ...acts: readonly string[]): Promise<readonly Read[]> {
  for (const act of acts) expect(await run(root, ...act.split(' '))).toMatchObject({ exitCode: 0, errors: [] });
  const before = register(root).entries.length;
  expect(await run(root, 'build', quarter, '--for', day)).toMatchObject({ exitCode: 0, errors: [] });
  expect(await run(root, 'reissue', quarter, '--date', day)).toMatchObject({ exitCode: 0, errors: [] });
  return papersOf(root).slice(before);
}

const named = (papers: readonly Read[]) => papers.map(({ kind, unit }) => `${kind} ${unit}`.trim()).toSorted();
const letterTo = (papers: readonly Read[], unit: string): string =>
  papers.find((paper) => paper.unit === unit && paper.kind === 'letter')?.text ?? '';
const noticeIn = (papers: readonly Read[]): string => papers.find(({ kind }) => kind === 'changes')?.text ?? '';
/** What a letter says of the unit's figures in the quarter. */
const figuresIn = (text: string): string => /截至.*$/mu.exec(text)?.[0] ?? '';
const letters = (folder: string, unit: string): readonly string[] =>
  papersOf(folder).flatMap((paper) => (paper.unit === unit && paper.kind === 'letter' ? [paper.text] : []));

beforeAll(async () => {
  root = copyOfDistrict('dated-papers');
  await run(root, 'build', quarter);
});

describe('a quarter that is issued', () => {
  test('in two parts speaks as of one day, and is closed by the first', async () => {
    await run(root, 'issue', quarter, '--only', 'letters/20*', '--date', '2025-04-03');
    expect(named(papersOf(root))).toEqual(['letter 县发改委', 'letter 县市场监管局', 'letter 县税务局']);
    await run(root, 'issue', quarter, '--date', '2025-04-08');
    const papers = papersOf(root);
    expect(papers.map(({ kind }) => kind).toSorted()).toEqual(['letter', 'letter', 'letter', 'letter', 'report']);
    for (const { text } of papers) expect(text).toContain('截至2025年3月31日');
    for (const { text } of papers) expect(text).not.toMatch(/截至2025年4月/u);
  });

  test('asks for no answer before its own day', () => {
    const asked = papersOf(root).flatMap(({ text, date }) =>
      [...text.matchAll(/于(\d{4})年(\d+)月(\d+)日前/gu)].map(([, year = '', month = '', day = '']) => ({
        date,
        until: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      })),
    );
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter(({ date, until }) => until <= date)).toEqual([]);
  });

  test('stands when a return is changed afterwards, and the change is told', async () => {
    const file = path.join(root, 'inputs/2025Q1/returns/县税务局.csv');
    const before = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, before.replace('93%。,40,', '93%。,4,'));
    const again = await run(root, 'build', quarter);
    expect(again.warnings).toContain('differs-since-closing');
    expect((await run(root, 'reissue', quarter, '--date', '2025-04-09')).value['reissued']).toEqual([]);
    fs.writeFileSync(file, before);
  });
});

describe('a draft is not issued', () => {
  test('when nobody built it, or an input changed since', async () => {
    const folder = copyOfDistrict('dated-unbuilt');
    expect((await run(folder, 'issue', quarter, '--date', '2025-04-03')).errors).toEqual(['draft-not-built']);
    await run(folder, 'build', quarter);
    const file = path.join(folder, 'inputs/2025Q1/returns/县税务局.csv');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('93%。,40,', '93%。,4,'));
    expect((await run(folder, 'issue', quarter, '--date', '2025-04-03')).errors).toContain('draft-out-of-date');
    expect(register(folder).lines).toEqual([]);
  });

  test.each([['inputs/2025q1'], ['inputs/2025Q1/return']])('when the returns lie in %s', async (name) => {
    const folder = copyOfDistrict(`dated-${name.replaceAll('/', '-')}`);
    const from = name.endsWith('return') ? 'inputs/2025Q1/returns' : 'inputs/2025Q1';
    fs.renameSync(path.join(folder, from), path.join(folder, name));
    await run(folder, 'build', quarter);
    const { exitCode, errors } = await run(folder, 'issue', quarter, '--date', '2025-04-03');
    expect(exitCode).toBe(1);
    expect(errors.length).toBeGreaterThan(0);
    expect(register(folder).lines).toEqual([]);
  });
});

describe('after it', () => {
  test('a task that moves: both units and all are told, figures stay where they were, the new unit is not judged', async () => {
    const [before = ''] = letters(root, '县发改委');
    const papers = await issuedAfter(
      '2025-04-20',
      'reassign --task 7 --from 县发改委 --to 县政府办公室 --effective 2025-04-18 --basis X编〔2025〕1号',
    );
    expect(named(papers)).toEqual(['changes', 'letter 县发改委', 'letter 县政府办公室']);
    const [from, to] = [letterTo(papers, '县发改委'), letterTo(papers, '县政府办公室')];
    expect(from).toContain('牵头 → 不再承担\n移交县政府办公室\n2025年4月18日起；X编〔2025〕1号');
    expect(from).toContain('已转至县政府办公室');
    expect(figuresIn(from)).toBe(figuresIn(before));
    expect(to).toContain('新承担，牵头\n由县发改委移交\n2025年4月18日起；X编〔2025〕1号');
    expect(to).toContain('原由县发改委报送正常推进20%，绿灯，不计入你单位评价');
    expect(figuresIn(to)).toBe(figuresIn(letters(root, '县政府办公室')[0] ?? ''));
    expect(noticeIn(papers)).toContain('牵头单位\n县发改委\n县政府办公室\n2025年4月18日起；X编〔2025〕1号');
  });

  test('and moves back: the first unit has it again', async () => {
    const papers = await issuedAfter(
      '2025-04-24',
      'reassign --task 7 --from 县政府办公室 --to 县发改委 --effective 2025-04-22 --basis X编〔2025〕2号',
    );
    expect(named(papers)).toEqual(['changes', 'letter 县发改委', 'letter 县政府办公室']);
    expect(letterTo(papers, '县发改委')).toContain('恢复，牵头\n由县政府办公室移交\n2025年4月22日起；X编〔2025〕2号');
    expect(letterTo(papers, '县政府办公室')).toContain('牵头 → 不再承担');
  });

  test('a task is dropped: its units and all are told by which document, others hear nothing of their own', async () => {
    const papers = await issuedAfter('2025-05-06', 'task drop --task 8 --effective 2025-05-01 --basis 会议纪要第3期');
    expect(named(papers)).toEqual(['changes', 'letter 县发改委', 'letter 县政府办公室']);
    expect(letterTo(papers, '县发改委')).toContain('第8项\n任务撤销\n—\n2025年5月1日起；会议纪要第3期');
    expect(letterTo(papers, '县发改委')).toContain('已撤销');
    expect(noticeIn(papers)).toContain('（任务撤销）');
    expect(noticeIn(papers)).toContain('截至2025年5月1日的调整情况');
  });

  test('and restored: it is theirs again', async () => {
    const papers = await issuedAfter(
      '2025-05-08',
      'task restore --task 8 --effective 2025-05-07 --basis 会议纪要第4期',
    );
    expect(named(papers)).toEqual(['changes', 'letter 县发改委', 'letter 县政府办公室']);
    expect(letterTo(papers, '县发改委')).toContain('恢复，配合\n—\n2025年5月7日起；会议纪要第4期');
  });

  test('a task is added: who has it, and all, and no row that says nothing became nothing', async () => {
    const papers = await issuedAfter(
      '2025-05-10',
      'task add --task 9 --text 建立涉企检查备案制度。 --lead 县税务局 --effective 2025-05-09 --basis 会议纪要第5期',
    );
    expect(named(papers)).toEqual(['changes', 'letter 县税务局']);
    expect(letterTo(papers, '县税务局')).toContain('第9项\n新承担，牵头\n—\n2025年5月9日起；会议纪要第5期');
    expect(letterTo(papers, '县税务局')).toContain('不计入你单位评价');
    expect(noticeIn(papers)).toContain('牵头单位\n无\n县税务局\n2025年5月9日起；会议纪要第5期');
    expect(noticeIn(papers)).not.toContain('无\n无');
  });

  test('a task is reworded: only who has it', async () => {
    const papers = await issuedAfter(
      '2025-05-12',
      'task reword --task 3 --text 推行网上办税。 --effective 2025-05-11 --basis 会议纪要第6期',
    );
    expect(named(papers)).toEqual(['letter 县税务局']);
    expect(letterTo(papers, '县税务局')).toContain('→ 推行网上办税。\n—\n2025年5月11日起；会议纪要第6期');
  });

  test('a task that all share is reworded: its lead, and all the others in one paper', async () => {
    const papers = await issuedAfter(
      '2025-05-12',
      'task reword --task 2 --text 修订政务服务事项清单。 --effective 2025-05-12 --basis 会议纪要第7期',
    );
    expect(named(papers)).toEqual(['changes', 'letter 县政府办公室']);
    expect(noticeIn(papers)).toContain(
      '修订政务服务事项清单。\n任务内容\n原表述\n表述调整\n2025年5月12日起；会议纪要第7期',
    );
    expect(noticeIn(papers)).toContain('中1项任务作了调整，截至2025年5月12日的调整情况见附件。');
  });

  test('a deadline is put off for all that have the task; one that is only asked for changes no paper', async () => {
    const asked = await issuedAfter('2025-05-13', 'extend --task 1 --until 2026-06-30 --asked 2025-05-12');
    expect(named(asked)).toEqual([]);
    const papers = await issuedAfter(
      '2025-05-14',
      'extend --task 4 --until 2026-03-31 --asked 2025-05-12 --granted 2025-05-13 --basis X督批〔2025〕1号',
    );
    expect(named(papers)).toEqual(['letter 县发改委', 'letter 县市场监管局', 'letter 县税务局']);
    for (const { text } of papers)
      expect(text).toContain('完成时限：2025年12月31日 → 2026年3月31日\n—\n2025年5月13日起；X督批〔2025〕1号');
  });

  test('a unit is renamed: one letter to it under the new name, which calls the old one', async () => {
    const roster = path.join(root, 'inputs/units.csv');
    const rows = fs.readFileSync(roster, 'utf8').trimEnd();
    fs.writeFileSync(
      roster,
      `${rows.replace('县税务局,,单位,垂管单位,,,', '县税务局,,单位,垂管单位,,,2025-06-01')}\n204,县税务分局,,单位,垂管单位,,2025-06-01,\n`,
    );
    const papers = await issuedAfter(
      '2025-06-03',
      'reassign --from 县税务局 --to 县税务分局 --effective 2025-06-01 --kind 更名 --basis X编〔2025〕3号',
    );
    expect(named(papers)).toContain('letter 县税务分局');
    expect(papers.filter(({ kind, unit }) => kind !== 'changes' && unit.startsWith('县税务'))).toHaveLength(1);
    expect(letterTo(papers, '县税务分局')).toContain('县税务局');
    expect(named(papers)).not.toContain('letter 县市场监管局');
  });

  test('a task that is split is asked of both that have it now, and one unit that goes into another is told so', async () => {
    const split = await issuedAfter(
      '2025-06-05',
      'reassign --task 5 --from 县市场监管局 --to 县发改委,县政府办公室 --effective 2025-06-04 --basis X编〔2025〕5号',
    );
    expect(named(split)).toEqual(['changes', 'letter 县发改委', 'letter 县市场监管局', 'letter 县政府办公室']);
    expect(letterTo(split, '县市场监管局')).toContain('移交县发改委、县政府办公室');
    for (const unit of ['县发改委', '县政府办公室']) expect(letterTo(split, unit)).toContain('第5项\n新承担，牵头');
    const merged = await issuedAfter(
      '2025-06-08',
      'reassign --from 县市场监管局 --to 县政府办公室 --kind 合并 --effective 2025-06-07 --basis X编〔2025〕6号',
    );
    expect(named(merged)).toEqual(['changes', 'letter 县政府办公室', 'notice 县市场监管局']);
    expect(letterTo(merged, '县政府办公室')).toContain('由县市场监管局移交');
  });

  test('a row dated into the closed quarter changes no figure of it', async () => {
    const figures = papersOf(root).findLast(({ unit }) => unit === '县发改委')?.text ?? '';
    const papers = await issuedAfter(
      '2025-06-10',
      'reassign --task 6 --from 县发改委 --to 县政府办公室 --effective 2025-03-01 --basis X编〔2025〕4号',
    );
    const from = letterTo(papers, '县发改委');
    expect(figuresIn(from)).toBe(figuresIn(figures));
    expect(from).toContain('2025年3月1日起；X编〔2025〕4号');
    expect(figuresIn(letterTo(papers, '县政府办公室'))).toBe(figuresIn(letters(root, '县政府办公室')[0] ?? ''));
  });

  test('whatever was done, a further build finds nothing to send, and every valid letter has the duties of today', async () => {
    expect(await issuedAfter('2025-06-12')).toEqual([]);
    const pending = (await run(root, 'build', quarter, '--for', '2025-06-12')).warnings;
    expect(pending.filter((code) => code === 'paper-pending')).toEqual([]);
    expect((await run(root, 'verify', 'out/issued')).errors).toEqual([]);
  });
});

test('a draft that is no longer needed is not counted among those made', async () => {
  const folder = copyOfDistrict('dated-removed');
  await run(folder, 'build', quarter);
  await run(folder, 'issue', quarter, '--date', '2025-04-08');
  await run(
    folder,
    'correct',
    quarter,
    '--unit',
    '县发改委',
    '--task',
    '7',
    '--percent',
    '5',
    '--basis',
    '来函',
    '--date',
    '2025-04-10',
  );
  await run(folder, 'build', quarter);
  await run(folder, 'reissue', quarter, '--date', '2025-04-11');
  const { stdout } = await duban(['build', quarter, '--lang', 'zh', '-C', folder]);
  expect(stdout).toContain('删除 2');
  expect(stdout).not.toContain('更正通知');
});

test('what a correction changed is told in words, and the issued paper answers by its own figures', async () => {
  const folder = copyOfDistrict('dated-words');
  await run(folder, 'build', quarter);
  await run(folder, 'issue', quarter, '--date', '2025-04-08');
  const file = register(folder).entries.find(({ addressee }) => addressee?.name === '县发改委')?.file.path ?? '';
  const args = ['--unit', '县发改委', '--task', '7', '--percent', '5', '--basis', '来函', '--date', '2025-04-10'];
  const { stdout } = await duban(['correct', quarter, ...args, '--lang', 'zh', '-C', folder]);
  expect(stdout).toContain('7 报送 正常推进 20% → 正常推进 5%；7 亮灯 绿灯 → 黄灯');
  const { stderr } = await duban(['build', quarter, '--lang', 'zh', '-C', folder]);
  expect(stderr).toContain('关账时为 正常推进 / 5% / 黄灯，现为 正常推进 / 20% / 绿灯');
  const traced = await duban(['trace', file, '7', '--lang', 'zh', '-C', folder]);
  expect(traced.stdout).toContain('20%');
  expect(`${stdout}${stderr}${traced.stdout}`).not.toMatch(/on-track|\bgreen\b|\byellow\b/u);

  // Whoever gets the 更正通知 is told which paper is corrected.
  await run(folder, 'reissue', quarter, '--date', '2025-04-12');
  const { entries, records } = register(folder);
  const numberOf = (sought: string): string => entries.find(({ kind }) => kind === sought)?.number ?? sought;
  const notice = records.get(numberOf('correction'))?.document;
  if (notice === undefined) throw new Error('no 更正通知 was issued');
  expect(documentText(notice).join('')).toContain(`经核实，${numberOf('report')}文件所通报的`);
  // And which task was corrected, from what to what.
  expect(documentText(notice).join('\n')).toMatch(
    /任务办理情况更正如下：\n(?:.+\n){5}7\n.+\n县发改委\n正常推进，20%，绿灯\n正常推进，5%，黄灯\n/u,
  );
});

test('no issued paper of all these, letters, reports and every kind of notice, names a file or a row of the workspace', () => {
  const papers = papersOf(root);
  expect(new Set(papers.map(({ kind }) => kind))).toEqual(new Set(['letter', 'report', 'changes', 'notice']));
  const talk = /\.(?:csv|yaml|xlsx|docx|pdf|hbs|txt)|inputs|returns|第\d+行/u;
  expect(papers.filter(({ text }) => talk.test(text)).map(({ kind, unit }) => `${kind} ${unit}`)).toEqual([]);
});
