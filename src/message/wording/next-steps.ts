/** What a quarter needs next: what to do, and why. When a step applies, and its command: run/next/steps.ts. */
import type { Language } from './language.ts';
import { enNames, joined, zhNames } from './listed.ts';

type Named = { readonly quarter: string };
type Filing = Named & { readonly filingDay: string };
type Awaited = Filing & { readonly folder: string; readonly missing: readonly string[] };
/** `units` have filed nothing, `reminded` of them were reminded, `partial` have not filed for every task. */
type Silent = Filing & {
  readonly units: readonly string[];
  readonly reminded: number;
  readonly partial: readonly string[];
};
type Faulty = Named & { readonly units: readonly string[]; readonly others: number };
type Drafts = Named & { readonly missing: number; readonly outOfDate: number };
type Since = Named & { readonly names: readonly string[] };
type Ready = Named & { readonly ready: number; readonly edited: number };
type Papers = Named & { readonly papers: number };
/** `isPast`: null where no day was given to compare with. */
type Replies = {
  readonly days: readonly { readonly day: string; readonly count: number; readonly isPast: boolean | null }[];
};

const zh = {
  init: {
    what: () => '建立工作区',
    why: () => '这里还没有工作区；“文件夹”换成要建立的文件夹',
  },
  source: {
    what: () => '放入责任分解意见',
    why: () => '文件夹 seeds 里还没有责任分解意见；放入一份（.docx、.xlsx、.txt 等），再看任务读得对不对',
  },
  'several-sources': {
    what: () => '只留一份责任分解意见',
    why: ({ files }: { readonly files: readonly string[] }) =>
      `文件夹 seeds 里有 ${files.length} 份：${zhNames(files)}；请移走其余的`,
  },
  roster: {
    what: () => '列出单位名录',
    why: ({ names }: { readonly names: readonly string[] }) =>
      `责任分解意见中有 ${names.length} 个单位，名录 inputs/units.csv 还是空的；列入后请核对`,
  },
  office: {
    what: () => '填写 inputs/office.yaml',
    why: ({ blanks }: { readonly blanks: number }) => `还有 ${blanks} 处写着〔请填写〕；用记事本填好，再检查`,
  },
  'workspace-errors': {
    what: () => '改正工作区里的错误',
    why: ({ errors }: { readonly errors: number }) => `名录、配置、登记簿等有 ${errors} 处错误；下列命令会列出改法`,
  },
  forms: {
    what: () => '生成反馈表，发给各单位',
    why: ({ quarter }: { readonly quarter: string | null }): string =>
      quarter === null
        ? '还没有开始任何季度；“季度”换成要做的季度，如 2025Q1'
        : '本季度还没有生成反馈表，也没有收到反馈',
  },
  collect: {
    what: () => '收反馈表',
    why: ({ filingDay, folder, missing }: Awaited) =>
      `报送时限 ${filingDay}；还没有收到 ${missing.length} 个单位的反馈：${zhNames(missing)}；收到的放入 ${folder}，随收随查`,
  },
  errors: {
    what: () => '改正反馈表里的错误',
    why: ({ units, others }: Faulty) =>
      `${joined([units.length > 0 && `${zhNames(units)}的反馈表有错误`, others > 0 && `另有 ${others} 处错误`], '；')}；有错误时不能生成公文，检查会列出每一处和改法，并做好退回单位的更正表`,
  },
  build: {
    what: () => '生成草稿',
    why: ({ missing, outOfDate }: Drafts) =>
      `${joined([missing > 0 && `${missing} 件草稿还没有生成`, outOfDate > 0 && `${outOfDate} 件草稿与现在的数据不符`], '；')}；生成后请逐件审阅`,
  },
  issue: {
    what: () => '审签后印发',
    why: ({ ready, edited }: Ready) =>
      `${ready} 件草稿已经生成，还没有编号印发；先加 --dry-run 看清单${edited === 0 ? '' : `；另有 ${edited} 件手工修改过，随后单独印发`}`,
  },
  'issue-edited': {
    what: () => '印发手工修改过的草稿',
    why: ({ edited }: Ready) =>
      `${edited} 件草稿手工修改过，按修改后的样子印发要说明；不要修改的，用 build --overwrite 重做`,
  },
  'build-again': {
    what: () => '生成要重新印发的公文',
    why: ({ papers }: Papers) => `${papers} 件已印发的公文与现状不符（职责、任务、时限有变动，或数据已更正）`,
  },
  reissue: {
    what: () => '审签后重新印发',
    why: ({ quarter, papers }: Papers) => `${papers} 件草稿在 out/${quarter}/reissue；先加 --dry-run 看清单`,
  },
  archive: {
    what: () => '打印、盖章、发出；办结后归档',
    why: ({ papers }: Papers) => `已印发 ${papers} 件，还没有归档`,
  },
  'archive-again': {
    what: () => '重新归档',
    why: ({ papers }: Papers) => `归档以后登记簿又有变动（现有 ${papers} 件）；另出一包，注明替代前一包`,
  },
  done: {
    what: () => '开始下一季度',
    why: ({ quarter }: Named) => `${quarter} 已经印发、归档`,
  },
  missing: {
    what: () => '未报送的单位',
    why: ({ units, reminded, partial, filingDay }: Silent) =>
      joined(
        [
          units.length > 0 && `没有收到 ${units.length} 个单位的反馈：${zhNames(units)}`,
          reminded > 0 && `其中 ${reminded} 个已催办`,
          partial.length > 0 && `没有报全：${zhNames(partial)}`,
          `报送时限 ${filingDay}`,
        ],
        '；',
      ),
  },
  since: {
    what: () => '关账后收到的材料',
    why: ({ names }: Since) => `关账以后，反馈表或佐证材料有增减：${zhNames(names)}；不计入本季度`,
  },
  unsigned: {
    what: () => '未签收的公文',
    why: ({ quarter, units }: Named & { readonly units: readonly string[] }) =>
      `${units.length} 个单位还没有签收：${zhNames(units)}；签收后登记到 inputs/${quarter}/receipts.csv`,
  },
  replies: {
    what: () => '待收的回执',
    why: ({ days }: Replies) =>
      days.map(({ day, count, isPast }) => `${day} ${isPast === true ? '已过期' : '前'} ${count} 件`).join('，'),
  },
  earlier: {
    what: () => '以前的季度',
    why: ({ quarter, papers }: Papers) => `${quarter} 已印发 ${papers} 件，还没有归档`,
  },
  year: {
    what: () => '年度材料',
    why: ({ year }: { readonly year: number }) => `${year} 年四个季度做完，可以生成述职述廉摘录和专项报告`,
  },
};

const en: typeof zh = {
  init: { what: () => 'make a workspace', why: () => 'there is none here; put the folder to be made for FOLDER' },
  source: {
    what: () => 'put in the breakdown',
    why: () =>
      'the folder seeds has no breakdown; put one there (.docx, .xlsx, .txt and others) and see how it is read',
  },
  'several-sources': {
    what: () => 'keep one breakdown',
    why: ({ files }) => `the folder seeds has ${files.length}: ${enNames(files)}; move the others away`,
  },
  roster: {
    what: () => 'propose the roster',
    why: ({ names }) =>
      `the breakdown names ${names.length} units, and inputs/units.csv is empty; go over what is proposed`,
  },
  office: {
    what: () => 'fill in inputs/office.yaml',
    why: ({ blanks }) => `${blanks} places still say 〔请填写〕; fill them in an editor, then check`,
  },
  'workspace-errors': {
    what: () => 'clear the errors of the workspace',
    why: ({ errors }) => `${errors} errors in roster, office.yaml, registers; the command lists each with its remedy`,
  },
  forms: {
    what: () => 'make the return forms and send them out',
    why: ({ quarter }) =>
      quarter === null
        ? 'no quarter was begun; put the one to do for QUARTER, such as 2025Q1'
        : 'the quarter has no forms yet, and no returns',
  },
  collect: {
    what: () => 'collect the returns',
    why: ({ filingDay, folder, missing }) =>
      `to be filed by ${filingDay}; nothing from ${missing.length} units yet: ${enNames(missing)}; put what comes into ${folder} and check it`,
  },
  errors: {
    what: () => 'clear the errors of the returns',
    why: ({ units, others }) =>
      `${joined([units.length > 0 && `errors in the returns of ${enNames(units)}`, others > 0 && `${others} other errors`], '; ')}; no paper is made with errors; check lists each with its remedy and makes correction sheets`,
  },
  build: {
    what: () => 'build the drafts',
    why: ({ missing, outOfDate }) =>
      `${joined([missing > 0 && `${missing} drafts are not built`, outOfDate > 0 && `${outOfDate} drafts say something else than the data`], '; ')}; read them afterwards`,
  },
  issue: {
    what: () => 'issue what was signed',
    why: ({ ready, edited }) =>
      `${ready} drafts are built and have no number; see the list with --dry-run first${edited === 0 ? '' : `; ${edited} more were edited by hand and are issued after them`}`,
  },
  'issue-edited': {
    what: () => 'issue the drafts that were edited by hand',
    why: ({ edited }) => `${edited} drafts were edited by hand; build --overwrite makes them anew`,
  },
  'build-again': {
    what: () => 'build what must be issued again',
    why: ({ papers }) =>
      `${papers} issued papers no longer tell the truth (duties, tasks, deadlines or figures changed)`,
  },
  reissue: {
    what: () => 'reissue what was signed',
    why: ({ quarter, papers }) => `${papers} drafts lie in out/${quarter}/reissue; see the list with --dry-run first`,
  },
  archive: {
    what: () => 'print, seal and send; archive when the quarter is settled',
    why: ({ papers }) => `${papers} papers are issued and not archived`,
  },
  'archive-again': {
    what: () => 'archive again',
    why: ({ papers }) => `the register changed after the last bag (${papers} papers now); a new bag replaces it`,
  },
  done: { what: () => 'begin the next quarter', why: ({ quarter }) => `${quarter} is issued and archived` },
  missing: {
    what: () => 'missing returns',
    why: ({ units, reminded, partial, filingDay }) =>
      joined(
        [
          units.length > 0 && `nothing from ${units.length} units: ${enNames(units)}`,
          reminded > 0 && `${reminded} of them were reminded`,
          partial.length > 0 && `not for every task: ${enNames(partial)}`,
          `to be filed by ${filingDay}`,
        ],
        '; ',
      ),
  },
  since: {
    what: () => 'returns after the closing',
    why: ({ names }) => `what came or went after it does not count: ${enNames(names)}`,
  },
  unsigned: {
    what: () => 'papers not signed for',
    why: ({ quarter, units }) =>
      `${units.length} units did not sign yet: ${enNames(units)}; enter it in inputs/${quarter}/receipts.csv`,
  },
  replies: {
    what: () => 'replies due',
    why: ({ days }) =>
      days.map(({ day, count, isPast }) => `${day}${isPast === true ? ' (past)' : ''}: ${count}`).join(', '),
  },
  earlier: {
    what: () => 'an earlier quarter',
    why: ({ quarter, papers }) => `${quarter} has ${papers} issued papers and no bag`,
  },
  year: {
    what: () => 'papers of the year',
    why: ({ year }) => `the four quarters of ${year} are done; extracts and the special report can be built`,
  },
};

export const stepWords = { zh, en } as const satisfies Record<Language, typeof zh>;
