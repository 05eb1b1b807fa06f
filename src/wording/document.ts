/** Messages of templates, markup and writers (src/document/, src/write/). */
export const documentWordings = {
  'unknown-element': {
    zh: ({ element }: { element: string }) => `模板中不能使用 <${element}>`,
    en: ({ element }: { element: string }) => `templates cannot use <${element}>`,
  },
};
