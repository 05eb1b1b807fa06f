/** Messages of the CSV and xlsx intake, common to every table file (src/read/table/). */
export const tableWordings = {
  'missing-column': {
    zh: ({ column }: { column: string }) => `缺少“${column}”一列，请按表样补上`,
    en: ({ column }: { column: string }) => `column “${column}” is missing; add it as in the form`,
  },
};
