/** Words of the return's fixed answers, with what units write instead. A word that is not here is refused, not guessed. */
import type { ClaimedStatus, Role } from '../../domain/return.ts';

/** The five words of the form, in its order. */
export const statusNames = {
  'not-started': '未启动',
  'on-track': '正常推进',
  behind: '滞后',
  overdue: '逾期',
  completed: '办结',
} as const satisfies Record<ClaimedStatus, string>;

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

export const roleNames = { lead: '牵头', cooperating: '配合' } as const satisfies Record<Role, string>;

const roleSynonyms: Readonly<Record<Role, readonly string[]>> = {
  lead: ['牵头单位', '主办', '主办单位', '责任单位', '主责'],
  cooperating: ['配合单位', '协办', '协办单位', '协同', '协同单位'],
};

export const statusWords: ReadonlyMap<string, ClaimedStatus> = wordsOf(statusNames, statusSynonyms);
export const roleWords: ReadonlyMap<string, Role> = wordsOf(roleNames, roleSynonyms);

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
