/** Messages of the build (src/build/). */
import { reasonOf } from './system.ts';

export const buildWordings = {
  edited: {
    zh: () => '文件已被手工修改，未覆盖；如需重新生成，请加 --overwrite',
    en: () => 'the file was edited by hand and is left alone; --overwrite makes it anew',
  },
  'edited-unplanned': {
    zh: () => '本季度已不再生成此文件，但它被手工修改过，未删除；确认不要后请自行删除',
    en: () => 'the file is no longer planned, but was edited by hand and is left; delete it yourself when not needed',
  },
  stranger: {
    zh: () => '不是由 duban 生成的文件，未处理；如是旧稿，请勿误发',
    en: () => 'not a file of duban’s, left alone; if it is an old draft, do not send it by mistake',
  },
  'broken-manifest': {
    zh: () => '生成记录已损坏，本次按文件内容逐一比对；内容不同的文件按“手工修改”处理，不会覆盖',
    en: () =>
      'the record of the last build is damaged; files are compared by content, and different ones are left alone',
  },
  locked: {
    zh: ({ pid, host, file }: Holding) =>
      `另一个 duban 正在写入（计算机 ${host || '不详'}，进程 ${pid}），请待其结束后再试；如确认已无人运行，可删除 ${file}`,
    en: ({ pid, host, file }: Holding) =>
      `another duban is writing (computer ${host || 'unknown'}, process ${pid}); wait until it ends, or delete ${file} if you are sure that none is running`,
  },
  'not-made': {
    zh: () => '文件未能生成',
    en: () => 'the file could not be made',
  },
  'cannot-replace': {
    zh: ({ reason }: { reason: string }) => `文件未能替换：${reasonOf(reason, 'zh')}`,
    en: ({ reason }: { reason: string }) => `the file was not replaced: ${reasonOf(reason, 'en')}`,
  },
  'not-written': {
    zh: ({ reason }: { reason: string }) => `未能写出，其余结果照常有效：${reasonOf(reason, 'zh')}`,
    en: ({ reason }: { reason: string }) => `not written, the other results hold: ${reasonOf(reason, 'en')}`,
  },
  'sheets-not-written': {
    zh: ({ reason }: { reason: string }) =>
      `更正表未能写出，其余结果照常有效；文件夹里如有更正表，不是这次的，请勿发出：${reasonOf(reason, 'zh')}`,
    en: ({ reason }: { reason: string }) =>
      `the correction sheets were not written, the other results hold; sheets that lie there are not of this check, do not mail them: ${reasonOf(reason, 'en')}`,
  },
  'unsafe-path': {
    zh: () => '文件名含有不能使用的字符或名称，未生成任何文件；请修改单位名录中的名称或编码',
    en: () => 'the file name holds characters or a name that cannot be used; change the name or code in the roster',
  },
  'same-path': {
    zh: ({ first }: { first: string }) => `文件名与“${first}”相同（不分大小写），未生成任何文件；请使单位编码互不相同`,
    en: ({ first }: { first: string }) => `same file name as “${first}” (case does not count); make the codes differ`,
  },
  'only-meets-nothing': {
    zh: ({ pattern, folders }: Unmet) => `--only “${pattern}”没有对应的文件；可用：${folders.join('、')}`,
    en: ({ pattern, folders }: Unmet) => `--only “${pattern}” meets no file; there are: ${folders.join(', ')}`,
  },
  'no-parts': {
    zh: () => '没有可合并的部分；请先运行 build --shard 1/N … N/N',
    en: () => 'there are no parts; run build --shard 1/N … N/N first',
  },
  'parts-missing': {
    zh: ({ missing, of }: Parts) => `共 ${of} 份，缺第 ${missing.join('、')} 份，未合并`,
    en: ({ missing, of }: Parts) => `of ${of} parts these are missing: ${missing.join(', ')}; nothing was merged`,
  },
  'part-of-another': {
    zh: () => '这一份与其他各份不是由同样的数据、程序或份数生成的，未合并；请用同样的数据重新生成这一份',
    en: () => 'this part was made from other inputs, by another program or of another number of parts; make it again',
  },
  'part-file-missing': {
    zh: () => '应有的文件在各份中都没有，未合并',
    en: () => 'planned, and in none of the parts; nothing was merged',
  },
  'part-file-doubled': {
    zh: ({ at }: { at: readonly string[] }) => `同一文件在几份中重复，未合并：${at.join('、')}`,
    en: ({ at }: { at: readonly string[] }) => `in several parts, nothing was merged: ${at.join(', ')}`,
  },
  'part-file-changed': {
    zh: () => '文件缺失或与该份的生成记录不符，未合并；请加 --overwrite 重新生成这一份',
    en: () => 'missing, or not the bytes of its record; nothing was merged, make this part again with --overwrite',
  },
  'merge-left': {
    zh: () => '以前生成的文件，各份中没有，未处理；运行 build 可清理',
    en: () => 'of an earlier build and in none of the parts; left, build takes it away',
  },
  'made-missing': {
    zh: () => '原无此文件，新生成',
    en: () => 'made: there was no such file',
  },
  'remade-recipe': {
    zh: (why: Why) => `重新生成：${changedZh(why)}`,
    en: (why: Why) => `remade: ${changedEn(why)}`,
  },
  'remade-overwrite': {
    zh: () => '按 --overwrite 覆盖了手工修改',
    en: () => 'remade over an edit by hand, as --overwrite asks',
  },
  'left-same-recipe': {
    zh: () => '未变：所依据的内容与上次相同',
    en: () => 'unchanged: made by the same recipe as last time',
  },
  'left-same-bytes': {
    zh: (why: Why) => `未变：${changedZh(why)}，但生成结果与原文件相同`,
    en: (why: Why) => `unchanged: ${changedEn(why)}, but the bytes came out the same`,
  },
  'left-adopted': {
    zh: () => '未变：生成记录中没有此文件，但内容与应生成的相同',
    en: () => 'unchanged: not in the record, but the very bytes that are made today',
  },
  'removed-unplanned': {
    zh: () => '已删除：本季度不再生成此文件',
    en: () => 'removed: no longer planned',
  },
};

type Holding = { readonly pid: number; readonly host: string; readonly file: string };
type Unmet = { readonly pattern: string; readonly folders: readonly string[] };
type Parts = { readonly missing: readonly number[]; readonly of: number };
type Why = { readonly inputs: readonly string[]; readonly parts: readonly RecipePart[] };
/** The recipe's parts as src/build/job.ts has them. */
type RecipePart = 'program' | 'look' | 'words';

/** Inputs by name; the program, and fonts or layout, by kind. Words that changed with no input of the paper's own come from others' data. */
function changedZh({ inputs, parts }: Why): string {
  const named = [...inputs, ...parts.flatMap((part) => partWords[part]?.zh ?? [])];
  if (named.length > 0) return `${named.join('、')} 有变化`;
  return parts.includes('words') ? '文中引用的其他单位、季度或登记簿的内容有变化' : '程序、字体或版式有变化';
}

function changedEn({ inputs, parts }: Why): string {
  const named = [...inputs, ...parts.flatMap((part) => partWords[part]?.en ?? [])];
  if (named.length > 0) return `${named.join(', ')} changed`;
  return parts.includes('words')
    ? 'what it tells of other units, quarters or the register changed'
    : 'the program, a font or the layout changed';
}

const partWords: Partial<Record<RecipePart, { readonly zh: string; readonly en: string }>> = {
  program: { zh: '程序', en: 'the program' },
  look: { zh: '字体或版式', en: 'a font or the layout' },
};
