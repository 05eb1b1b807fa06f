/** Messages of the files that lie in a quarter's folder of returns (src/intake/returns/). */
import { reasonOf } from './system.ts';

export const incomingWordings = {
  'too-many-files': {
    zh: ({ found, limit }: { found: number; limit: number }) =>
      `本文件夹有 ${found} 个文件，上限为 ${limit} 个，未读取；请核对是否放错了文件夹`,
    en: ({ found, limit }: { found: number; limit: number }) =>
      `${found} files in this folder, at most ${limit} are read; is it the right folder?`,
  },
  'return-unreadable': {
    zh: ({ unit, count }: { unit: string | null; count: number }) =>
      `${unit === null ? '本文件' : `“${unit}”的反馈`}有 ${count} 处错误，出错的行未计入；详见 check`,
    en: ({ unit, count }: { unit: string | null; count: number }) =>
      `${count} errors in the return${unit === null ? '' : ` of “${unit}”`}; the rows concerned do not count, see “check”`,
  },
  'reminder-withheld': {
    zh: ({ unit }: { unit: string }) => `“${unit}”已报送但读不出，不予催办；请先退回更正`,
    en: ({ unit }: { unit: string }) =>
      `“${unit}” has filed what cannot be read, and is not reminded; send it back first`,
  },
  attachment: {
    zh: ({ unit }: { unit: string | null }) =>
      unit === null
        ? '不是反馈表，作为附件留存；文件名中没有单位名称，不知是哪个单位的'
        : `不是反馈表，作为“${unit}”的佐证材料留存`,
    en: ({ unit }: { unit: string | null }) =>
      unit === null
        ? 'no return, kept as an attachment; no unit is named in its name'
        : `no return, kept as evidence of “${unit}”`,
  },
  'attachment-without-return': {
    zh: ({ unit }: { unit: string }) => `“${unit}”只报了附件，没有可读的反馈表；请向其索要 .xlsx，否则按未报计`,
    en: ({ unit }: { unit: string }) =>
      `“${unit}” sent attachments but no return that can be read; ask for the .xlsx, or it counts as not filed`,
  },
  'zip-opened': {
    zh: ({ tables, others }: { tables: number; others: number }) =>
      `压缩包已打开：${tables} 个反馈表${others === 0 ? '' : `，另有 ${others} 个附件`}`,
    en: ({ tables, others }: { tables: number; others: number }) =>
      `opened: ${tables} returns and ${others} other files`,
  },
  'zip-in-zip': {
    zh: () => '压缩包里的压缩包没有打开；如有反馈表，请取出后放入本文件夹',
    en: () => 'a .zip inside a .zip is not opened; take out what returns it holds',
  },
  'file-ignored': {
    zh: () => '不是反馈表（临时文件或隐藏文件），未读取',
    en: () => 'a temporary or hidden file, not read',
  },
  'file-refused': {
    zh: ({ reason }: { reason: string }) => `本文件未能读取，其他文件照常：${reasonOf(reason, 'zh')}`,
    en: ({ reason }: { reason: string }) => `the file was not read, the others were: ${reasonOf(reason, 'en')}`,
  },
  'file-failed': {
    zh: ({ fault }: { fault: string }) =>
      `读取本文件时程序出错（${fault}），本文件未采用，其他文件照常；请用 Excel 或 WPS 打开后另存为 .xlsx 再试，并把本文件发给程序的维护者`,
    en: ({ fault }: { fault: string }) =>
      `the program failed on this file (${fault}); it is not used, the others are. Save it again as .xlsx, and send it to who keeps the program`,
  },
};
