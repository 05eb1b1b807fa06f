/** 推荐: a unit proposes its own practice; the report names it when the office has marked it, and not before. */
import { describe, expect, test } from 'vitest';
import { documentText } from '../../src/document/text.ts';
import { ownDays, standingOf } from '../../src/run/standing.ts';
import type { Quarter } from '../../src/trade/calendar.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { districtInMemory } from './district.ts';
import { allPapers, preparedQuarter } from './papers.ts';

const quarter = '2025Q1' as Quarter;
const file = `inputs/${quarter}/returns/县税务局.csv`;

function proposing() {
  const disk = districtInMemory();
  const lines = new TextDecoder()
    .decode(disk.read(file) ?? undefined)
    .trimEnd()
    .split('\n');
  const answers = ['推荐', '否', '老年人涉税事项上门办', '', '是'];
  disk.write(file, Buffer.from(lines.map((line, at) => `${line.trimEnd()},${answers[at]}\n`).join('')));
  return disk;
}

function told(disk: ReturnType<typeof proposing>): readonly string[] {
  return standingOf(disk, quarter, ownDays)
    .messages.filter(({ code }) => code === 'practice-proposed')
    .map((message) => `${message.place?.row}: ${wordMessage(message, 'zh').replace(/^.*practice-proposed /u, '')}`);
}

function mark(disk: ReturnType<typeof proposing>, ...rows: readonly string[]): void {
  const text = ['单位,任务编号,类型,分值,事由,依据,日期', ...rows].join('\n');
  disk.write(`inputs/${quarter}/adjustments.csv`, Buffer.from(text));
}

const praise = '县税务局,3,推荐,0,上门办理老年人涉税事项,县税务局反馈,2025-03-25';
const enter = '采用的请登记到 adjustments.csv（类型“推荐”，分值 0；领导批示肯定的，类型“领导肯定”），登记后通报才写入';

async function reportOf(disk: ReturnType<typeof proposing>): Promise<string> {
  const papers = allPapers(await preparedQuarter(disk, quarter));
  return papers
    .filter(({ path }) => path.startsWith('report'))
    .map(({ document }) => documentText(document).join('\n'))
    .join('\n');
}

describe('a practice that a unit proposes', () => {
  test('is told with its place until the office has marked it on that task', () => {
    const disk = proposing();
    const [third, sixth] = [
      `3: “县税务局”推荐任务 3 的做法：老年人涉税事项上门办。${enter}`,
      `5: “县税务局”推荐任务 6 的做法：受理企业诉求52件，办结50件。${enter}`,
    ];
    expect(told(disk)).toEqual([third, sixth]);
    mark(disk, praise);
    expect(told(disk)).toEqual([sixth]);
    // What is held against a unit is no praise, nor is praise of another task.
    mark(disk, praise.replace('推荐,0', '空泛应付,-1'), praise.replace(',3,', ',1,'));
    expect(told(disk)).toEqual([third, sixth]);
  });

  test('stands in the report when marked, without points, and not before', async () => {
    const disk = proposing();
    expect(await reportOf(disk)).not.toMatch(/值得借鉴|上门办/u);
    mark(disk, praise);
    expect(await reportOf(disk)).toContain('值得借鉴的做法：县税务局上门办理老年人涉税事项。');
  });
});
