/** What the acts on a register answer: issue, reissue, close, correct, withdraw, seal. Each says what is done, or would be. */
import { claimWords } from '../../trade/claims.ts';
import { allUnits } from '../../trade/figure-words.ts';
import { kindName, paperRow, type PaperKind } from '../../trade/paper-kinds.ts';
import type { Language } from './language.ts';

type Closed = { readonly quarter: string; readonly ledgerDay: string; readonly isDry: boolean };
type Corrected = {
  readonly quarter: string;
  readonly correction: number;
  readonly units: number;
  readonly isDry: boolean;
};
type Paper = {
  readonly number: string;
  readonly kind: PaperKind;
  readonly unit: string;
  readonly replaces: string | null;
  readonly reason: string;
};
/** One figure of a unit, as the register keeps it. */
type Changed = { readonly field: string; readonly before: string | null; readonly after: string | null };
type Withdrawn = {
  readonly number: string;
  readonly restored: string | null;
  readonly notice: string | null;
  readonly isDry: boolean;
};

type Entered = { readonly file: string; readonly units: number; readonly isCommon: boolean; readonly isDry: boolean };

const zh = {
  entered: ({ file, units, isCommon, isDry }: Entered) =>
    `${isDry ? '可写入' : '已写入'} ${file}；生效后需向 ${units} 个单位重新印发通知${isCommon ? '，并向各单位印发 1 件任务调整通知' : ''}`,
  touched: (unit: string, changes: number) => `${unit}（${changes} 处变化）`,
  dry: () => '以上为预演，没有写入任何内容；去掉 --dry-run 即执行',
  nothingToReissue: () => '没有需要重新印发的公文',
  reissued: ({ number, kind, unit, replaces, reason }: Paper) =>
    `${number}　${kindName(kind)}　${unit === '' ? allUnits : unit}　${reason}${replaces === null ? '' : `，替代${replaces}`}`,
  closed: ({ quarter, ledgerDay, isDry }: Closed) =>
    `${quarter} ${isDry ? '将' : '已'}关账，数据截至 ${ledgerDay}；此后收到的反馈只能用 duban correct 更正`,
  corrected: ({ quarter, correction, units, isDry }: Corrected) =>
    `${quarter} ${isDry ? '将作' : '已作'}第 ${correction} 次更正，${units} 个单位的数据有变化：`,
  changed: ({ field, before, after }: Changed) => `${field} ${claimWords(before ?? '—')} → ${claimWords(after ?? '—')}`,
  withdrawn: ({ number, restored, notice, isDry }: Withdrawn) =>
    `${number} ${isDry ? '将' : '已'}${notice === null ? '作废' : `撤回，撤回通知 ${notice}`}${restored === null ? '' : `；${restored}恢复有效`}`,
};

const en: typeof zh = {
  entered: ({ file, units, isCommon, isDry }) =>
    `${isDry ? 'can be written' : 'written'} to ${file}; once in force, letters of ${units} units are issued again${isCommon ? ', and one notice of changes to all' : ''}`,
  touched: (unit, changes) => `${unit} (${changes} changes)`,
  dry: () => 'this was a dry run, nothing was written; leave --dry-run out to do it',
  nothingToReissue: () => 'every issued paper still tells the truth; nothing to reissue',
  reissued: ({ number, kind, unit, replaces, reason }) =>
    `${number}　${paperRow(kind).en}　${unit === '' ? 'to all' : unit}　${reason}${replaces === null ? '' : `, replaces ${replaces}`}`,
  closed: ({ quarter, ledgerDay, isDry }) =>
    `${quarter} ${isDry ? 'would be' : 'is'} closed with its figures as of ${ledgerDay}; what comes in later counts only by duban correct`,
  corrected: ({ quarter, correction, units, isDry }) =>
    `${quarter} ${isDry ? 'would get' : 'got'} correction ${correction}; the figures of ${units} units change:`,
  changed: ({ field, before, after }) => `${field} ${before ?? '—'} → ${after ?? '—'}`,
  withdrawn: ({ number, restored, notice, isDry }) =>
    `${number} ${isDry ? 'would be' : 'is'} ${notice === null ? 'void' : `recalled by ${notice}`}${restored === null ? '' : `; ${restored} is valid again`}`,
};

export const actResults = { zh, en } as const satisfies Record<Language, typeof zh>;
