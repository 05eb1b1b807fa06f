/** What `templates` tells: which templates of a workspace differ from those of the program. */
import type { Language } from './language.ts';

const zh = {
  changed: (file: string, lines: number) => `${file}：与程序自带的有 ${lines} 行不同（- 自带，+ 本单位）`,
  same: (file: string) => `${file}：与程序自带的相同；删去以后，就随程序一起更新`,
  own: (file: string) => `${file}：程序没有这个名称的模板；只有被别的模板引用才起作用`,
  shipped: (count: number) => `其余 ${count} 个用程序自带的；要改其中一个：duban templates --take 名称`,
  taken: (file: string) => `已放入 ${file}；用记事本修改，再用 duban build；删去它就恢复程序自带的`,
};

const en: typeof zh = {
  changed: (file, lines) => `${file}: ${lines} lines differ from the program's own (- program, + this office)`,
  same: (file) => `${file}: the same as the program's own; without it, it improves with the program`,
  own: (file) => `${file}: the program has none of this name; it counts only where another template uses it`,
  shipped: (count) => `${count} others are the program's own; to change one: duban templates --take NAME`,
  taken: (file) =>
    `${file} is there; change it in an editor, then duban build; without it the program's own counts again`,
};

export const templateWords = { zh, en } as const satisfies Record<Language, typeof zh>;

export const templateWordings = {
  'template-unknown': {
    zh: ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
      `程序没有模板“${name}”${nearest.length > 0 ? `；是否为 ${nearest.join('、')}？` : ''}`,
    en: ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
      `the program has no template “${name}”${nearest.length > 0 ? `; did you mean ${nearest.join(', ')}?` : ''}`,
  },
  'template-taken': {
    zh: () => '工作区里已经有这个模板，未作改动',
    en: () => 'the workspace has this template already; nothing was changed',
  },
};
