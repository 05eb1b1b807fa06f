/** What nobody decided is told before it counts: an extension that a unit asks for, and a plan that was edited after it was frozen. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { printFrozen } from '../../src/domain/frozen-quarter.ts';
import { wordText } from '../../src/message/wording/word.ts';
import { closeQuarter } from '../../src/register/revise-quarter.ts';
import { ownDays, standingOf } from '../../src/run/standing.ts';
import { quarterOfYear } from '../../src/trade/calendar.ts';
import { copyOfDistrict } from './workspace.ts';

const [first, second] = [quarterOfYear(2025, 1), quarterOfYear(2025, 2)];

/** What stands after an edit of a file is told of the second quarter, by its code; the light of a task of 县发改委 beside it. */
function told(root: string, code: string, task: string) {
  const { value, messages } = standingOf(diskAt(root), second, ownDays);
  const entry = value?.ledger.entries.find((each) => each.task.id === task && each.unit.name === '县发改委');
  const said = messages.filter((each) => each.code === code);
  return { said: said.map((each) => `${each.place?.file} ${wordText(each, 'zh')}`), light: entry?.light };
}

function edit(full: string, from: RegExp, to: string): void {
  const before = fs.readFileSync(full, 'utf8');
  expect(before).toMatch(from);
  fs.writeFileSync(full, before.replace(from, to));
}

/** A district of which the first quarter is closed. */
async function closed(name: string): Promise<string> {
  const root = copyOfDistrict(name);
  const disk = diskAt(root);
  const standing = standingOf(disk, first, ownDays).value;
  if (standing === null) throw new Error('the district has errors');
  const day = standing.ledger.asOf;
  const frozen = printFrozen(standing.parts, standing);
  await closeQuarter({ disk, quarter: first, date: day, ledgerDay: day, frozen, reason: '', isThatDay: false });
  return root;
}

test('a plan that is as it was frozen says nothing', async () => {
  expect(told(await closed('plan-as-it-was'), 'plan-edited', '4')).toEqual({ said: [], light: 'yellow' });
});

test.each([
  {
    name: 'a deadline',
    from: /^(4,.*),2025-12-31,/mu,
    to: '$1,2025-06-15,',
    edited: '2025-12-31 → 2025-06-15',
    lights: '按原计划为黄灯，按现计划为红灯',
    light: 'red',
  },
  {
    name: 'a planned percent',
    from: /^(4,.*,2025-12-31,25),50,/mu,
    to: '$1,35,',
    edited: '2025Q2 50% → 2025Q2 35%',
    lights: '按原计划为黄灯，按现计划为绿灯',
    light: 'green',
  },
  {
    name: 'a row that is gone',
    from: /^4,.*\r?\n/mu,
    to: '',
    edited: '2025-12-31 / 2025Q2 50% → — / 2025Q2 —',
    lights: '按原计划为黄灯，按现计划为黄灯',
    light: 'yellow',
  },
])('$name that was edited is told with both lights', async ({ name, from, to, edited, lights, light }) => {
  const root = await closed(`plan-${name}`.replaceAll(' ', '-'));
  edit(path.join(root, 'inputs/plan.csv'), from, to);
  const found = told(root, 'plan-edited', '4');
  const own = found.said.filter((text) => text.includes('“县发改委”'));
  expect(own).toEqual([expect.stringContaining(`inputs/plan.csv 任务 4 的计划与上次关账时不同（${edited}）`)]);
  expect(own[0]).toContain(lights);
  expect(found.light).toBe(light);
});

test('an extension that a return asks for is put up as a line to enter, changes no light, and is silent once it is entered', () => {
  const root = copyOfDistrict('asked-for');
  const returns = 'inputs/2025Q2/returns/县发改委.csv';
  const before = told(root, 'extension-asked', '4');
  edit(path.join(root, returns), /填报日期/u, '填报日期,申请延期至,延期理由');
  edit(path.join(root, returns), /^(县发改委,4,.*)$/mu, '$1,2026-03-31,部门人员不足');
  const asked = told(root, 'extension-asked', '4');
  expect(asked.said).toEqual([
    `${returns} “县发改委”申请把任务 4 延期至 2026-03-31（部门人员不足）；亮灯不变。批准或不批准请登记：duban extend --task 4 --unit 县发改委 --asked 2025-06-23 --until 2026-03-31 --granted … --basis …`,
  ]);
  expect([before.said, asked.light]).toEqual([[], before.light]);
  const header = '任务编号,单位,申请日期,新完成时限,结果,决定日期,依据,登记日期';
  const refused = '4,县发改委,2025-06-23,2026-03-31,不批准,2025-06-25,会议纪要,2025-06-25';
  fs.writeFileSync(path.join(root, 'inputs/extensions.csv'), `${header}\n${refused}\n`);
  expect(told(root, 'extension-asked', '4')).toEqual({ said: [], light: before.light });
});
