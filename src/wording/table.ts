/** Messages of the CSV and xlsx intake, common to every table file (src/read/table/). */
export const tableWordings = {
  'missing-column': {
    zh: ({ column }: { column: string }) => `缺少“${column}”一列，请按表样补上`,
    en: ({ column }: { column: string }) => `column “${column}” is missing; add it as in the form`,
  },
  undecodable: {
    zh: ({ encoding }: { encoding: string }) =>
      `有不能识别的字节（按 ${encoding} 解读）；请在 Excel 或 WPS 中另存为“CSV UTF-8”后重新报送`,
    en: ({ encoding }: { encoding: string }) =>
      `bytes that cannot be decoded (read as ${encoding}); save the file again as “CSV UTF-8”`,
  },
};
