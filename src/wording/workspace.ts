/** Messages of the workspace as a whole (src/workspace.ts). */
export const workspaceWordings = {
  'missing-file': {
    zh: () => '找不到文件',
    en: () => 'file not found',
  },
  'several-breakdowns': {
    zh: ({ files }: { files: readonly string[] }) =>
      `只能有一份责任分解意见，现有：${files.join('、')}；请把其余的移出 seeds`,
    en: ({ files }: { files: readonly string[] }) =>
      `there must be one breakdown, but there are ${files.join(', ')}; move the others out of seeds`,
  },
};
