import { expect, test } from 'vitest';
import { commonRulesIn, seemsCommonRule } from '../../src/breakdown/common-rule.ts';

test.each([
  ['各项任务均需各镇（街道）配合，不再逐项列出。', 'cooperators', '各镇（街道）', 'everywhere'],
  ['以下各项工作均需各县、区人民政府落实，不再列出。', 'responsible', '各县、区人民政府', 'below'],
  ['具体任务均涉及相关市（州）人民政府，不再列出，下同。', 'cooperators', '相关市（州）人民政府', 'here'],
  [
    '注：1.各项任务均由各镇人民政府、街道办事处具体落实，不再单列。',
    'responsible',
    '各镇人民政府、街道办事处',
    'everywhere',
  ],
  ['所有任务各镇（街道）均为配合单位，不再逐一列出。', 'cooperators', '各镇（街道）', 'everywhere'],
  ['各镇（街道）为各项任务的责任单位，不再重复列出。', 'responsible', '各镇（街道）', 'everywhere'],
  ['本方案各项任务的配合单位均包括各镇（街道）。', 'cooperators', '各镇（街道）', 'everywhere'],
  [
    '以下任务均需各县（市、区）政府、各开发区管委会按职责分工落实',
    'responsible',
    '各县（市、区）政府、各开发区管委会',
    'below',
  ],
])('%s gives units to all tasks', (text, ...[role, list, scope]) => {
  expect(commonRulesIn(text)).toMatchObject([{ role, list, scope }]);
});

test.each([
  '各项任务涉及各镇（街道）的，由各镇（街道）负责落实',
  '以上各项任务均由区政府办公室牵头协调',
  '凡涉及各镇街道的工作，各镇街道均为责任单位',
])('%s gives them to nobody knows which, and is told', (text) => {
  expect(commonRulesIn(text)).toEqual([]);
  expect(seemsCommonRule(text)).toBe(true);
});

test.each([
  '各项任务牵头单位要加强统筹，各配合单位要积极配合',
  '各镇（街道）要高度重视各项工作，抓好落实',
  '各项工作任务要落实到人',
])('%s is no rule', (text) => {
  expect(commonRulesIn(text)).toEqual([]);
  expect(seemsCommonRule(text)).toBe(false);
});
