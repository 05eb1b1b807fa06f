/** What is counted and stated, with the words of the trade: the domain knows the codes, papers and messages say the words. */
import { lightWords } from './claims.ts';

export const figureWords = {
  onTime: '按时报送',
  late: '迟报',
  missing: '未报送',
  ...lightWords,
  entries: '责任项次',
  required: '应报送',
  overdue: '逾期',
  completed: '办结待销号',
  closed: '已销号',
  closedTasks: '已销号任务',
  tasks: '任务',
  units: '责任单位',
  better: '亮灯好转',
  worse: '亮灯变差',
  newlyOverdue: '新增逾期',
  newlyClosed: '新增销号',
  reopened: '恢复督办',
} as const;

export type FigureName = keyof typeof figureWords;

/** Where an entry stands in scoring: filing and progress, each from best to worst. A return that never comes is 漏报 there. */
export const rungWords = {
  'on-time': '按时报送',
  late: '迟报',
  'after-reminder': '催办后报送',
  missing: '漏报',
  ...lightWords,
  overdue: '逾期',
} as const;

export type Rung = keyof typeof rungWords;

/** What a figure counts: a task once a unit, tasks, units. */
export const measureWords = { entry: '项次', task: '项', unit: '个单位' } as const;

export type FigureMeasure = keyof typeof measureWords;

/** Of every unit and task. */
export const wholeDistrict = '全区';

/** The rank group of the issuing office, where it is ranked apart. */
export const ownGroup = '本机关';

/** The group of all units, as rosters and recipients name it. */
export const allUnits = '各单位';

/** 保管期限. */
export const retentions = ['永久', '30年', '10年'] as const;

export type Retention = (typeof retentions)[number];

/**
 * What a paper states, field by field. The register keeps these words (`95 职责`), so none may change. Of a duty, of a figure, of the unit itself, and of what is
 * common to all.
 */
export const factFields = {
  duty: { role: '职责', deadline: '完成时限', text: '任务内容' },
  figure: { filing: '报送', light: '亮灯' },
  unit: { name: '单位名称', score: '得分' },
  common: { leads: '牵头单位', cooperators: '配合单位' },
} as const;
