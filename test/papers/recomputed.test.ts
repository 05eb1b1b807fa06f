/** The sample's figures beside those reckoned again by other means (reckoned.ts), and the annex of the report that proves them. */
import { beforeAll, expect, test, vi } from 'vitest';
import { documentText } from '../../src/document/text.ts';
import type { Prepared } from '../../src/run/prepare.ts';
import { preparedSample } from '../run/papers.ts';
import { codeOf, judged, scoreOf, seats } from './reckoned.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let prepared: Prepared;
beforeAll(async () => {
  prepared = await preparedSample('2024Q4');
});

test('every light and every filing is the one reckoned apart', () => {
  const made = prepared.standing.ledger.entries.filter(({ isAssessed }) => isAssessed);
  const keyed = made.map(({ task, unit, light, filing, isOverdue }) => [
    `${task.id} ${unit.code}`,
    `${light} ${filing} ${isOverdue}`,
  ]);
  const own = judged.map(({ task, unit, light, filing, isOverdue }) => [
    `${task} ${codeOf.get(unit)}`,
    `${light} ${filing} ${isOverdue}`,
  ]);
  expect(own.length).toBe(368);
  expect(Object.fromEntries(keyed)).toEqual(Object.fromEntries(own));
});

test('every score is the one reckoned apart', () => {
  const own = [...new Set(seats.map(({ seat }) => seat.unit))].map(
    (unit) => [codeOf.get(unit) ?? '', scoreOf(unit)] as const,
  );
  expect(own.length).toBe(41);
  const made = prepared.standing.scorecards.map(({ unit, score }) => [unit.code, score] as const);
  expect(Object.fromEntries(made)).toEqual(Object.fromEntries(own));
});

test('who filed nothing is not above who filed nearly all, whatever they carry', () => {
  expect(scoreOf('区统计局')).toBeLessThan(scoreOf('区委组织部'));
});

test('the ledger in the report’s annex adds up, unit by unit, to the lights that the report states and that are reckoned apart', () => {
  const report = prepared.papers.find(({ kind }) => kind === 'report')?.document;
  const annex = report?.children.find((each) => each.type === 'annex' && each.title === '责任分解任务工作台账');
  const table = annex?.type === 'annex' ? annex.children.find((each) => each.type === 'table') : undefined;
  const cells = (table?.type === 'table' ? table.rows : [])
    .filter((row) => row.cells.length > 1)
    .map((row) =>
      row.cells.map(({ lines }) =>
        lines.map((line) => line.map((each) => (each.type === 'text' ? each.value : '')).join('')),
      ),
    );
  // `区财政局：正常推进90%，绿灯` of a lead, `配合（绿灯）：区教育局、区民政局`; groups have no light.
  const counted = cells.flatMap(([[no = ''] = [], , units = []]) =>
    units.flatMap((line) => {
      const [, colour = '', names = ''] = /^配合（(.)灯）：(.+)$/u.exec(line) ?? [];
      if (names !== '') return names.split('、').map((name) => `${no} ${codeOf.get(name)} ${colour}`);
      const [, lead = '', light = ''] = /^([^：]+)：.*，(.)灯/u.exec(line) ?? [];
      return light === '' || line.startsWith('配合') ? [] : [`${no} ${codeOf.get(lead)} ${light}`];
    }),
  );
  const letters: Readonly<Record<string, string>> = { green: '绿', yellow: '黄', red: '红' };
  const own = judged.map(({ task, unit, light }) => `${task} ${codeOf.get(unit)} ${letters[light]}`);
  expect(counted.toSorted()).toEqual(own.toSorted());
  const text = report === undefined ? '' : documentText(report).join('\n');
  const told = /亮灯(\d+)项次.*?绿灯(\d+)项次.*?黄灯(\d+)项次.*?红灯(\d+)项次/u.exec(text)?.slice(1).map(Number);
  const of = (colour: string): number => counted.filter((each) => each.endsWith(colour)).length;
  expect([counted.length, of('绿'), of('黄'), of('红')]).toEqual(told);
  expect(told).toEqual([368, 330, 17, 21]);
});
