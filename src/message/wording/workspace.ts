/** Messages of the workspace as a whole (src/workspace/workspace.ts). */
export const workspaceWordings = {
  'missing-file': {
    zh: () => '找不到文件',
    en: () => 'file not found',
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
      `只能有一份责任分解意见，现有：${files.join('、')}；请把其余的移出 seeds`,
    en: ({ files }: { files: readonly string[] }) =>
      `there must be one breakdown, but there are ${files.join(', ')}; move the others out of seeds`,
  },
  'missing-font': {
    zh: ({ role, file }: { role: string; file: string }) =>
      `找不到字体文件“${file}”（用途 ${role}）；请改正 fonts 中的 file，随附字体写作 duban:FandolFang 等`,
    en: ({ role, file }: { role: string; file: string }) =>
      `font file “${file}” (role ${role}) not found; correct fonts.${role}.file; faces that come along are named duban:FandolFang and so on`,
  },
};
