import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { catalogueCsv } from '../../src/breakdown/catalogue-csv.ts';
import { explainReading } from '../../src/breakdown/explain.ts';
import { catalogueJson } from '../../src/breakdown/json.ts';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

const fixtures = new URL('../fixtures/breakdown/', import.meta.url);
const sources = [
  new URL('../../seeds/惩防体系2020-2024年责任分解意见.txt', import.meta.url),
  ...readdirSync(fixtures)
    .filter((folder) => !folder.startsWith('refused') && folder !== 'seed')
    .map(
      (folder) =>
        new URL(
          `${folder}/${readdirSync(new URL(`${folder}/`, fixtures)).find((name) => name.startsWith('source.')) ?? ''}`,
          fixtures,
        ),
    ),
];

const read = (bytes: Uint8Array): ReturnType<typeof readBreakdown> =>
  readBreakdown({ path: 'out/catalogue.csv', bytes });
const withoutPlace = ({ tasks, title, period }: Catalogue): unknown => ({
  title,
  period,
  tasks: tasks.map((task) => ({ ...task, place: null })),
});

test.each(sources.map((url) => ({ url, name: decodeURI(url.pathname).split('/').slice(-2).join('/') })))(
  'catalogue.csv gives the same tasks of $name back',
  ({ url }) => {
    const { catalogue } = read(readFileSync(url)).value;
    const again = read(catalogueCsv(catalogue));
    expect(withoutPlace(again.value.catalogue)).toEqual(withoutPlace(catalogue));
  },
);

test('a corrected cell is taken at its word, and an id used twice is an error with its row', () => {
  const { catalogue } = read(Buffer.from('2024年任务分解\n1.修路。\n责任单位：县交通局、县财政局\n2.架桥。\n')).value;
  const csv = Buffer.from(catalogueCsv(catalogue)).toString('utf8');
  const corrected = csv.replace(',,,县交通局、县财政局,', ',县交通局,县财政局,,');
  expect(corrected).not.toBe(csv);
  const { value, messages } = read(Buffer.from(corrected.replace('\r\n2,2,', '\r\n1,2,')));
  expect(value.catalogue.tasks[0]).toMatchObject({ leads: ['县交通局'], cooperators: ['县财政局'], responsible: [] });
  expect(messages.map((message) => wordMessage(message, 'zh'))).toEqual([
    'out/catalogue.csv:4:1 错误 bad-task-id 任务标识“1”重复；每项任务的标识不能相同',
    'out/catalogue.csv:4 警告 no-units 任务 1 没有写明单位，未沿用其他任务的单位；请在 catalogue.csv 中补上',
  ]);
});

test('the explanation names the rule and the words for each unit', () => {
  const bytes = Buffer.from(
    '2024年分工\n1.修路，6月底前完工。（县交通局牵头，县财政局、各区、县（市）政府按职责分工负责）\n2.架桥。\n责任单位：县住建局\n',
  );
  expect(explainReading(read(bytes).value)).toEqual([
    'out/catalogue.csv　2024年分工　任务 2 项',
    '',
    '任务 1（第 2 行）',
    '  正文　修路，6月底前完工。',
    '  牵头单位　县交通局　←　括号内“……牵头”（2:13）',
    '  配合单位　县财政局｜各区、县（市）政府　←　括号内“……按职责分工负责”（2:13）',
    '  完成时限　6月底前　←　正文中的时间（2:3）',
    '',
    '任务 2（第 3—4 行）',
    '  正文　架桥。',
    '  责任单位　县住建局　←　标签“责任单位：”（4:1）',
  ]);
});

test('parse --json has the fields of the contract, and others only where the source has them', () => {
  const bytes = Buffer.from(
    '2024年分工\n一、建设\n1.修路。\n责任领导：王一\n牵头单位：县交通局\n工作目标：通车。\n2.架桥。\n牵头单位：县住建局\n',
  );
  const { value, messages } = read(bytes);
  const json = catalogueJson({ value: value.catalogue, messages });
  const contract = [
    'id',
    'no',
    'text',
    'section',
    'leads',
    'cooperators',
    'responsible',
    'andOthers',
    'allUnits',
    'deadline',
  ];
  expect(json.tasks.map((task) => Object.keys(task))).toEqual([
    [...contract, 'leaders', 'target', 'place'],
    [...contract, 'place'],
  ]);
  expect(json.tasks[0]).toMatchObject({ leaders: ['王一'], target: '通车' });
  expect(json.headings.map(({ text }) => text)).toEqual(['一、建设']);
});
