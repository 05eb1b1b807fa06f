/** `--as-edited`: a draft goes out as the clerk left it, the record keeps what was changed, and new figures are told. */
import { describe, expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { treeHash } from '../../src/document/tree-hash.ts';
import { readZip, writeZip } from '../../src/ooxml/zip.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { reprint } from '../../src/register/reprint.ts';
import { newFigures, textChanges } from '../../src/register/text-difference.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { docxText } from '../../src/write/docx/as-edited.ts';
import type { Document } from '../../src/document/tree.ts';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';
import { sampleWriter } from '../write/docx/sample-writer.ts';
import { bytes, context, letter, words } from './office.ts';

const { value: write } = sampleWriter();
const render = (document: Document) =>
  Promise.resolve({
    value: new Map([
      ['docx', write(document)],
      ['pdf', bytes('pdf')],
    ]),
    messages: [],
  });

const drafts = [
  letter('001', [['95', '完成60%']]),
  letter('003', [
    ['33', '完成80%'],
    ['34', '未启动'],
  ]),
];
const draftFile = 'out/2024Q3/letters/003-区财政局.docx';

/** The drafts of both units, the second one edited as the clerk of 003 asked. */
async function edited(edit: (xml: string) => string): Promise<MemoryDisk> {
  const disk = memoryDisk();
  const jobs = drafts.map(({ path, document, kind }) => ({
    path: `${path}.docx`,
    kind,
    recipe: JSON.stringify(document),
    tree: treeHash(document),
    inputs: [],
    make: () => Promise.resolve({ value: write(document), messages: [] }),
  }));
  await build({ disk, folder: 'out/2024Q3', jobs, options: { overwrite: false, only: [], explain: false, jobs: 1 } });
  const entries = [...readZip(disk.read(draftFile) ?? bytes('')).value].map(([name, content]) => ({
    name,
    bytes: name === 'word/document.xml' ? bytes(edit(new TextDecoder().decode(content))) : content,
  }));
  disk.write(draftFile, writeZip(entries));
  return disk;
}

const request = (disk: MemoryDisk) => ({ ...context(disk), render, drafts, asEdited: true });
const asked = (xml: string): string => xml.replace('完成80%', '完成80%（其中区级资金到位35%）');

describe('issue as edited', () => {
  test('gives number and date to the edited text, keeps the difference and tells figures that nobody counted', async () => {
    const disk = await edited(asked);
    const { value, messages } = await issueDrafts(request(disk));
    expect(words(messages)).toEqual([
      `${draftFile} 提示 edited-issued 按手工修改后的文稿印发，与生成的草稿有 1 处不同，已记入登记件；只有 DOCX，PDF 请用 WPS 或 Word 由此件导出`,
      `${draftFile} 警告 edited-figures 修改后的文稿中有生成的文稿里没有的数字：35%；台账不能证明，请核对`,
    ]);
    expect(value.map(({ number }) => number)).toEqual(['X督〔2024〕1号', 'X督〔2024〕2号']);
    const text = docxText(disk.read(value[1]?.file.path ?? '') ?? bytes(''));
    expect(text).toEqual(
      expect.arrayContaining(['X督〔2024〕2号', '33：完成80%（其中区级资金到位35%）', '2024年10月15日']),
    );
    const { records } = readRegister(disk).value;
    expect(records.get('X督〔2024〕1号')?.asEdited).toBeNull();
    expect(records.get('X督〔2024〕2号')).toMatchObject({
      asEdited: {
        changes: [{ before: '33：完成80%', after: '33：完成80%（其中区级资金到位35%）' }],
        figures: ['35%'],
      },
      files: [{ path: 'out/issued/2024/X督〔2024〕2号-003-区财政局.docx' }],
    });
    expect(words(verifyIssued(disk).messages)).toEqual([]);
  });

  test('is never printed again from its record', async () => {
    const disk = await edited(asked);
    await issueDrafts(request(disk));
    const again = await reprint({ disk, number: 'X督〔2024〕2号', writer: 'test 1', render });
    expect(words(again.messages)).toEqual([
      'out/issued/2024/X督〔2024〕2号-003-区财政局.docx 错误 reprint-edited X督〔2024〕2号 是按手工修改后的文稿印发的，不能由留存内容重印；请使用原件，或从备份、档案包恢复',
    ]);
  });

  test('gives no number to any paper when one cannot be filled', async () => {
    const disk = await edited((xml) => xml.replace('〔2024〕　号', '〔2024〕9号'));
    const { value, messages } = await issueDrafts(request(disk));
    expect(value).toEqual([]);
    expect(messages.map(({ code }) => code)).toEqual(['edited-slot']);
    expect(disk.list('inputs')).toEqual([]);
  });
});

describe('differences of text', () => {
  test('keep what stayed, pair what was rewritten, and tell what went and came', () => {
    expect(textChanges(['一', '二', '三', '四'], ['一', '二改', '三', '四'])).toEqual([
      { before: '二', after: '二改' },
    ]);
    expect(textChanges(['一', '二', '三'], ['一', '三'])).toEqual([{ before: '二', after: null }]);
    expect(textChanges(['一', '三'], ['零', '一', '二', '三'])).toEqual([
      { before: null, after: '零' },
      { before: null, after: '二' },
    ]);
    expect(textChanges(['甲', '甲'], ['甲'])).toEqual([{ before: '甲', after: null }]);
    expect(textChanges([], [])).toEqual([]);
    const many = Array.from({ length: 2100 }, (_, at) => `第${at}段`);
    expect(
      textChanges(
        many,
        many.map((each) => `${each}改`),
      ),
    ).toHaveLength(2100);
  });

  test('take a figure for new only when the paper has it nowhere', () => {
    const changes = [{ before: '共３件', after: '共４件，占12.5%，其中2024年3件' }];
    expect(newFigures(changes, ['共3件', '2024年'])).toEqual(['4', '12.5%']);
  });
});
