/** What papers say of a district with little in it: nothing is counted that is not there, and tasks are named in their order. */
import type { Ledger } from '../../src/domain/entry.ts';
import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { documentOf, type Paper } from '../../src/document/paper.ts';
import type { Shape } from '../../src/document/shape.ts';
import { documentText } from '../../src/document/text.ts';
import { assess } from '../../src/domain/assess.ts';
import type { Year } from '../../src/domain/history.ts';
import { ledgerAsOf } from '../../src/domain/ledger.ts';
import type { Return } from '../../src/domain/return.ts';
import type { Office } from '../../src/domain/office.ts';
import { readOffice } from '../../src/intake/office.ts';
import { templateSources } from '../../src/workspace/shipped.ts';
import { soundTemplates } from '../../src/document/compile-templates.ts';
import { candidatesPaper } from '../../src/papers/candidates.ts';
import { namesOf } from '../../src/papers/ledger-table.ts';
import { letterPaper } from '../../src/papers/letter.ts';
import { noticePaper } from '../../src/papers/notice.ts';
import type { ReplacedLetter } from '../../src/papers/reissue-fields.ts';
import { reportPaper } from '../../src/papers/report.ts';
import { extractPapers } from '../../src/papers/yearly-extract.ts';
import { specialReportPaper } from '../../src/papers/yearly-report.ts';
import { rollCallPaper } from '../../src/papers/yearly-roll-call.ts';
import {
  catalogueOf,
  closureOf,
  day,
  ledgerParts,
  planOf,
  quarter,
  reassignmentsOf,
  returnOf,
  rosterOf,
  taskOf,
  unitIn,
} from '../domain/fixture.ts';

// By their codes: the roster numbers its units from 001.
const members = ['002', '003', '004'];
const roster = rosterOf([
  '区纪委监委',
  '区教育局',
  '区统计局',
  '区司法局',
  '区政府法制办',
  { name: '各单位', kind: 'group', members },
]);
const office = readOffice({ path: 'inputs/office.yaml', bytes: fs.readFileSync('inputs/office.yaml') }, roster).value;
if (office === null) throw new Error('the sample office is wrong');
const templates = soundTemplates(templateSources(diskAt('.')).value);

const catalogue = catalogueOf([
  taskOf('12', { leads: ['区教育局'], cooperators: ['区司法局'] }),
  taskOf('18', { leads: ['区教育局'], cooperators: ['区统计局'] }),
  taskOf('33', { leads: ['区司法局'], cooperators: ['区教育局'] }),
  taskOf('95', { leads: ['区政府法制办'] }),
  taskOf('113', { leads: ['区政府法制办'], cooperators: ['各单位'] }),
]);
const onTime = (unit: string, taskId: string, parts: Partial<Omit<Return, 'unit'>> = {}): Return =>
  returnOf(roster, { ...parts, unit, taskId });
const returns = [
  onTime('区教育局', '12'),
  onTime('区教育局', '18'),
  onTime('区教育局', '33'),
  onTime('区司法局', '12'),
  onTime('区司法局', '33'),
  onTime('区统计局', '18'),
  onTime('区政府法制办', '95'),
  onTime('区政府法制办', '113'),
];
const lastQuarter = returns.map((each) => ({ ...each, quarter: quarter('2024Q3'), filedOn: day('2024-09-20') }));
const ledgerOf = (parts: Partial<Parameters<typeof ledgerParts>[0]> = {}, asOf = '2024-12-31'): Ledger =>
  ledgerAsOf(day(asOf), ledgerParts({ catalogue, roster, returns, ...parts })).value;

const next = { quarter: quarter('2025Q1'), filingDay: day('2025-03-25'), isInPeriod: true };
const said = <S extends Shape>(paper: Paper<S>): string => {
  const { value, messages } = documentOf(templates, paper);
  expect(messages).toEqual([]);
  return documentText(value).join('\n');
};
const cardsOf = (ledger: Ledger) => assess(ledger, { office, adjustments: [] }).value;
type LetterOf = {
  readonly letterStanding?: Office['letterStanding'];
  readonly replacement?: ReplacedLetter | null;
  readonly duties?: Ledger;
  readonly remarks?: readonly string[];
  readonly correction?: number;
};
const letter = (
  unit: string,
  ledger = ledgerOf(),
  { letterStanding = 'none', replacement = null, duties = ledger, remarks = [], correction = 0 }: LetterOf = {},
): string => {
  const place = { file: 'inputs/2024Q3/remarks.csv', row: 2, column: null };
  const added = remarks.map((text) => ({ unit: unitIn(roster, unit), text, basis: '会议纪要', place }));
  const parts = {
    ledger,
    duties,
    office: { ...office, letterStanding },
    scorecards: cardsOf(ledger),
    breakdown: '责任分解意见',
    replacement,
    next,
    correction,
    remarks: added,
  };
  return said(letterPaper(unitIn(roster, unit), parts));
};
const report = (ledger = ledgerOf(), correction = 0, followUp: Office['followUp'] = office.followUp): string => {
  const scorecards = cardsOf(ledger);
  const parts = { ledger, office: { ...office, followUp }, breakdown: '责任分解意见', next, scorecards, correction };
  return said(reportPaper({ ...parts, filingDay: day('2024-12-25'), figures: {} }));
};

// 0 as a count of anything; 100, 2020 and 10.0 are none.
const nought = /(?<![\d.])0(?:\.0)?(?:项|个|次|份|%)/u;

test('letter and report name the revision by which they speak, from the second on', () => {
  expect(letter('区教育局')).not.toContain('次更正');
  expect(report()).not.toContain('次更正');
  expect(letter('区教育局', ledgerOf(), { correction: 2 })).toMatch(/截至[^，]+日（经第2次更正），/u);
  expect(report(ledgerOf(), 2)).toMatch(/截至[^，]+日（经第2次更正），/u);
});

describe('a letter', () => {
  test.each([
    ['区教育局', '你单位承担任务3项，其中牵头2项、配合1项。', '另有共性任务1项，'],
    ['区政府法制办', '你单位承担任务2项，均为牵头任务。', null],
    ['区统计局', '你单位承担任务1项，为配合任务。', '另有共性任务1项，'],
  ])('counts the kinds of tasks that %s has, and no others', (unit, sentence, common) => {
    expect(letter(unit)).toContain(sentence);
    expect(/另有共性任务.+?，/u.exec(letter(unit))?.[0] ?? null).toBe(common);
    expect(letter(unit)).not.toMatch(nought);
  });

  test('counts only common tasks for a unit that has no others', () => {
    const only = ledgerOf({
      catalogue: catalogueOf([taskOf('113', { leads: ['区政府法制办'], cooperators: ['各单位'] })]),
    });
    expect(letter('区统计局', only)).toContain('你单位承担共性任务1项，');
    expect(letter('区统计局', only)).not.toMatch(nought);
  });

  test('names tasks in the order of the catalogue, whatever the unit’s part in them', () => {
    const late = ledgerOf({ returns: returns.map((each) => ({ ...each, filedOn: day('2024-12-28') })) });
    expect(letter('区司法局', late)).toContain('迟报的任务（第12、33项），');
  });
});

describe('what is lit without being due', () => {
  // Closed before returns were due: no return is asked for, and the light is green.
  const closed = ledgerOf({ closures: [closureOf('18', '2024-12-02', 'close')] });

  test('is told wherever lights and returns stand side by side, so that nobody adds up in vain', () => {
    expect(letter('区教育局', closed)).toContain('应报送反馈2项（报送时限前已销号的1项不再报送），');
    expect(report(closed)).toContain('亮灯8项次（含报送时限前已销号、不再报送的2项次）：');
    expect(report(closed)).toContain('仍亮绿灯，故有的单位亮灯多于应报。');
  });

  test('is not told where there is none', () => {
    expect([letter('区教育局'), report()].join('\n')).not.toMatch(/不再报送/u);
  });
});

test('a letter tells the score where the office wants it, and the rank only where it asks for that too', () => {
  const told = (letterStanding: Office['letterStanding']) => letter('区教育局', ledgerOf(), { letterStanding });
  expect(told('none')).not.toMatch(/得分|名/u);
  expect(told('score')).toContain('本季度考核得分100分。');
  expect(told('score')).not.toContain('名');
  expect(told('rank')).toMatch(/本季度考核得分100分，在.+\d个单位中列第1名。/u);
});

test('more than four tasks are counted in a letter, and stand in the table that it names', () => {
  const of = (count: number, status: 'completed' | 'on-track') => {
    const ids = Array.from({ length: count }, (_, at) => String(at + 1));
    const many = catalogueOf(ids.map((id) => taskOf(id, { leads: ['区教育局'] })));
    const filed = status === 'completed' ? ids.map((id) => onTime('区教育局', id, { status })) : [];
    return letter('区教育局', ledgerOf({ catalogue: many, returns: filed }));
  };
  expect(of(4, 'completed')).toContain('已报办结的任务（第1、2、3、4项），');
  expect(of(5, 'completed')).toContain('已报办结的任务（5项，见承担任务情况表），');
  expect(of(5, 'on-track')).toContain('未报送的任务（5项，见上表），');
});

describe('a report', () => {
  test('of a quarter in which all went well counts nothing that is not there', () => {
    expect(report()).toContain('按时报送8项次，占100.0%。');
    expect(report()).toContain('绿灯8项次，占100.0%。');
    expect(
      report()
        .split('\n')
        .filter((line) => nought.test(line)),
    ).toEqual([]);
  });

  test('speaks of 回头看 and 约谈 where office.yaml turns them on, and not as it comes', () => {
    // What is reported far behind its plan is red by progress.
    const behind = ledgerOf({
      plans: ['12', '18'].map((taskId) => planOf(taskId, { percent: 100 })),
      returns: returns.map((each) =>
        each.unit.name === '区教育局' ? { ...each, percent: 20 } : { ...each, percent: 100 },
      ),
    });
    const told = report(behind, 0, { revisit: true, interviewFrom: 2 });
    expect(told).toContain('对红灯、逾期和恢复督办的任务，适时开展督查“回头看”。');
    expect(told).toContain('对因进度亮红灯达到2项的单位（区教育局），按规定约谈主要负责同志。');
    expect(office.followUp).toEqual({ revisit: false, interviewFrom: 0 });
    expect(report(behind)).not.toMatch(/回头看|约谈/u);
    expect(report(behind, 0, { revisit: true, interviewFrom: 3 })).not.toContain('约谈');
  });

  test('of a quarter in which nobody filed says only that', () => {
    const silent = report(ledgerOf({ returns: [] }));
    expect(silent).toContain('未报送8项次，占100.0%。');
    expect(silent.split('\n').filter((line) => nought.test(line))).toEqual([]);
  });

  test('says that no light has changed when none has', () => {
    const steady = ledgerOf({ previousReturns: lastQuarter });
    expect(report(steady)).toContain('与上季度相比，亮灯情况没有变化。');
  });

  test('counts the kinds of change that came up', () => {
    const behind = lastQuarter.map((each) => (each.taskId === '12' ? { ...each, status: 'behind' as const } : each));
    expect(report(ledgerOf({ previousReturns: behind }))).toContain('与上季度相比，亮灯好转2项次。');
  });
});

test('the yearly papers count nothing that is not there', () => {
  const ledger = ledgerOf();
  const scorecards = assess(ledger, { office, adjustments: [] }).value;
  const last = { ledger, scorecards };
  const units = ledger.units.filter(({ kind }) => kind === 'unit');
  const year: Year = { year: 2024, quarters: [last], last, leftOut: [], units };
  const papers = [
    said(specialReportPaper(year, { office, breakdown: '责任分解意见', figures: {} })),
    ...extractPapers(year, '责任分解意见').map(({ paper }) => said(paper())),
    said(
      rollCallPaper(2024, {
        asOf: day('2024-12-31'),
        lines: units.map((unit) => ({ unit, submittedOn: null, note: '', place: null })),
      }),
    ),
    said(candidatesPaper([], ledger)),
  ];
  expect(papers.flatMap((text) => text.split('\n').filter((line) => nought.test(line)))).toEqual([]);
  expect(papers.join('\n')).toContain('年末本单位承担任务1项，为配合任务。');
  expect(papers.join('\n')).toContain('应由主要负责同志提交述廉报告的单位4个，均未提交。');
});

test('a report to the higher office has its number and a blank for its signer', () => {
  const ledger = ledgerOf();
  const last = { ledger, scorecards: assess(ledger, { office, adjustments: [] }).value };
  const year: Year = { year: 2024, quarters: [last], last, leftOut: [], units: [] };
  const head = said(specialReportPaper(year, { office, breakdown: '责任分解意见', figures: {} }))
    .split('\n')
    .slice(0, 3);
  expect(head).toEqual(['XX区纪委监委', 'X督报〔2024〕　号', '签发人：　　　']);
});

describe('after a reform', () => {
  const reassignments = reassignmentsOf(roster, [
    { from: '区政府法制办', to: ['区司法局'], basis: '《改革方案》第二条。' },
  ]);
  const before = ledgerOf();
  const after = ledgerOf({ reassignments });
  const replacement: ReplacedLetter = {
    replaces: 'X督〔2024〕16号',
    formerName: null,
    hadBefore: new Set(['95']),
    bases: ['核查意见单第3号'],
    changes: [
      { field: '113 职责', before: null, after: '牵头' },
      { field: '33 完成时限', before: '', after: '2024-12-31' },
      { field: '95 职责', before: null, after: '牵头' },
      { field: '95 完成时限', before: null, after: '' },
      { field: '18 职责', before: '配合', after: null },
      { field: '12 亮灯', before: 'green', after: 'red' },
      { field: '得分', before: '100', after: '98.5' },
    ],
  };

  test('a letter lists what changed of its duties once, in the order of the catalogue, with who hands over and since when', () => {
    const text = letter('区司法局', before, { replacement, duties: after, correction: 1 });
    expect(text).toContain('请自印发之日起15日内与移交、承接单位办妥工作和资料的交接：');
    expect(text).toContain(
      '\n第18项\n配合 → 不再承担\n—\n—\n第33项\n完成时限：无 → 2024年12月31日\n—\n—\n' +
        '第95项\n恢复，牵头\n由区政府法制办移交\n2024年11月1日起；《改革方案》第二条\n' +
        '第113项\n新承担，牵头\n由区政府法制办移交\n',
    );
  });

  test('a letter lists corrected figures apart, with their basis', () => {
    const text = letter('区司法局', before, { replacement, duties: after, correction: 1 });
    expect(text).toContain(
      '（第1次更正，依据：核查意见单第3号）：\n事项\n原为\n更正为\n第12项亮灯\n绿灯\n红灯\n得分\n100分\n98.5分\n',
    );
  });

  test('figures belong to who had the task then: the new unit is asked for what is left and not judged', () => {
    const text = letter('区司法局', before, { duties: after });
    expect(text).toContain('下列任务在台账日后转由你单位承担');
    expect(text).toMatch(/\n95\n.*\n牵头\n原由区政府法制办报送正常推进.*，不计入你单位评价/);
    // Not among the tasks that the unit is counted with.
    expect(text).toContain('你单位承担任务2项');
    expect(letter('区政府法制办', before, { duties: after })).toContain('你单位承担任务2项');
  });

  test('a notice says from which day and on which basis the tasks went, once', () => {
    const unit = unitIn(roster, '区政府法制办');
    const text = said(
      noticePaper(unit, {
        ledger: after,
        office,
        breakdown: '责任分解意见',
        replaces: 'X督〔2024〕22号',
        asOf: before.asOf,
      }),
    );
    expect(text).toContain('\n移交自2024年11月1日起生效，依据为：《改革方案》第二条。\n移交的任务共2项，');
    expect(text).toContain('X督〔2024〕22号自本通知印发之日起废止。');
  });
});

test.each([
  [['区教育局'], false, '区教育局'],
  [['区教育局', '区民政局'], true, '区教育局、区民政局等有关单位'],
  [['区教育局', '各有关单位'], true, '区教育局、各有关单位'],
  [['相关部门'], true, '相关部门'],
  [[], true, '有关单位'],
] as const)('of %j, open: %s, the ledger says %s', (names, andOthers, words) => {
  expect(
    namesOf(
      names.map((name) => ({ name })),
      andOthers,
    ),
  ).toBe(words);
});
