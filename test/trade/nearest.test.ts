import { expect, test } from 'vitest';
import { nearestNames } from '../../src/trade/nearest.ts';

const roster = [
  '县政府办公室（县外事办公室、县机关事务管理局）',
  '县发展和改革局（县粮食和物资储备局、县国防动员办公室）',
  '县市场监管局',
  '县司法局',
  '县财政局',
];

test.each([
  ['县发展和改革局', '县发展和改革局（县粮食和物资储备局、县国防动员办公室）'],
  ['县发展和改革局(粮食和储备局)', '县发展和改革局（县粮食和物资储备局、县国防动员办公室）'],
  ['县市场监管局（县知识产权局）', '县市场监管局'],
  ['县粮食和物资储备局', '县发展和改革局（县粮食和物资储备局、县国防动员办公室）'],
  ['县市场监督管理局', '县市场监管局'],
  ['县 财政局', '县财政局'],
])('%s suggests %s first', (written, name) => {
  expect(nearestNames(written, roster)[0]).toBe(name);
});

test('ties stand in the order given, and what is far is not named', () => {
  expect(nearestNames('县X法局', ['县司法局', '县立法局', '县司法厅'])).toEqual(['县司法局', '县立法局', '县司法厅']);
  expect(nearestNames('国家税务总局', ['县财政局'])).toEqual([]);
  expect(nearestNames('县财改局', roster, 1)).toEqual(['县财政局']);
});
