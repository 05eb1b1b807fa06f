import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogueCsv } from '../../src/breakdown/catalogue-csv.ts';
import { catalogueJson } from '../../src/breakdown/json.ts';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { breakdownFile, isEditedCatalogue, readSeed } from '../../src/workspace/seeds.ts';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';

const text = '某区工作责任分解\n1.招商引资。\n牵头单位：区商务局\n2.稳定就业。\n牵头单位：区人社局\n';
const document = 'seeds/责任分解.txt';

function diskWith(files: Readonly<Record<string, string | Uint8Array>>): MemoryDisk {
  const disk = memoryDisk();
  for (const [file, content] of Object.entries(files))
    disk.write(file, typeof content === 'string' ? Buffer.from(content) : content);
  return disk;
}

const words = (disk: MemoryDisk): readonly string[] => readSeed(disk).messages.map((each) => wordMessage(each, 'zh'));

test.each([
  '~$任分解.docx',
  '.~任分解.docx',
  '.~lock.责任分解.txt#',
  'Thumbs.db',
  '~WRL0003.tmp',
  '责任分解.docx.crdownload',
  'desktop.ini',
  '.DS_Store',
])('%s beside the breakdown is nobody’s document', (name) => {
  const disk = diskWith({ [`seeds/${name}`]: 'x', [document]: text });
  expect(breakdownFile(disk)).toBe(document);
  expect(readSeed(disk).value.catalogue.tasks).toHaveLength(2);
  expect(words(disk)).toEqual([]);
});

test('a name that looks like no unit is asked about until the roster has it', () => {
  const odd = text.replace('区人社局', '区双招双引');
  expect(words(diskWith({ [document]: odd })).join()).toContain('odd-unit “区双招双引”');
  const roster = '代码,名称,简称,类别\n201,区招商中心,区双招双引,单位\n';
  expect(words(diskWith({ [document]: odd, 'inputs/units.csv': roster }))).toEqual([]);
});

test('several documents are an error that names them, and none is read', () => {
  const disk = diskWith({ 'seeds/a.txt': text, [document]: text });
  expect(readSeed(disk).value.catalogue.tasks).toEqual([]);
  expect(words(disk)).toEqual([
    'seeds 错误 several-breakdowns 只能有一份责任分解意见，现有：seeds/a.txt、seeds/责任分解.txt；请把其余的移出 seeds（另一份的任务可逐项用 duban task add 加入，或加进 seeds/catalogue.csv，任务标识不与第一份重复，如“乙:1”）',
  ]);
});

const catalogue = readBreakdown({ path: document, bytes: Buffer.from(text) }).value.catalogue;

test('a corrected catalogue in force is named with its count beside the document’s', () => {
  const same = diskWith({ [document]: text, 'seeds/catalogue.csv': catalogueCsv(catalogue) });
  expect(words(same)).toEqual([
    'seeds/catalogue.csv 提示 catalogue-in-force 以这份更正过的任务目录为准（2 项任务），同在 seeds 中的 seeds/责任分解.txt 有 2 项，编号相同',
  ]);
  const stale = catalogueCsv({ ...catalogue, tasks: catalogue.tasks.slice(1) });
  expect(words(diskWith({ [document]: text, 'seeds/catalogue.csv': stale }))).toEqual([
    'seeds/catalogue.csv 警告 catalogue-in-force 以这份更正过的任务目录为准（1 项任务），同在 seeds 中的 seeds/责任分解.txt 有 2 项，任务不同；如目录是旧的，请移出 seeds 后重新运行 parse',
  ]);
});

test('a catalogue.csv that was edited is known from one that was only written', () => {
  const json = Buffer.from(JSON.stringify(catalogueJson({ value: catalogue, messages: [] })));
  const csv = catalogueCsv(catalogue);
  expect(isEditedCatalogue(diskWith({}))).toBe(false);
  expect(isEditedCatalogue(diskWith({ 'out/catalogue.json': json, 'out/catalogue.csv': csv }))).toBe(false);
  const edited = Buffer.from(csv).toString('utf8').replace('区商务局', '区投促局');
  expect(isEditedCatalogue(diskWith({ 'out/catalogue.json': json, 'out/catalogue.csv': edited }))).toBe(true);
  expect(isEditedCatalogue(diskWith({ 'out/catalogue.csv': edited }))).toBe(true);
});

test('the seed’s own catalogue, with every field, is not taken for an edited one', () => {
  const path = 'seeds/惩防体系2020-2024年责任分解意见.txt';
  const seed = readBreakdown({ path, bytes: readFileSync(new URL(`../../${path}`, import.meta.url)) });
  const json = Buffer.from(JSON.stringify(catalogueJson({ value: seed.value.catalogue, messages: seed.messages })));
  const disk = diskWith({ 'out/catalogue.json': json, 'out/catalogue.csv': catalogueCsv(seed.value.catalogue) });
  expect(isEditedCatalogue(disk)).toBe(false);
});

test.each([
  ['5月2日', '（原为“5-2”）'],
  ['2-May', ''],
  ['2024/5/2', ''],
  ['1.23E+11', ''],
  ['######', ''],
])('the id %s was spoiled by Excel, and is told as such', (id, meant) => {
  const [first, ...others] = catalogue.tasks;
  const tasks = first === undefined ? [] : [{ ...first, id }, ...others];
  expect(words(diskWith({ 'seeds/catalogue.csv': catalogueCsv({ ...catalogue, tasks }) }))).toEqual([
    `seeds/catalogue.csv:3:1 错误 spoiled-task-id 任务标识“${id}”是 Excel 把编号当成日期或数字改坏的${meant}；请将“任务标识”列设为文本格式，按 out/catalogue.csv 改回`,
  ]);
});
