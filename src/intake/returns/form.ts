/** The columns of a return, with the names that offices give them (the union of forms in use in districts). */
import { roleWords, statusWords, type ClaimedStatus, type Role } from '../../trade/claims.ts';
import type { Column, TableForm } from '../../table/columns.ts';

/** Names of the columns that Duban reads, in the order of its own form. */
export const returnColumns = [
  '填报单位',
  '任务编号',
  '任务内容',
  '本单位角色',
  '进展情况',
  '完成比例',
  '状态',
  '存在问题',
  '下一步措施',
  '佐证材料',
  '推荐',
  '填报人',
  '联系电话',
  '填报日期',
] as const;

export type ReturnColumn = (typeof returnColumns)[number];

/** 上季度…: what was said last quarter, printed by `forms` to be read beside the blanks. 问题: added by a correction sheet, which may be mailed back as it is. */
export const referenceColumns = {
  lastProgress: '上季度进展',
  lastPercent: '上季度完成比例',
  lastStatus: '上季度状态',
  lastSteps: '上季度下一步措施',
  problem: '问题',
} as const;

const asked: Readonly<Record<ReturnColumn, Omit<Column, 'name'>>> = {
  填报单位: {
    synonyms: ['报送单位', '填报部门', '报送部门', '单位名称', '单位'],
    need: 'optional',
    mayStandOutside: true,
    fillDown: { unless: null },
  },
  任务编号: {
    synonyms: ['任务序号', '任务号', '编号', '任务编码', '督办编号'],
    need: 'required',
    fillDown: { unless: '任务内容' },
  },
  任务内容: { synonyms: ['任务', '工作任务', '任务名称', '重点任务', '工作内容', '督办事项'], need: 'optional' },
  // Who leads stands in the breakdown; what the unit writes is only compared with it.
  本单位角色: { synonyms: ['角色', '单位角色', '牵头或配合', '牵头/配合', '责任类型'], need: 'optional' },
  进展情况: {
    synonyms: ['进展', '落实情况', '完成情况', '推进情况', '工作进展', '工作进展情况', '本季度进展', '本季度进展情况'],
    need: 'required',
  },
  完成比例: {
    synonyms: ['完成率', '进度', '完成进度', '进度比例', '完成百分比', '完成度', '进度%', '完成比例%', '完成率%'],
    need: 'required',
  },
  状态: { synonyms: ['完成状态', '进展状态', '任务状态', '工作状态', '办理状态', '推进状态'], need: 'required' },
  存在问题: {
    synonyms: ['存在的问题', '存在困难', '存在问题及困难', '困难和问题', '问题和困难', '存在的困难和问题'],
    need: 'required',
  },
  下一步措施: {
    synonyms: [
      '下步打算',
      '下一步打算',
      '下步措施',
      '下一步工作打算',
      '下步工作打算',
      '下一步工作',
      '下一步工作措施',
      '下一步计划',
    ],
    need: 'required',
  },
  佐证材料: { synonyms: ['佐证', '佐证资料', '证明材料', '印证材料', '支撑材料'], need: 'optional' },
  // 是, or the practice in a few words: the unit proposes, and only the office marks.
  推荐: { synonyms: ['推荐做法', '推荐理由', '典型做法', '经验做法', '是否推荐'], need: 'optional' },
  填报人: { synonyms: ['报送人', '填表人', '经办人', '联系人'], need: 'optional', mayStandOutside: true },
  联系电话: { synonyms: ['电话', '联系方式', '手机', '手机号', '办公电话'], need: 'optional', mayStandOutside: true },
  填报日期: { synonyms: ['报送日期', '填报时间', '报送时间', '填表日期'], need: 'required', mayStandOutside: true },
};

const reference: readonly Column[] = [
  { name: '序号', synonyms: [], need: 'reference' },
  { name: referenceColumns.problem, synonyms: [], need: 'reference' },
  { name: referenceColumns.lastProgress, synonyms: ['上期进展', '上季度进展情况'], need: 'reference' },
  { name: referenceColumns.lastPercent, synonyms: ['上期完成比例', '上季度完成率', '上季度进度'], need: 'reference' },
  { name: referenceColumns.lastStatus, synonyms: ['上期状态'], need: 'reference' },
  { name: referenceColumns.lastSteps, synonyms: ['上期下一步措施', '上季度下步打算'], need: 'reference' },
  { name: '牵头单位', synonyms: ['责任单位', '主办单位', '主要责任单位'], need: 'reference' },
  { name: '配合单位', synonyms: ['协办单位', '协同单位'], need: 'reference' },
  { name: '工作目标', synonyms: ['工作标准', '工作要求', '目标要求'], need: 'reference' },
  { name: '完成时限', synonyms: ['办结时限', '时间节点'], need: 'reference' },
  { name: '本季度计划', synonyms: ['季度计划', '计划进度'], need: 'reference' },
];

/** Known from forms in use; what a unit writes there asks for a decision that Duban does not take. */
const unread: readonly Column[] = [
  { name: '审核人', synonyms: ['审核', '单位负责人', '分管领导'], need: 'unread' },
  { name: '备注', synonyms: ['说明'], need: 'unread' },
];

/** What a unit may ask for: it changes nothing by itself, and is put before the office (inputs/extensions.csv). */
export const extensionAsked = { until: '申请延期至', reason: '延期理由' } as const;

const wishes: readonly Column[] = [
  { name: extensionAsked.until, synonyms: ['延期至', '申请延期'], need: 'optional' },
  { name: extensionAsked.reason, synonyms: ['申请延期理由'], need: 'optional' },
];

export const returnForm: TableForm = {
  columns: [...returnColumns.map((name) => ({ name, ...asked[name] })), ...reference, ...wishes, ...unread],
  mayBeEmpty: false,
};

const statusSynonyms: Readonly<Record<ClaimedStatus, readonly string[]>> = {
  'not-started': ['尚未启动', '未开展', '未开始', '尚未开展', '待启动'],
  'on-track': [
    '推进中',
    '进行中',
    '正常',
    '在办',
    '正在推进',
    '正在办理',
    '有序推进',
    '稳步推进',
    '按计划推进',
    '持续推进',
    '按期推进',
  ],
  behind: ['进度滞后', '推进滞后', '滞后推进', '推进缓慢', '进展缓慢', '落后'],
  overdue: ['已逾期', '超期', '已超期', '逾期未完成', '超时'],
  completed: ['已办结', '已完成', '完成', '全部完成', '办理完毕', '完结', '已完结'],
};

const roleSynonyms: Readonly<Record<Role, readonly string[]>> = {
  lead: ['牵头单位', '主办', '主办单位', '责任单位', '主责'],
  cooperating: ['配合单位', '协办', '协办单位', '协同', '协同单位'],
};

export const statusOfWord: ReadonlyMap<string, ClaimedStatus> = wordsOf(statusWords, statusSynonyms);
export const roleOfWord: ReadonlyMap<string, Role> = wordsOf(roleWords, roleSynonyms);

const zeroReport =
  /^(?:本季度|本期|本阶段|目前|当前|暂时?|尚|均|也|任务|该项工作|此项工作)*(?:无|没有|未有|未取得|没有取得)(?:任何)?(?:新的?|实质性?)*(?:工作)?(?:进展|变化|推进)(?:情况)?$|^零报告$/u;

/** 本季度无进展 and its like, said in so many words: a report that nothing happened. `无` alone says nothing. */
export function isZeroReport(progress: string): boolean {
  // Nobody needs forty characters to say it.
  return progress.length <= 40 && zeroReport.test(progress.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, ''));
}

function wordsOf<K extends string>(
  names: Readonly<Record<K, string>>,
  synonyms: Readonly<Record<K, readonly string[]>>,
): ReadonlyMap<string, K> {
  // Object.keys forgets the key type; both records are total over K.
  const keys = Object.keys(names) as K[];
  return new Map([
    ...keys.map((key) => [names[key], key] as const),
    ...keys.flatMap((key) => synonyms[key].map((word) => [word, key] as const)),
  ]);
}
