/** The result lines of the commands (stdout), in both languages. */
import type { Language } from './language.ts';
import { paperKinds, plainKinds, type PaperKind, type PlainKind } from '../../trade/paper-kinds.ts';

type Counts = Readonly<Record<'made' | 'remade' | 'unchanged' | 'edited' | 'removed' | 'failed', number>>;
type Progress = {
  readonly done: number;
  readonly total: number;
  readonly path: string;
  readonly seconds: number | null;
};
type Verification = {
  readonly target: string;
  readonly files: number;
  readonly missing: number;
  readonly changed: number;
  readonly extra: number;
  /** Names that not every system can bear; some of them are counted above too. */
  readonly badlyNamed: number;
};
type Glance = {
  readonly quarter: string;
  readonly asOf: string;
  readonly taskCount: number;
  readonly unitCount: number;
  readonly required: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
  readonly pending: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
};
type Bag = {
  readonly folder: string;
  readonly papers: number;
  readonly isNew: boolean;
  readonly previous: string | null;
  readonly isDry: boolean;
};
/** `unsigned`: units that did not sign for a paper · `first`: the earliest day by which an answer is awaited. */
type Waiting = { readonly unsigned: readonly string[]; readonly unanswered: number; readonly first: string | null };
type Window = { readonly on: string; readonly until: string };
type Issued = { readonly valid: number; readonly superseded: number; readonly outOfDate: number };
/** Papers by the table of kinds, and the files beside them. */
function kindWord(kind: PaperKind | PlainKind, language: Language): string {
  const { names, en } = kind in plainKinds ? plainKinds[kind as PlainKind] : paperKinds[kind as PaperKind];
  return language === 'zh' ? names[0] : en;
}

const mostNames = 10;

function someNames(names: readonly string[], comma: string): string {
  return names.slice(0, mostNames).join(comma);
}

const zh = {
  parsed: (title: string, tasks: number) => `${title}：${tasks} 项任务`,
  notFound: (file: string) => `找不到文件“${file}”`,
  madeKind: (kind: PaperKind | PlainKind, count: number, where: string) =>
    `${kindWord(kind, 'zh')} ${count} 份 → ${where}`,
  /** `seconds`: what is left of them; null when it cannot be said yet. */
  progress: ({ done, total, path, seconds }: Progress) =>
    `正在生成 ${done}/${total}${seconds === null ? '' : `，约剩 ${seconds} 秒`}　${path}`,
  buildTotals: (c: Counts) =>
    `新生成 ${c.made}，重新生成 ${c.remade}，未变 ${c.unchanged}，手工修改未覆盖 ${c.edited}，删除 ${c.removed}，失败 ${c.failed}`,
  sheets: (count: number, where: string) => `更正表 ${count} 份，可发回各单位 → ${where}`,
  checked: (c: { errors: number; warnings: number; infos: number }) =>
    `错误 ${c.errors}，警告 ${c.warnings}，提示 ${c.infos}：${c.errors > 0 ? '有错误，不能生成公文' : '可以生成公文'}`,
  glance: (v: Glance) => [
    `${v.quarter}（截至 ${v.asOf}）：任务 ${v.taskCount} 项，单位 ${v.unitCount} 个`,
    `报送：应报 ${v.required} 项次，按时 ${v.onTime}，迟报 ${v.late}，漏报 ${v.missing}，未到期 ${v.pending}`,
    `亮灯：绿 ${v.green}，黄 ${v.yellow}，红 ${v.red}`,
  ],
  missingUnits: (units: readonly string[]) => `有漏报的单位：${units.join('、')}`,
  issued: (i: Issued) =>
    `发文：有效 ${i.valid} 件，废止 ${i.superseded} 件${i.outOfDate === 0 ? '' : `；与现状不符 ${i.outOfDate} 处，请用 duban reissue`}`,
  waiting: ({ unsigned, unanswered, first }: Waiting) =>
    `签收：${unsigned.length === 0 ? '全部签收' : `未签收 ${unsigned.length} 件（${someNames(unsigned, '、')}${unsigned.length > mostNames ? '等' : ''}）`}；待收回执 ${unanswered} 件${first === null ? '' : `，最早应于 ${first} 前收到`}`,
  nothingDue: ({ on, until }: Window) => `${on} 至 ${until} 没有到期事项`,
  forms: (count: number, where: string, back: string) =>
    `反馈表 ${count} 份（csv 和 xlsx）→ ${where}；收回后放入 ${back}`,
  proposedUnit: (code: string, name: string, remark: string) => `${code}　${name}　${remark}`,
  proposed: (rows: number, isWritten: boolean) =>
    rows === 0
      ? '责任分解意见中的单位都已列入 inputs/units.csv'
      : `${rows} 个单位${isWritten ? '已写入 inputs/units.csv；请核对名称、简称、类别、成员，相近的并为一行' : '可补入 inputs/units.csv，未写入'}`,
  archived: ({ folder, papers, isNew, previous, isDry }: Bag) =>
    `${isNew ? (isDry ? '将归档到' : '已归档') : '内容未变，归档包仍为'} ${folder}（${papers} 件${previous === null ? '' : `，替代 ${previous}`}）`,
  verified: (v: Verification) =>
    `${v.target}：${v.files} 个文件，缺失 ${v.missing}，改动 ${v.changed}，多余 ${v.extra}${v.badlyNamed === 0 ? '' : `，名称不合要求 ${v.badlyNamed}`}`,
};

const en: typeof zh = {
  parsed: (title, tasks) => `${title}: ${tasks} tasks`,
  notFound: (file) => `file “${file}” not found`,
  madeKind: (kind, count, where) => `${kindWord(kind, 'en')}: ${count} → ${where}`,
  progress: ({ done, total, path, seconds }) =>
    `making ${done} of ${total}${seconds === null ? '' : `, about ${seconds} s left`}: ${path}`,
  buildTotals: (c) =>
    `made ${c.made}, remade ${c.remade}, unchanged ${c.unchanged}, edited and left ${c.edited}, removed ${c.removed}, failed ${c.failed}`,
  sheets: (count, where) => `correction sheets to mail back: ${count} → ${where}`,
  checked: (c) =>
    `errors ${c.errors}, warnings ${c.warnings}, notes ${c.infos}: ${c.errors > 0 ? 'papers cannot be made' : 'papers can be made'}`,
  glance: (v) => [
    `${v.quarter} (as of ${v.asOf}): ${v.taskCount} tasks, ${v.unitCount} units`,
    `returns: required ${v.required}, on time ${v.onTime}, late ${v.late}, missing ${v.missing}, pending ${v.pending}`,
    `lights: green ${v.green}, yellow ${v.yellow}, red ${v.red}`,
  ],
  missingUnits: (units) => `units with missing returns: ${units.join(', ')}`,
  issued: (i) =>
    `issued: valid ${i.valid}, superseded ${i.superseded}${i.outOfDate === 0 ? '' : `; no longer true ${i.outOfDate}, use duban reissue`}`,
  waiting: ({ unsigned, unanswered, first }) =>
    `receipts: ${unsigned.length === 0 ? 'all signed for' : `not signed for ${unsigned.length} (${someNames(unsigned, ', ')}${unsigned.length > mostNames ? ' …' : ''})`}; answers awaited ${unanswered}${first === null ? '' : `, the first by ${first}`}`,
  nothingDue: ({ on, until }) => `nothing falls due from ${on} to ${until}`,
  forms: (count, where, back) =>
    `return forms: ${count} (csv and xlsx) → ${where}; put them into ${back} when they come back`,
  proposedUnit: (code, name, remark) => `${code}  ${name}  ${remark}`,
  proposed: (rows, isWritten) =>
    rows === 0
      ? 'inputs/units.csv has every unit of the breakdown'
      : `${rows} units ${isWritten ? 'written to inputs/units.csv; go over names, short names, kinds and members, and make one row of names that are one unit' : 'could be added to inputs/units.csv; nothing was written'}`,
  archived: ({ folder, papers, isNew, previous, isDry }) =>
    `${isNew ? (isDry ? 'would be archived as' : 'archived') : 'nothing changed; the bag is still'} ${folder} (${papers} papers${previous === null ? '' : `, replaces ${previous}`})`,
  verified: (v) =>
    `${v.target}: ${v.files} files, missing ${v.missing}, changed ${v.changed}, extra ${v.extra}${v.badlyNamed === 0 ? '' : `, badly named ${v.badlyNamed}`}`,
};

export const resultWords = { zh, en } as const satisfies Record<Language, typeof zh>;
