/**
 * What is awkward in the sample, on purpose: how each office saves its file, when, and what it leaves out. Every line
 * here is told to the reader in inputs/示例数据说明.md.
 */
import type { Said, SampleQuarter } from './content.ts';
import type { SampleEncoding } from './encoding.ts';

export type Habit = {
  readonly encoding?: SampleEncoding;
  /** The unit signs with its 简称. */
  readonly signsAs?: string;
  /** Filed after the filing day. */
  readonly lateOn?: string;
  readonly dateStyle?: 'slash' | 'chinese' | 'dot';
  /** １２ and ８０％. */
  readonly isFullWidth?: boolean;
  /** 填报单位 merged over all rows: only the first keeps it. */
  readonly isUnitMerged?: boolean;
  /** Several lines in one cell. */
  readonly isNumbered?: boolean;
  readonly blankRows?: number;
  readonly hasTotal?: boolean;
};

export type Correction = {
  readonly quarter: SampleQuarter;
  readonly unit: string;
  readonly task: number;
  /** What the first file says instead of the content files. */
  readonly first: Said;
  readonly correctedOn: string;
};

const gb18030: Habit = { encoding: 'gb18030' };
const unicodeText: Habit = { encoding: 'utf16le' };
const plainUtf8: Habit = { encoding: 'utf8' };

/** Both quarters; names that the reform ends or founds appear in one. */
const standing: Readonly<Record<string, Habit>> = {
  区财政局: { ...gb18030, hasTotal: true, blankRows: 3 },
  区住建局: { ...gb18030, blankRows: 5 },
  区民政局: { ...gb18030, dateStyle: 'slash' },
  XX工商分局: { ...gb18030, signsAs: '区工商局' },
  XX环保分局: gb18030,
  区市场监督管理局: gb18030,
  区人民法院: { ...gb18030, signsAs: '区法院', dateStyle: 'chinese' },
  区委宣传部: unicodeText,
  区统计局: unicodeText,
  区妇联: unicodeText,
  区教育局: plainUtf8,
  区司法局: { ...plainUtf8, dateStyle: 'dot' },
  区工会: plainUtf8,
  区审计局: { isFullWidth: true },
  区机关事务局: { isFullWidth: true, dateStyle: 'slash' },
  区人社局: { isUnitMerged: true, blankRows: 2 },
  区委组织部: { isUnitMerged: true },
  区委办公室: { isNumbered: true },
  区人民检察院: { isNumbered: true, hasTotal: true },
};

const late: Readonly<Record<SampleQuarter, Readonly<Record<string, string>>>> = {
  '2024Q3': { XX国税分局: '2024-09-26', 区信访局: '2024-09-27', 区文体旅游局: '2024-09-30' },
  '2024Q4': { 区妇联: '2024-12-26', 区教育局: '2024-12-27', 区融媒体中心: '2024-12-30' },
};

/** What nobody filed: 'all', or the tasks left out. */
const gaps: Readonly<Record<SampleQuarter, Readonly<Record<string, 'all' | readonly number[]>>>> = {
  '2024Q3': {
    区食安办: 'all',
    区公共资源交易中心: 'all',
    区工商联: 'all',
    区纪委监委: [129],
    区发改委: [42],
    区人社局: [47],
    区审计局: [44],
  },
  '2024Q4': {
    区统计局: 'all',
    市自然资源和规划局XX分局: 'all',
    区纪委监委: [124],
    区委组织部: [79],
    区政府办公室: [93],
    区财政局: [47],
    区民政局: [80],
  },
};

export const corrections: readonly Correction[] = [
  {
    quarter: '2024Q3',
    unit: '区发改委',
    task: 67,
    first: {
      percent: 75,
      status: '正常推进',
      progress: '公务用车制度改革实施方案已基本成熟，各单位车辆核查、人员登记和司勤人员安置摸底工作全部完成。',
      next: '按程序报批后组织实施',
    },
    correctedOn: '2024-09-25',
  },
  {
    quarter: '2024Q3',
    unit: 'XX环保分局',
    task: 33,
    first: {
      percent: 82,
      status: '正常推进',
      progress: '整治环境违法和执法不公问题，检查企业195家，立案18件；群众投诉的12个扬尘、异味点位全部治理到位。',
      next: '巩固治理成果',
    },
    correctedOn: '2024-09-25',
  },
  {
    quarter: '2024Q4',
    unit: '区委组织部',
    task: 31,
    first: {
      percent: 100,
      status: '办结',
      progress: '选人用人不正之风专项整治全部完成，对58个单位选任干部412人次倒查，发现的问题均已处理到位。',
      next: '转入常态化检查',
      evidence: '《专项整治总结报告》',
    },
    correctedOn: '2024-12-24',
  },
];

export function habitOf(unit: string, quarter: SampleQuarter): Habit {
  const lateOn = late[quarter][unit];
  return lateOn === undefined ? (standing[unit] ?? {}) : { ...standing[unit], lateOn };
}

export function isLeftOut(unit: string, task: number, quarter: SampleQuarter): boolean {
  const gap = gaps[quarter][unit];
  return gap === 'all' || (gap?.includes(task) ?? false);
}
