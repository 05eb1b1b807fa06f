import { beforeEach, describe, expect, test } from 'vitest';
import { archivedNumbers } from '../../src/archive/archived-numbers.ts';
import { archiveQuarter } from '../../src/archive/archive-quarter.ts';
import type { ArchiveRequest } from '../../src/archive/request.ts';
import { verifyBag } from '../../src/archive/verify-bag.ts';
import { writeBag } from '../../src/archive/write-bag.ts';
import { error } from '../../src/message/message.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import type { Render } from '../../src/register/issue-context.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { correctQuarter } from '../../src/register/revise-quarter.ts';
import { withdrawPaper } from '../../src/register/withdraw.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { Killed, memoryDisk } from '../memory-disk.ts';
import { bytes, context, date, draft, letter, quarter, text, words } from '../register/office.ts';
import { again } from '../register/again.ts';

const first = 'out/archive/X001-2024Q3-01';
let disk: MemoryDisk;

const drafts = [
  letter('003', [['12 配合单位', '区财政局']]),
  letter('012', [['33 牵头单位', '区卫生健康委']]),
  draft('report', null, []),
];

/** What `issue` freezes with the papers. */
const annexes = [
  { path: 'assessments/003.pdf', title: '考核评分表（区财政局）', bytes: bytes('评分表') },
  { path: 'ledger.csv', title: '工作台账数据', use: 'reference', bytes: bytes('台账') },
] as const;
const figures = { revision: 1, close: { ledgerDay: date('2024-09-30'), frozen: bytes('{"figures":1}') } };

/** A quarter that is issued; papers are issued as DOCX only, so that the archive has to make the PDFs. */
beforeEach(async () => {
  disk = memoryDisk();
  await issueDrafts({ ...context(disk), render: docxOnly, figures, annexes, drafts });
});

const docxOnly: Render = (document) =>
  Promise.resolve({ value: new Map([['docx', bytes(JSON.stringify(document))]]), messages: [] });

function sizeOf(folder: string): number {
  return disk.list(folder).reduce((sum, file) => sum + (disk.read(file)?.length ?? 0), 0);
}

function request(changes: Partial<ArchiveRequest> = {}): ArchiveRequest {
  return {
    disk,
    quarter: quarter('2024Q3'),
    date: date('2024-12-31'),
    office: {
      name: '某区督查室',
      contact: { name: '张三', phone: '0379-1234567' },
      archive: {
        fondsCode: 'X001',
        fondsName: '某区<纪委>&监委',
        categoryCode: 'WS',
        retention: '30年',
        sectionCode: 'DCS',
      },
    },
    agent: 'duban 0.1.0',
    isDry: false,
    attachments: [],
    renderPdf: () => Promise.resolve({ value: bytes('%PDF /Type /Pages /Type /Page /Type/Page\n'), messages: [] }),
    ...changes,
  };
}

describe('archive', () => {
  test('a dry run says which bag it would be, and writes nothing', async () => {
    const before = disk.list('');
    const { value, messages } = await archiveQuarter(request({ isDry: true }));
    expect(words(messages)).toEqual([]);
    expect(value).toEqual({ folder: first, isNew: true, papers: 3, previous: null });
    expect(disk.list('')).toEqual(before);
    await archiveQuarter(request());
    const again = await archiveQuarter(request({ isDry: true }));
    expect(again.value).toMatchObject({ folder: first, isNew: false });
  });

  test('packs papers, PDFs, annexes, ledger, frozen figures, register lines and records', async () => {
    const { value, messages } = await archiveQuarter(request());
    expect(words(messages)).toEqual([]);
    expect(value).toEqual({ folder: first, isNew: true, papers: 3, previous: null });
    expect(disk.list(`${first}/data`).map((file) => file.slice(first.length + 6))).toEqual([
      '其他/2024-0003/ledger.csv',
      '其他/figures/2024Q3-1.json',
      '其他/records/2024-0001.json',
      '其他/records/2024-0002.json',
      '其他/records/2024-0003.json',
      '其他/register.csv',
      '文件目录.CSV',
      '文件目录.XML',
      '电子档案/2024-0001/2024-0001.docx',
      '电子档案/2024-0001/2024-0001.pdf',
      '电子档案/2024-0002/2024-0002.docx',
      '电子档案/2024-0002/2024-0002.pdf',
      '电子档案/2024-0003/2024-0003-F001.pdf',
      '电子档案/2024-0003/2024-0003.docx',
      '电子档案/2024-0003/2024-0003.pdf',
      '说明文件.TXT',
    ]);
    expect(verifyBag(disk, first).messages).toEqual([]);
    expect(text(disk, `${first}/data/其他/figures/2024Q3-1.json`)).toBe('{"figures":1}');
    expect(text(disk, `${first}/data/其他/register.csv`)).toBe(text(disk, 'inputs/register/register.csv'));
    expect(text(disk, `${first}/bag-info.txt`)).toBe(
      `${[
        'Source-Organization: 某区督查室',
        'Contact-Name: 张三',
        'Contact-Phone: 0379-1234567',
        'External-Description: 某区<纪委>&监委 2024Q3 督查督办公文',
        'External-Identifier: X001-2024Q3-01',
        'Bag-Group-Identifier: X001-2024Q3',
        'Bagging-Date: 2024-12-31',
        'Bag-Software-Agent: duban 0.1.0',
        `Payload-Oxum: ${sizeOf(`${first}/data`)}.16`,
      ].join('\n')}\n`,
    );
  });

  test('lists each item with its code, date, retention and pages, as CSV and XML', async () => {
    await archiveQuarter(request());
    expect(text(disk, `${first}/data/文件目录.CSV`).split('\r\n').slice(0, 4)).toEqual([
      '\uFEFF顺序号,档号,责任者,题名,文号,主送单位,日期,密级,保管期限,页数,状态,备注,电子档案名称',
      '1,X001-WS·2024-D30-DCS-0001,某区督查室,关于第三季度落实情况的督办通知,X督〔2024〕1号,区财政局,20241015,,30年,2,有效,,2024-0001.docx；2024-0001.pdf',
      '2,X001-WS·2024-D30-DCS-0002,某区督查室,关于第三季度落实情况的督办通知,X督〔2024〕2号,区卫生健康委,20241015,,30年,2,有效,,2024-0002.docx；2024-0002.pdf',
      '3,X001-WS·2024-D30-DCS-0003,某区督查室,2024年第三季度督查通报,X督报〔2024〕1号,,20241015,,30年,2,有效,,2024-0003.docx；2024-0003.pdf；2024-0003-F001.pdf',
    ]);
    const xml = text(disk, `${first}/data/文件目录.XML`);
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<文件目录>\n  <全宗号>X001</全宗号>\n')).toBe(true);
    expect(xml).toContain('<全宗名称>某区&lt;纪委&gt;&amp;监委</全宗名称>');
    expect(xml).toContain('<文号>X督报〔2024〕1号</文号>');
    expect(xml).toContain('<名称 说明="附件：考核评分表（区财政局）">2024-0003-F001.pdf</名称>');
    expect(text(disk, `${first}/data/说明文件.TXT`)).toContain('共 3 件，其中已废止 0 件、作废或撤回 0 件');
    expect(text(disk, `${first}/data/说明文件.TXT`)).toContain('分页以 PDF 为准');
  });

  test('makes no second bag of the same content, on any day', async () => {
    await archiveQuarter(request());
    const before = new Map(disk.files);
    const { value, messages } = await archiveQuarter(request({ date: date('2025-03-01') }));
    expect(value).toEqual({ folder: first, isNew: false, papers: 3, previous: null });
    expect(words(messages)).toEqual([
      `${first} 提示 archive-unchanged 自档案包 X001-2024Q3-01 以来内容没有变化，未另行封装`,
    ]);
    expect(disk.files).toEqual(before);
  });

  test('after a reissue makes a new bag that names the old one and holds the replaced paper too', async () => {
    await archiveQuarter(request());
    const old = disk.list(first).map((file) => [file, disk.read(file)]);
    const today = [letter('003', [['12 配合单位', '区税务局']]), ...drafts.slice(1)];
    const papers = again(disk, '2024Q3', today);
    await reissuePapers({ ...context(disk, '2025-01-10'), render: docxOnly, papers });
    const { value, messages } = await archiveQuarter(request({ date: date('2025-02-01') }));
    expect(words(messages)).toEqual([]);
    expect(value).toMatchObject({ folder: 'out/archive/X001-2024Q3-02', papers: 4, previous: 'X001-2024Q3-01' });
    expect(disk.list(first).map((file) => [file, disk.read(file)])).toEqual(old);
    expect(text(disk, `${value.folder}/bag-info.txt`)).toContain('Internal-Sender-Identifier: X001-2024Q3-01\n');
    const directory = text(disk, `${value.folder}/data/文件目录.CSV`).split('\r\n');
    expect(directory[1]).toContain(',废止,已废止，由X督〔2025〕1号替代,');
    expect(directory[4]).toContain('X001-WS·2025-D30-DCS-0001');
    expect(directory[4]).toContain(',有效,替代X督〔2024〕1号,');
    expect(text(disk, 'inputs/register/archived.csv')).toMatch(
      /^\uFEFF档案包,季度,归档日期,件数,替代档案包,校验码,发文字号\r\nX001-2024Q3-01,2024Q3,2024-12-31,3,,[0-9a-f]{64},X督〔2024〕1号、X督〔2024〕2号、X督报〔2024〕1号\r\nX001-2024Q3-02,2024Q3,2025-02-01,4,X001-2024Q3-01,[0-9a-f]{64},[^,]*X督〔2025〕1号\r\n$/,
    );
  });

  test('holds every revision of the figures, and what was taken back, with the reason; what was built since is none of its matter', async () => {
    const basis = '〔2024〕7号函';
    const frozen = bytes('{"figures":2}');
    await correctQuarter({ disk, quarter: quarter('2024Q3'), date: date('2024-11-01'), base: 1, frozen, basis });
    const papers = [{ draft: draft('report', null, []), replaces: 'X督报〔2024〕1号', changes: [], reason: '更正' }];
    const again = { ...context(disk, '2024-11-05'), render: docxOnly, figures: { revision: 2, close: null } };
    await reissuePapers({
      ...again,
      annexes: [{ path: 'ledger.csv', bytes: bytes('台账2'), use: 'reference' }],
      papers,
    });
    const back = { ...context(disk, '2024-11-06'), render: docxOnly };
    await withdrawPaper({ ...back, number: 'X督〔2024〕1号', reason: '未发出', notice: null });
    await withdrawPaper({ ...back, number: 'X督〔2024〕2号', reason: '发错', notice: draft('notice', '012', []) });
    disk.write('out/2024Q3/ledger.csv', bytes('后来又生成的'));
    const { messages } = await archiveQuarter(request());
    expect(words(messages)).toEqual([]);
    const other = (file: string) => text(disk, `${first}/data/其他/${file}`);
    expect([other('figures/2024Q3-1.json'), other('figures/2024Q3-2.json')]).toEqual([
      '{"figures":1}',
      '{"figures":2}',
    ]);
    expect([other('2024-0003/ledger.csv'), other('2024-0004/ledger.csv')]).toEqual(['台账', '台账2']);
    const directory = text(disk, `${first}/data/文件目录.CSV`).split('\r\n');
    expect(directory.slice(1, -1).map((line) => line.split(',').slice(10, 12).join(' '))).toEqual([
      '作废 已作废（未发出）：未发出',
      '撤回 已撤回，见X督〔2024〕3号：发错',
      '废止 已废止，由X督报〔2024〕2号替代',
      '有效 替代X督报〔2024〕1号',
      '有效 ',
    ]);
    expect(text(disk, `${first}/data/说明文件.TXT`)).toContain('其中已废止 1 件、作废或撤回 2 件');
  });

  test('a bag that was changed and sealed anew agrees with itself, but not with the register', async () => {
    await archiveQuarter(request());
    const info = [['Bagging-Date', '2024-12-31']] as const;
    disk.remove(first);
    expect(writeBag(disk, { folder: first, payload: [{ path: 'x', bytes: bytes('x') }], info })).toEqual([]);
    expect(words(verifyBag(disk, first).messages)).toEqual([
      `${first} 错误 bag-not-archived 与 2024-12-31 归档时登记的不是同一个包：封装后被改动并重新封装；请以移交的包为准`,
    ]);
    const stick = memoryDisk();
    for (const file of disk.list(first))
      stick.files.set(file.slice('out/archive/'.length), disk.read(file) ?? bytes(''));
    expect(verifyBag(stick, 'X001-2024Q3-01').messages).toEqual([]);
    expect(verifyBag(stick, 'X001-2024Q3-01', disk).messages.map(({ code }) => code)).toEqual(['bag-not-archived']);
  });

  test('never uses a name twice, even when the bags were handed over and out/archive emptied', async () => {
    await archiveQuarter(request());
    disk.remove('out/archive');
    const { value } = await archiveQuarter(request());
    expect(value).toMatchObject({ folder: 'out/archive/X001-2024Q3-02', previous: 'X001-2024Q3-01' });
  });

  test('killed at any write leaves no half bag; the next run makes it', async () => {
    const whole = disk.changes();
    await archiveQuarter(request());
    const moments = disk.changes() - whole;
    const log = text(disk, 'inputs/register/archived.csv');
    const goal = disk.list(first).map((file) => [file, text(disk, file)]);
    disk.remove('out/archive');
    disk.remove('inputs/register/archived.csv');
    const before = [...disk.files];
    for (let moment = 0; moment < moments; moment += 1) {
      disk.files.clear();
      for (const [file, content] of before) disk.files.set(file, content);
      disk.killAfter(moment);
      await expect(archiveQuarter(request())).rejects.toThrow(Killed);
      disk.killAfter(null);
      const { value } = await archiveQuarter(request());
      expect(value.folder).toBe(first);
      expect(disk.list('out/archive').map((file) => [file, text(disk, file)])).toEqual(goal);
      expect(text(disk, 'inputs/register/archived.csv')).toBe(log);
    }
  });
});

describe('archive refuses', () => {
  test('a quarter that is not issued, and a date before its papers', async () => {
    expect(words((await archiveQuarter(request({ quarter: quarter('2024Q4') }))).messages)).toEqual([
      'inputs/register/register.csv 错误 archive-not-issued 2024Q4 尚未发文，没有可归档的文件；请先用 duban issue 2024Q4',
    ]);
    expect(words((await archiveQuarter(request({ date: date('2024-10-01') }))).messages)).toEqual([
      '错误 archive-date 归档日期 2024-10-01 早于最后一件公文的成文日期 2024-10-15',
    ]);
  });

  test('tables and papers that are not as issued', async () => {
    const paper = 'out/issued/2024/X督〔2024〕1号-003-区财政局.docx';
    const folder = 'out/issued/2024/X督报〔2024〕1号-附件';
    disk.write(`${folder}/ledger.csv`, bytes('改'));
    disk.remove(`${folder}/assessments/003.pdf`);
    disk.write(paper, bytes('改'));
    const lost =
      '错误 archive-annex-changed X督报〔2024〕1号 的附件缺失或与发文时不同，不能归档，也不能重新生成；请从备份恢复后再试';
    expect(words((await archiveQuarter(request())).messages)).toEqual([
      `${paper} 错误 archive-paper-changed X督〔2024〕1号 的文件缺失或与发文时不同，不能归档；请先用 duban verify out/issued 核对`,
      `${folder}/assessments/003.pdf ${lost}`,
      `${folder}/ledger.csv ${lost}`,
    ]);
    expect(disk.list('out/archive')).toEqual([]);
  });

  test('a PDF that cannot be made; a page count that cannot be read is only told', async () => {
    const failing = () => Promise.resolve({ value: null, messages: [error(null, 'missing-file')] });
    expect(words((await archiveQuarter(request({ renderPdf: failing }))).messages)).toEqual(
      Array.from({ length: 3 }, () => '错误 missing-file 找不到文件'),
    );
    const odd = () => Promise.resolve({ value: bytes('%PDF'), messages: [] });
    const { value, messages } = await archiveQuarter(request({ renderPdf: odd }));
    expect(value.isNew).toBe(true);
    expect(words(messages)[0]).toContain('pages-unknown X督〔2024〕1号 的页数无法读出，文件目录中留空');
  });
});

describe('a register that is older than the bags', () => {
  const all = ['X督〔2024〕1号', 'X督〔2024〕2号', 'X督报〔2024〕1号'];

  /** The register as it stood before the issue. */
  async function archivedAndCut(): Promise<void> {
    await archiveQuarter(request());
    for (const file of disk.list('inputs/register')) if (!file.endsWith('/archived.csv')) disk.remove(file);
    disk.remove('out/issued');
  }

  test('is known by archived.csv and by the bags, each of which is enough', async () => {
    await archivedAndCut();
    expect(archivedNumbers(disk)).toEqual({ value: all, messages: [] });
    const log = disk.read('inputs/register/archived.csv') ?? bytes('');
    disk.remove('inputs/register/archived.csv');
    expect(archivedNumbers(disk).value).toEqual(all);
    disk.remove('out/archive');
    expect(archivedNumbers(disk).value).toEqual([]);
    disk.write('inputs/register/archived.csv', log);
    expect(archivedNumbers(disk).value).toEqual(all);
  });

  test('makes no bag, gives no number, and is told by verify', async () => {
    await archivedAndCut();
    const letters = { ...context(disk, '2025-01-15'), render: docxOnly, drafts };
    const issued = await issueDrafts({ ...letters, known: archivedNumbers(disk) });
    expect([issued.value, issued.messages.map(({ code }) => code)]).toEqual([[], ['register-behind']]);
    expect(verifyIssued(disk, archivedNumbers(disk).value).messages.map(({ code }) => code)).toEqual([
      'register-behind',
    ]);
    const { value, messages } = await archiveQuarter(request());
    expect(value.folder).toBeNull();
    expect(messages.map(({ code }) => code)).toContain('register-behind');
  });

  test('half a bag, and a log of 0.1.0 without numbers, are no witnesses', () => {
    disk.write('out/archive/.X001-2024Q3-01.part/data/文件目录.CSV', bytes('文号\r\nX督〔2024〕9号\r\n'));
    disk.write(
      'inputs/register/archived.csv',
      bytes('档案包,季度,归档日期,件数,替代档案包,校验码\r\nX001-2024Q2-01,2024Q2,2024-07-31,3,,00\r\n'),
    );
    expect(archivedNumbers(disk)).toEqual({ value: [], messages: [] });
  });
});

test('an archived.csv that was saved while the bag was made is not written over; the next run enters the bag', async () => {
  const saved = '档案包,季度,归档日期,件数,替代档案包,校验码\r\nX001-2024Q2-01,2024Q2,2024-07-31,3,,00\r\n';
  const meddled = {
    ...disk,
    rename: (from: string, to: string) => {
      disk.write('inputs/register/archived.csv', bytes(saved));
      disk.rename(from, to);
    },
  };
  const { value, messages } = await archiveQuarter(request({ disk: meddled }));
  expect([value.folder, messages.map(({ code }) => code)]).toEqual([first, ['saved-meanwhile']]);
  expect(text(disk, 'inputs/register/archived.csv')).toBe(saved);
  await archiveQuarter(request());
  expect(text(disk, 'inputs/register/archived.csv')).toContain('X001-2024Q3-01');
});

test('an archived.csv that cannot be written keeps no bag from being told; the next run enters it', async () => {
  const refusing = {
    ...disk,
    replace: () => {
      throw Object.assign(new Error('open in Excel'), { code: 'EBUSY' });
    },
  };
  const { value, messages } = await archiveQuarter(request({ disk: refusing }));
  expect([value.folder, messages.map(({ code }) => code)]).toEqual([first, ['not-written']]);
  expect((await archiveQuarter(request())).messages.map(({ code }) => code)).toEqual(['archive-unchanged']);
  expect(archivedNumbers(disk).value).not.toEqual([]);
});
