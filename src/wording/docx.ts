/** Messages of zip packages (src/zip.ts) and of the DOCX writer (src/write/docx/). */
export const docxWordings = {
  'zip-unreadable': {
    zh: () => '不是完整的压缩包（.docx、.xlsx 也是压缩包）；文件可能已损坏或格式不符，请用 WPS 或 Office 另存后重试',
    en: () =>
      'not a whole zip package (.docx and .xlsx are such); damaged or of another format: save it again from an office program',
  },
  'zip-too-many-entries': {
    zh: ({ count, limit }: { count: number; limit: number }) =>
      `压缩包内有 ${count} 个文件，超过上限 ${limit} 个，未读取`,
    en: ({ count, limit }: { count: number; limit: number }) =>
      `the package holds ${count} files, more than ${limit}; not read`,
  },
  'zip-too-large': {
    zh: ({ name, limit }: { name: string; limit: number }) => `压缩包内“${name}”展开后超过 ${limit} 字节，未读取`,
    en: ({ name, limit }: { name: string; limit: number }) =>
      `“${name}” in the package unpacks to more than ${limit} bytes; not read`,
  },
  'zip-damaged-entry': {
    zh: ({ name }: { name: string }) => `压缩包内“${name}”已损坏（校验不符），请重新取得该文件`,
    en: ({ name }: { name: string }) =>
      `“${name}” in the package is damaged (checksum or size is wrong); get the file again`,
  },
  'zip-encrypted': {
    zh: ({ name }: { name: string }) => `压缩包内“${name}”已加密，请去掉密码后重试`,
    en: ({ name }: { name: string }) => `“${name}” in the package is encrypted; save it without a password`,
  },
  'zip-duplicate-name': {
    zh: ({ name }: { name: string }) => `压缩包内“${name}”出现两次，无法判断以哪个为准`,
    en: ({ name }: { name: string }) => `“${name}” stands twice in the package; which one is meant is unclear`,
  },
  'zip-unsafe-name': {
    zh: ({ name }: { name: string }) => `压缩包内的文件名“${name}”指向包外，未读取`,
    en: ({ name }: { name: string }) => `the name “${name}” in the package leads outside it; not read`,
  },
};
