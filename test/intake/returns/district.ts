/** A small believable district for the tests of the intake: three units, five tasks, and how returns are asked of it. */
import type { Role } from '../../../src/trade/claims.ts';
import type { CalendarDate, Quarter } from '../../../src/trade/calendar.ts';
import type { Catalogue, Task } from '../../../src/domain/catalogue.ts';
import type { Ownership } from '../../../src/domain/ownership.ts';
import type { Message } from '../../../src/message/message.ts';
import { readReturns } from '../../../src/intake/returns/read-returns.ts';
import type { Expectations, ReturnsRequest } from '../../../src/intake/returns/reading.ts';
import { readRoster } from '../../../src/intake/roster.ts';
import { wordMessage } from '../../../src/message/wording/word.ts';

const units = `代码,名称,简称,类别,考核分组,成员,启用日期,停用日期
101,区纪委监委,区纪委、区监委,单位,党委部门,,,
202,区发改委,,单位,政府部门,,,
203,区财政局,,单位,政府部门,,,
209,区司法局,,单位,政府部门,,2024-11-01,
222,区政府法制办,区法制办,单位,政府部门,,,2024-10-31
901,各单位,,集体,,全体,,
`;

const texts = ['健全考评机制', '规范行政审批', '清理专项资金', '推进依法行政', '公开权力清单'];

export const roster = readRoster({ path: 'inputs/units.csv', bytes: Buffer.from(units) }).value;

export const catalogue: Catalogue = {
  title: '责任分解意见',
  source: { path: 'seeds/a.txt', sha256: '' },
  period: null,
  headings: [],
  preamble: [],
  tasks: texts.map((text, at) => taskOf(String(at + 1), text)),
};

function taskOf(id: string, text: string): Task {
  const nothing = { leads: [], cooperators: [], responsible: [], andOthers: false, allUnits: false };
  const rest = { deadline: null, leaders: [], target: null, standard: null, place: { line: 1, endLine: 1 } };
  return { id, no: id, text, section: [], ...nothing, ...rest };
}

/** Who owns what: `区财政局 3` → lead. */
const roles: Readonly<Record<string, Role>> = {
  '区纪委监委 1': 'lead',
  '区发改委 2': 'lead',
  '区财政局 2': 'cooperating',
  '区财政局 3': 'lead',
  '区司法局 4': 'lead',
  '区纪委监委 4': 'cooperating',
  '区财政局 4': 'cooperating',
  '区发改委 5': 'lead',
  '区财政局 5': 'cooperating',
};

export const ownership: Ownership = {
  role: (unit, taskId, filedOn) => {
    // The reform of the sample: 法制办 answered for task 4 until its day.
    if (unit.name === '区政府法制办' && taskId === '4' && filedOn < '2024-11-01') return 'lead';
    return roles[`${unit.name} ${taskId}`] ?? null;
  },
  owners: (taskId) => roster.units.filter((unit) => roles[`${unit.name} ${taskId}`] !== undefined),
  lostOn: (unit, taskId) => (unit.name === '区政府法制办' && taskId === '4' ? '2024-11-01' : null),
};

export const expectations: Expectations = {
  ownership,
  filingDay: '2024-12-25' as CalendarDate,
  planned: new Map(),
  hollowBelow: 6,
};

export const header =
  '填报单位,任务编号,任务内容,本单位角色,进展情况,完成比例,状态,存在问题,下一步措施,佐证材料,填报人,联系电话,填报日期';
export const goodRow =
  '区财政局,3,清理专项资金,牵头,清理专项资金31项并收回结余,80%,正常推进,,继续清理,清理台账,张某,0000-0001,2024-12-20';

export function file(name: string, content: string | Uint8Array): { path: string; bytes: Uint8Array } {
  return { path: `inputs/2024Q4/returns/${name}`, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

/** Reads files by name and content, as the fourth quarter's returns. */
export function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  changes: Partial<ReturnsRequest> = {},
): ReturnType<typeof readReturns> {
  const list = Object.entries(files).map(([name, content]) => file(name, content));
  const fixed = {
    quarter: '2024Q4' as Quarter,
    catalogue,
    roster,
    expectations,
    fractions: 'refuse' as const,
    previous: [],
  };
  return readReturns({ ...fixed, files: list, ...changes });
}

/** Messages as a clerk sees them, without the folder. */
export function said(messages: readonly Message[]): readonly string[] {
  return messages.map((message) => wordMessage(message, 'zh').replaceAll('inputs/2024Q4/returns/', ''));
}
