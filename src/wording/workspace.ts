/** Messages of the workspace and office.yaml (src/read/). */
export const workspaceWordings = {
  'missing-file': {
    zh: () => '找不到文件',
    en: () => 'file not found',
  },
};
