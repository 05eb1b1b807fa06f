import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emWidth } from '../../src/document/text-width.ts';
import { titleLines } from '../../src/document/title-lines.ts';

const units = ['临江区纪委监委督查室', '区发展和改革委员会', '国家税务总局临江区税务局'];

test.each([
  ['关于第三季度情况的通报', '关于第三季度情况的通报'],
  ['关于2024年第三季度责任分解任务落实情况的督办通知', '关于2024年第三季度/责任分解任务落实情况的督办通知'],
  [
    '临江区纪委监委督查室关于2024年第三季度惩治和预防腐败体系责任分解任务落实情况的通报',
    '临江区纪委监委督查室/关于2024年第三季度惩治和预防腐败体系/责任分解任务落实情况的通报',
  ],
  [
    '关于印发《临江区2020—2024年惩治和预防腐败体系责任分解意见》的通知',
    '关于印发《临江区2020—2024年/惩治和预防腐败体系责任分解意见》的通知',
  ],
  [
    '关于区发展和改革委员会第三季度未按时报送反馈情况的催办通知',
    '关于区发展和改革委员会第三季度/未按时报送反馈情况的催办通知',
  ],
  [
    '关于区政府法制办职责移交区司法局后重新明确牵头单位的通知',
    '关于区政府法制办职责移交区司法局后/重新明确牵头单位的通知',
  ],
  [
    '关于开展2024年度党风廉政建设责任制和惩防体系建设工作检查考核的通知',
    '关于开展2024年度党风廉政建设责任制/和惩防体系建设工作检查考核的通知',
  ],
  [
    '临江区2024年第三季度督查考核评分汇总表及各单位排名情况一览表',
    '临江区2024年第三季度督查/考核评分汇总表及各单位排名情况一览表',
  ],
  ['区人大常委会法工委2024年第四季度考核评分表', '区人大常委会法工委/2024年第四季度考核评分表'],
  ['2024年第三季度“三公经费”专项整治落实情况通报', '2024年第三季度“三公经费”/专项整治落实情况通报'],
])('breaks %s between words', (title, expected) => {
  expect(titleLines(title, 20, units).join('/')).toBe(expected);
});

test('no text is lost and no line is too long, whatever the title', () => {
  const title = fc.string({
    unit: fc.constantFrom(...Array.from('督查室关于的《》（）、2024年第三季度，ABC“”𠮷')),
    maxLength: 90,
  });
  fc.assert(
    fc.property(title, fc.integer({ min: 4, max: 30 }), (value, perLine) => {
      const lines = titleLines(value, perLine, units);
      expect(lines.join('')).toBe(value);
      for (const line of lines) expect(emWidth(line)).toBeLessThanOrEqual(perLine);
    }),
    { numRuns: 300 },
  );
});
