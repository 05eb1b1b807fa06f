/** Messages of what the office adds to single letters, and of what comes back for them: inputs/<quarter>/remarks.csv, receipts.csv. */
type OneUnit = { readonly unit: string };

export const correspondenceWordings = {
  'remark-to-no-unit': {
    zh: ({ unit }: OneUnit) => `“${unit}”不是收通知的单位（集体或外部单位），不能附加说明；请写具体单位`,
    en: ({ unit }: OneUnit) => `“${unit}” gets no letter (it is a group or an external body); name the unit itself`,
  },
  'remark-twice': {
    zh: ({ unit, row }: OneUnit & { row: number | null }) => `给“${unit}”的同一段话第 ${row} 行已有；删去一行`,
    en: ({ unit, row }: OneUnit & { row: number | null }) =>
      `row ${row} says the same to “${unit}” already; delete one of them`,
  },
  'remark-without-letter': {
    zh: ({ unit, quarter }: OneUnit & { quarter: string }) =>
      `“${unit}”在 ${quarter} 没有督办通知，这段话不会印出；请核对单位名称`,
    en: ({ unit, quarter }: OneUnit & { quarter: string }) =>
      `“${unit}” gets no letter in ${quarter}, and this is printed nowhere; check the name`,
  },
  'remark-unsaid': {
    zh: ({ unit }: OneUnit) =>
      `给“${unit}”的这段话没有印进通知：本单位的 templates/letter.hbs 里没有 {{#each remarks}}；照程序自带的模板补上`,
    en: ({ unit }: OneUnit) =>
      `the letter to “${unit}” does not say this: templates/letter.hbs of this office has no {{#each remarks}}; add it as in the template that comes along`,
  },
  'remarks-since-closing': {
    zh: ({ quarter, closedOn, units }: { quarter: string; closedOn: string; units: readonly string[] }) =>
      `${quarter} 已于 ${closedOn} 关账，此后改动的附加说明不印入通知：${units.map((unit) => `“${unit}”`).join('、')}`,
    en: ({ quarter, closedOn, units }: { quarter: string; closedOn: string; units: readonly string[] }) =>
      `${quarter} was closed on ${closedOn}; remarks changed since are not printed: ${units.join(', ')}`,
  },
} as const;
