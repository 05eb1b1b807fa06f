/** How a next step is told, and the words that a clerk replaces in its command. */
import type { Language } from './language.ts';

const zh = {
  next: (quarter: string | null, what: string) => `${quarter === null ? '' : `${quarter} `}下一步：${what}`,
  why: (text: string) => `原因：${text}`,
  command: (command: string) => `命令：${command}`,
  besides: () => '同时留意：',
  beside: (what: string, why: string) => `· ${what}：${why}`,
  opened: (folder: string) => `工作区：${folder}`,
  sample: () => '程序自带一个示例工作区，在文件夹 sample 里',
  prompt: () => '在下面输入 duban 开头的命令，回车；duban next 再看下一步，duban help 打开使用手册，exit 关闭',
  blanks: { folder: '文件夹', quarter: '季度', day: '日期' },
};

const en: typeof zh = {
  next: (quarter, what) => `${quarter === null ? '' : `${quarter}, `}next: ${what}`,
  why: (text) => `why: ${text}`,
  command: (command) => `command: ${command}`,
  besides: () => 'also open:',
  beside: (what, why) => `- ${what}: ${why}`,
  opened: (folder) => `workspace: ${folder}`,
  sample: () => 'a sample workspace comes along, in the folder sample',
  prompt: () =>
    'type commands that begin with duban; duban next says what comes next, duban help opens the manual, exit closes',
  blanks: { folder: 'FOLDER', quarter: 'QUARTER', day: 'DAY' },
};

export const nextWords = { zh, en } as const satisfies Record<Language, typeof zh>;
