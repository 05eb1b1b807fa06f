import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Task } from '../../src/domain/catalogue.ts';
import { catalogueJson } from '../../src/breakdown/json.ts';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

const path = 'seeds/惩防体系2020-2024年责任分解意见.txt';
const bytes = readFileSync(new URL(`../../${path}`, import.meta.url));
const { value: reading, messages } = readBreakdown({ path, bytes });
const { catalogue } = reading;
const { tasks } = catalogue;

const idsWhere = (holds: (task: Task) => boolean): readonly string[] => tasks.filter(holds).map((task) => task.id);

test('the seed gives the tasks 1 to 134 in order', () => {
  expect(tasks.map((task) => task.id)).toEqual(Array.from({ length: 134 }, (_, index) => String(index + 1)));
});

test('title and period come from the two title lines', () => {
  expect(catalogue.title).toBe('区建立健全惩治和预防腐败体系2020—2024年责任分解意见');
  expect(catalogue.period).toEqual({ from: 2020, to: 2024 });
});

test('five chapters, four sub-sections each, nine headings without a number in 四（二）and 四（三）', () => {
  const ofLevel = (level: number): readonly string[] =>
    catalogue.headings.filter((heading) => heading.level === level).map((heading) => heading.text);
  expect(ofLevel(1)).toHaveLength(5);
  expect(ofLevel(2)).toHaveLength(20);
  expect(ofLevel(3).join(' ')).toBe(
    '健全作风建设制度 健全惩治腐败制度 健全预防腐败制度 加强党内监督 加强法律监督 加强行政监督 加强民主监督 加强舆论监督 规范权力运行',
  );
  expect(tasks[94]?.section).toEqual(['四、科学有效预防腐败', '（三）强化权力运行制约和监督', '加强行政监督']);
});

test('leads, cooperating units, groups and open sets are those counted by hand', () => {
  expect(idsWhere((task) => task.leads.length > 1)).toHaveLength(14);
  expect(idsWhere((task) => task.cooperators.length === 0)).toHaveLength(25);
  expect(idsWhere((task) => task.allUnits)).toHaveLength(29);
  expect(idsWhere((task) => task.andOthers)).toEqual(['103', '104', '116', '117']);
  expect(idsWhere((task) => task.responsible.length > 0)).toEqual([]);
  expect(tasks.flatMap((task) => task.leads)).toHaveLength(163);
  expect(tasks.flatMap((task) => task.cooperators)).toHaveLength(251);
  expect(new Set(tasks.flatMap((task) => task.leads)).size).toBe(39);
});

test('62 strings, the empty one among them, stand between the separators before anything is cleaned', () => {
  const lists = bytes.toString('utf8').match(/(?<=牵头单位：|配合单位：).*/gu) ?? [];
  const strings = new Set(lists.flatMap((list) => list.split('、')));
  expect(strings.size).toBe(62);
});

test('broken lines, an inline lead, stray marks and an empty unit are repaired', () => {
  expect(tasks[25]?.text).toBe('完善《XX区单位领导班子和领导干部作风建设暨反腐倡廉建设检查考核办法》。');
  expect(tasks[69]).toMatchObject({ text: '认真贯彻执行《工程建设违法行为行政处分规定》。', leads: ['区监委'] });
  expect(tasks[39]?.text.slice(-9)).toBe('健全防逃追逃协调机制。'.slice(-9));
  expect(tasks[81]?.leads).toEqual(['区发改委']);
  expect(tasks[85]?.cooperators).toEqual(['区委组织部', '区审计局']);
  expect(tasks[45]?.cooperators).toEqual(['区人民法院']);
});

test('each repair is a message with its line, and nothing else is one', () => {
  expect(messages.map(({ severity, code, place }) => `${place?.row} ${severity} ${code}`)).toEqual([
    '1 info wrapped-title',
    '44 info half-width-marks',
    '92 info wrapped-line',
    '129 info wrapped-line',
    '139 info stray-mark',
    '157 warning unfinished-text',
    '159 warning empty-unit',
    '227 info inline-label',
    '260 info stray-mark',
    '274 info stray-mark',
    '319 info wrapped-line',
    '378 info wrapped-line',
  ]);
});

test('the catalogue joined again is the source, but for the reported repairs', () => {
  const placed = [
    { line: 1, text: catalogue.title },
    ...catalogue.headings.map(({ text, place }) => ({ line: place.line, text })),
    ...catalogue.preamble.map(({ text, place }) => ({ line: place.line, text })),
    ...tasks.map((task) => ({ line: task.place.line, text: printed(task) })),
  ].toSorted((a, b) => a.line - b.line);
  expect(placed.map((each) => each.text).join('')).toBe(repaired(bytes.toString('utf8')));
});

function printed(task: Task): string {
  const others = task.andOthers ? '等有关单位' : '';
  const lead = `牵头单位：${task.leads.join('、')}`;
  if (task.cooperators.length === 0) return `${task.no}.${task.text}${lead}${others}`;
  return `${task.no}.${task.text}${lead}配合单位：${task.cooperators.join('、')}${others}`;
}

/** The repairs that the messages above name, done by hand. */
function repaired(source: string): string {
  return source
    .replaceAll(/\s/gu, '')
    .replace('协调机制。‘', '协调机制。')
    .replace('区人民法院、47.', '区人民法院47.')
    .replace('区发改委.', '区发改委')
    .replace('区审计局’’', '区审计局');
}

test('without a line end it still gives every task, its text and all units that no heading without a number follows', () => {
  const oneLine = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('\n', ''));
  const { tasks: flat } = readBreakdown({ path, bytes: oneLine }).value.catalogue;
  expect(flat.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id));
  expect(flat.map(({ text }) => text)).toEqual(tasks.map(({ text }) => text));
  // Nothing tells where `…区政府法制办健全作风建设制度` ends: nine headings are glued to the list before them.
  const changed = flat.filter(({ leads, cooperators }, at) => {
    return JSON.stringify([leads, cooperators]) !== JSON.stringify([tasks[at]?.leads, tasks[at]?.cooperators]);
  });
  expect(changed.map(({ id }) => id)).toEqual(['58', '68', '74', '92', '94', '98', '100', '101']);
});

test('catalogue and messages are as the goldens say', async () => {
  await expect(`${JSON.stringify(catalogueJson({ value: catalogue, messages }), null, 1)}\n`).toMatchFileSnapshot(
    '../fixtures/breakdown/seed/catalogue.json',
  );
  const lines = messages.map((message) => wordMessage(message, 'zh'));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../fixtures/breakdown/seed/messages.txt');
});
