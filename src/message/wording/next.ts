/** How a next step is told, and the words that a clerk replaces in its command. */
import type { Language } from './language.ts';

const zh = {
  next: (quarter: string | null, what: string) => `${quarter === null ? '' : `${quarter} `}下一步：${what}`,
  why: (text: string) => `原因：${text}`,
  command: (command: string) => `命令：${command}`,
  besides: () => '同时留意：',
  beside: (what: string, why: string) => `· ${what}：${why}`,
  blanks: { folder: '文件夹', quarter: '季度', day: '日期' },
};

const en: typeof zh = {
  next: (quarter, what) => `${quarter === null ? '' : `${quarter}, `}next: ${what}`,
  why: (text) => `why: ${text}`,
  command: (command) => `command: ${command}`,
  besides: () => 'also open:',
  beside: (what, why) => `- ${what}: ${why}`,
  blanks: { folder: 'FOLDER', quarter: 'QUARTER', day: 'DAY' },
};

export const nextWords = { zh, en } as const satisfies Record<Language, typeof zh>;
