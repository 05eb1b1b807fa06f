/** Messages of reading and proving the register (src/register/). */
import { reasonOf } from './system.ts';

export const registerWordings = {
  'register-row-unread': {
    zh: () => '登记簿中混有不是登记内容的一行（合计、说明或标题），请删除',
    en: () => 'a row that is no entry (a total, note or title); delete it',
  },
  'register-no-number': {
    zh: ({ column, written }: Written) => `“${column}”应为正整数，现为“${written}”；请从备份或版本库恢复本行`,
    en: ({ column, written }: Written) =>
      `${column} must be a positive integer, found “${written}”; restore the line from a backup or version control`,
  },
  'bad-hash': {
    zh: ({ written }: { written: string }) =>
      `校验码应为 64 位十六进制数，现为“${short(written)}”；请从备份或版本库恢复本行`,
    en: ({ written }: { written: string }) =>
      `the hash must be 64 hexadecimal digits, found “${short(written)}”; restore the row from a backup or version control`,
  },
  'record-missing': {
    zh: ({ path }: { path: string }) => `找不到登记件“${path}”；请从备份或版本库恢复，恢复前不能发文`,
    en: ({ path }: { path: string }) => `record “${path}” is missing; restore it, nothing can be issued before`,
  },
  'record-changed': {
    zh: ({ path }: { path: string }) => `登记件“${path}”与校验码不符，内容已被改动；请从备份或版本库恢复`,
    en: ({ path }: { path: string }) => `record “${path}” does not match its hash: it was changed; restore it`,
  },
  'not-read': {
    zh: ({ reason }: { reason: string }) => `未能读取，读得到以前不能发文：${reasonOf(reason, 'zh')}`,
    en: ({ reason }: { reason: string }) =>
      `not read, nothing can be issued before it can be: ${reasonOf(reason, 'en')}`,
  },
  'record-without-row': {
    zh: () =>
      '有登记件而登记簿中没有对应的一行：该行被删除，或 register.csv 是旧的；请恢复 register.csv，否则文号会重复',
    en: () =>
      'a record without a row: the row was deleted or register.csv is an old copy; restore it, or numbers would be given twice',
  },
  'register-lost': {
    zh: ({ count }: { count: number }) =>
      `register.csv 不在或没有内容，而登记件有 ${count} 件；请从备份或版本库恢复 register.csv，恢复前不能发文`,
    en: ({ count }: { count: number }) =>
      `register.csv is missing or empty, yet there are ${count} records; restore it, nothing can be issued before`,
  },
  'register-gone': {
    zh: ({ count }: { count: number }) =>
      `register.csv 和登记件都不在，而 out/issued 中有 ${count} 件已编号的文件；请从备份或版本库恢复 inputs/register，恢复前不能发文，已发文件原样保留`,
    en: ({ count }: { count: number }) =>
      `register.csv and its records are gone, yet there are ${count} numbered papers in out/issued; restore inputs/register, nothing can be issued before, and leave the papers where they are`,
  },
  'register-behind': {
    zh: ({ numbers }: { numbers: readonly string[] }) =>
      `已归档的 ${numbers.slice(0, 3).join('、')}${numbers.length > 3 ? ` 等 ${numbers.length} 件` : ''}，登记簿中没有：register.csv 是旧的或被删短；请从备份或版本库恢复，恢复前不能发文`,
    en: ({ numbers }: { numbers: readonly string[] }) =>
      `${numbers.slice(0, 3).join(', ')}${numbers.length > 3 ? ` and others, ${numbers.length} in all,` : ''} are archived and not in the register: it is an old copy or cut; restore it, nothing can be issued before`,
  },
  'register-differs': {
    zh: ({ column, written, recorded }: Differing) => `“${column}”现为“${written}”，登记件中为“${recorded}”；请改回`,
    en: ({ column, written, recorded }: Differing) =>
      `${column} is “${written}”, the record has “${recorded}”; change it back`,
  },
  'number-twice': {
    zh: ({ number }: Numbered) => `发文字号 ${number} 重复；请从备份或版本库恢复登记簿`,
    en: ({ number }: Numbered) => `${number} stands twice; restore the register from a backup or version control`,
  },
  'count-twice': {
    zh: ({ column, found }: { column: string; found: number }) => `“${column}”${found} 重复；请恢复登记簿`,
    en: ({ column, found }: { column: string; found: number }) =>
      `${column} ${found} stands twice; restore the register`,
  },
  'register-gap': {
    zh: ({ column, expected, found }: { column: string; expected: number; found: number }) =>
      `“${column}”不连续：应为 ${expected}，现为 ${found}；缺失的行请从备份或版本库恢复`,
    en: ({ column, expected, found }: { column: string; expected: number; found: number }) =>
      `${column} is not consecutive: expected ${expected}, found ${found}; restore the missing row`,
  },
  'register-date-order': {
    zh: ({ number, before }: { number: string; before: string }) =>
      `${number} 的成文日期早于同系列登记在前的 ${before}；请从备份或版本库恢复登记簿`,
    en: ({ number, before }: { number: string; before: string }) =>
      `${number} is dated before ${before}, which precedes it in the series; restore the register from a backup`,
  },
  'chain-broken': {
    zh: ({ position }: { position: number }) =>
      `第 ${position} 行与其校验链不符：本行或上一行在登记后被改动；登记簿只增不改，请从备份或版本库恢复`,
    en: ({ position }: { position: number }) =>
      `line ${position} does not match its chain: it, or the line before, was changed after it was entered; restore the register from a backup or version control`,
  },
  'register-old-version': {
    zh: () =>
      '这是 0.1.0 版的登记簿（没有“校验链”一列），本版不能续用；请用 0.1.0 版查验，或将 inputs/register 与 out/issued 一并移至别处，另建登记簿',
    en: () =>
      'this is a register of version 0.1.0 (without the column 校验链), which this version cannot continue; read it with 0.1.0, or move inputs/register and out/issued away together and begin a new register',
  },
  'register-no-quarter': {
    zh: ({ written }: { written: string }) => `“季度”应如 2024Q3，现为“${written}”；请从备份或版本库恢复本行`,
    en: ({ written }: { written: string }) =>
      `季度 must be like 2024Q3, found “${written}”; restore the line from a backup or version control`,
  },
  'no-such-paper-yet': {
    zh: ({ number }: Numbered) => `此前没有印发过“${number}”；请从备份或版本库恢复登记簿`,
    en: ({ number }: Numbered) => `“${number}” was not issued before this line; restore the register from a backup`,
  },
  'no-such-notice': {
    zh: ({ number }: Numbered) => `登记簿中没有撤回通知“${number}”；请从备份或版本库恢复登记簿`,
    en: ({ number }: Numbered) => `the register has no notice “${number}” of this recall; restore it from a backup`,
  },
  'not-valid-any-more': {
    zh: ({ number }: Numbered) => `${number} 此前已废止、作废或撤回，不能再替代或撤销；请从备份或版本库恢复登记簿`,
    en: ({ number }: Numbered) =>
      `${number} was not valid any more, and cannot be replaced or taken back; restore the register from a backup`,
  },
  'no-such-revision': {
    zh: ({ quarter, revision }: { quarter: string; revision: number }) =>
      `${quarter} 此前没有第 ${revision} 次修订；请从备份或版本库恢复登记簿`,
    en: ({ quarter, revision }: { quarter: string; revision: number }) =>
      `${quarter} had no revision ${revision} before this line; restore the register from a backup`,
  },
  'revision-order': {
    zh: ({ quarter, expected, found }: { quarter: string; expected: number; found: number }) =>
      `${quarter} 的“修订”应为 ${expected}，现为 ${found}，且须先关账后更正；请从备份或版本库恢复登记簿`,
    en: ({ quarter, expected, found }: { quarter: string; expected: number; found: number }) =>
      `the revision of ${quarter} must be ${expected}, found ${found}, and a closing comes before corrections; restore the register from a backup`,
  },
  'closed-over-papers': {
    zh: ({ quarter, number }: { quarter: string; number: string }) =>
      `${quarter} 重新关账时 ${number} 尚未作废；请从备份或版本库恢复登记簿`,
    en: ({ quarter, number }: { quarter: string; number: string }) =>
      `${quarter} was closed anew while ${number} was not void; restore the register from a backup`,
  },
  'two-valid-letters': {
    zh: ({ number, other }: Pair) =>
      `同一季度给同一单位的文件有两件有效：${other}、${number}；请从备份或版本库恢复登记簿`,
    en: ({ number, other }: Pair) =>
      `two valid papers of one kind, unit and quarter: ${other}, ${number}; restore the register from a backup`,
  },
};

type Written = { readonly column: string; readonly written: string };
type Differing = Written & { readonly recorded: string };
type Numbered = { readonly number: string };
type Pair = { readonly number: string; readonly other: string };

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
