type CatalogueInForce = {
  readonly tasks: number;
  readonly document: string;
  readonly documentTasks: number;
  readonly isSame: boolean;
};

/** Messages of the workspace as a whole (src/workspace/workspace.ts). */
export const workspaceWordings = {
  'missing-file': {
    zh: () => '找不到文件',
    en: () => 'file not found',
  },
  'misnamed-file': {
    zh: ({ right }: { right: string }) => `名称与“${right}”只差大小写或全半角，这台计算机读不到；请改名为“${right}”`,
    en: ({ right }: { right: string }) =>
      `differs from “${right}” in case or width only, and is not read on this computer; rename it “${right}”`,
  },
  'unread-file': {
    zh: ({ nearest }: { nearest: readonly string[] }) =>
      `没有读这个文件${nearest.length > 0 ? `；是否应为“${nearest.join('、')}”？` : ''}`,
    en: ({ nearest }: { nearest: readonly string[] }) =>
      `this file is not read${nearest.length > 0 ? `; should it be “${nearest.join(', ')}”?` : ''}`,
  },
  'saved-meanwhile': {
    zh: () => '检查期间此文件被保存过（可能正在 Excel 中打开），未写入；请保存并关闭后再运行',
    en: () =>
      'the file was saved while it was checked (it may be open in Excel), and nothing was written; save, close it and run again',
  },
  'workspace-exists': {
    zh: () => '这里已有工作区，未作任何改动；请另选一个空文件夹',
    en: () => 'there is a workspace here already; nothing was changed: choose an empty folder',
  },
  'several-breakdowns': {
    zh: ({ files }: { files: readonly string[] }) =>
      `只能有一份责任分解意见，现有：${files.join('、')}；请把其余的移出 seeds（另一份的任务可逐项用 duban task add 加入，或加进 seeds/catalogue.csv，任务标识不与第一份重复，如“乙:1”）`,
    en: ({ files }: { files: readonly string[] }) =>
      `there must be one breakdown, but there are ${files.join(', ')}; move the others out of seeds; tasks of another one are added by duban task add, or to seeds/catalogue.csv under keys of their own, such as 乙:1`,
  },
  'roster-missing': {
    zh: ({ names }: { names: readonly string[] }) =>
      `单位名录是空的；责任分解意见中有 ${names.length} 个单位：${names.join('、')}；请运行 duban roster 列入，再核对`,
    en: ({ names }: { names: readonly string[] }) =>
      `the roster is empty; the breakdown names ${names.length} units: ${names.join(', ')}; run duban roster to list them, then go over the file`,
  },
  'roster-header-missing': {
    zh: () => '没有读到表头（代码,名称,类别……），未写入；请补上表头，或移走这份文件后重新运行 roster',
    en: () =>
      'no header row (代码,名称,类别 …) found, nothing was written; add it, or move the file away and run roster again',
  },
  'catalogue-in-force': {
    zh: ({ tasks, document, documentTasks, isSame }: CatalogueInForce) =>
      `以这份更正过的任务目录为准（${tasks} 项任务），同在 seeds 中的 ${document} 有 ${documentTasks} 项${isSame ? '，编号相同' : '，任务不同；如目录是旧的，请移出 seeds 后重新运行 parse'}`,
    en: ({ tasks, document, documentTasks, isSame }: CatalogueInForce) =>
      `this corrected catalogue is in force (${tasks} tasks); ${document} beside it has ${documentTasks}${isSame ? ' with the same ids' : ', not the same ones; if the catalogue is an old one, move it out of seeds and run parse again'}`,
  },
  'catalogue-edited': {
    zh: () => '这份目录改动过，未覆盖；要用它，请移到 seeds/catalogue.csv；要重新生成，请先改名或移走，再运行 parse',
    en: () =>
      'this catalogue was edited and is left as it is; move it to seeds/catalogue.csv to use it, or rename it and run parse again',
  },
  'missing-font': {
    zh: ({ role, file }: { role: string; file: string }) =>
      `找不到字体文件“${file}”（用途 ${role}）；请改正 fonts 中的 file，随附字体写作 duban:FandolFang 等`,
    en: ({ role, file }: { role: string; file: string }) =>
      `font file “${file}” (role ${role}) not found; correct fonts.${role}.file; faces that come along are named duban:FandolFang and so on`,
  },
};
