import { expect, test } from 'vitest';
import { isDeadline } from '../../src/breakdown/deadline.ts';

// One for each character that a deadline may begin with.
const words =
  '于2024年底前|在6月底前完成|至2024年12月|到年底前|2024年6月底|6月|１２月底前|今年底前|明年三季度|本年内|当年|每年持续推进|每月不断落实|第一季度末|一季度末前完成|二季度|三季度|四季度|上半年|下半年完成|年底前|年内持续推进|长期坚持|常态化|常年持续推进|持续推进|全年|不断抓好工作|滚动实施|压茬推进|立行立改|立即|即时|即知即改| 2024.6 |2024-06-30';

test.each(words.split('|'))('%s', (each) => {
  expect(isDeadline(each)).toBe(true);
});
