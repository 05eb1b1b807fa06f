/** Messages of the breakdown parser (src/read/breakdown/). */
export const breakdownWordings = {
  'wrapped-line': {
    zh: ({ no }: { no: string }) => `任务 ${no} 的文字在行尾断开，已与下一行相接`,
    en: ({ no }: { no: string }) => `the text of task ${no} is broken over lines; joined`,
  },
};
