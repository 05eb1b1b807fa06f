/** Messages of what the office adds to single letters, and of what comes back for them: inputs/<quarter>/remarks.csv, receipts.csv. */
type OneUnit = { readonly unit: string };
type OneNumber = { readonly number: string };

type SinceClosing = {
  readonly quarter: string;
  readonly closedOn: string;
  readonly unit: string | null;
  readonly kind: keyof typeof sinceClosingWords;
};

/** What lies with the returns and counts no more: of whom it is comes first. */
const sinceClosingWords = {
  return: {
    zh: (of: string) => `此后收到${of}这份反馈表，不计入本季度；要更正某一项的，请用 duban correct`,
    en: (of: string) => `this return${of} came after it and does not count; \`duban correct\` changes a single value`,
  },
  evidence: {
    zh: (of: string) => `此后收到${of}这份佐证材料，未随本季度固定，归档时不收入；如需留存，请另行归入案卷`,
    en: (of: string) =>
      `this evidence${of} came after it, was not frozen and will not be archived; file it by hand if it is to be kept`,
  },
  gone: {
    zh: (of: string) => `关账时${of}这份佐证材料现已不在；归档时注明缺失，请找回放回原处`,
    en: (of: string) => `this evidence${of}, frozen with it, is gone; the archive will say so, put it back`,
  },
} as const;

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
  'file-since-closing': {
    zh: ({ quarter, closedOn, unit, kind }: SinceClosing) =>
      `${quarter} 已于 ${closedOn} 关账，${sinceClosingWords[kind].zh(unit === null ? '' : `“${unit}”的`)}`,
    en: ({ quarter, closedOn, unit, kind }: SinceClosing) =>
      `${quarter} was closed on ${closedOn}; ${sinceClosingWords[kind].en(unit === null ? '' : ` of “${unit}”`)}`,
  },
  'receipt-unknown-number': {
    zh: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `登记簿里没有“${written}”${nearest.length === 0 ? '' : `；是否为${nearest.map((each) => `“${each}”`).join('、')}？`}`,
    en: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `the register has no “${written}”${nearest.length === 0 ? '' : `; did you mean ${nearest.join(', ')}?`}`,
  },
  'receipt-other-quarter': {
    zh: ({ number, quarter }: { number: string; quarter: string }) =>
      `${number} 是 ${quarter} 的公文；请登记到 inputs/${quarter}/receipts.csv`,
    en: ({ number, quarter }: { number: string; quarter: string }) =>
      `${number} is a paper of ${quarter}; enter it in inputs/${quarter}/receipts.csv`,
  },
  'receipt-of-void': {
    zh: ({ number }: OneNumber) => `${number} 已作废，没有发出，不会有人签收；确已发出的，应撤回而不是作废`,
    en: ({ number }: OneNumber) =>
      `${number} is void and was never sent; a paper that was sent is recalled, not made void`,
  },
  'receipt-after-recall': {
    zh: ({ number, on }: OneNumber & { on: string }) => `${number} 已于 ${on} 撤回，此后仍有签收；请核对`,
    en: ({ number, on }: OneNumber & { on: string }) =>
      `${number} was recalled on ${on} and signed for afterwards; check`,
  },
  'receipt-before-issue': {
    zh: (of: OneNumber & { issuedOn: string; signedOn: string }) =>
      `${of.number} 于 ${of.issuedOn} 印发，签收日期 ${of.signedOn} 更早；请核对`,
    en: (of: OneNumber & { issuedOn: string; signedOn: string }) =>
      `${of.number} was issued on ${of.issuedOn}, and ${of.signedOn} is earlier; check the day`,
  },
  'receipt-reply-first': {
    zh: ({ signedOn, repliedOn }: { signedOn: string; repliedOn: string }) =>
      `回执日期 ${repliedOn} 早于签收日期 ${signedOn}；请核对`,
    en: ({ signedOn, repliedOn }: { signedOn: string; repliedOn: string }) =>
      `answered on ${repliedOn}, before it was signed for on ${signedOn}; check the days`,
  },
  'receipt-needs-unit': {
    zh: ({ number }: OneNumber) => `${number} 发给各单位，请在“单位”栏写明是谁签收`,
    en: ({ number }: OneNumber) => `${number} goes to all units; say in “单位” who signed for it`,
  },
  'receipt-not-addressee': {
    zh: ({ number, unit, addressee }: OneNumber & { unit: string; addressee: string }) =>
      `${number} 主送“${addressee}”，不是“${unit}”；请核对文号和单位`,
    en: ({ number, unit, addressee }: OneNumber & { unit: string; addressee: string }) =>
      `${number} goes to “${addressee}”, not to “${unit}”; check number and unit`,
  },
  'receipt-twice': {
    zh: ({ number, row }: OneNumber & { row: number | null }) =>
      `${number} 的签收第 ${row} 行已登记；收到回执的，补填那一行的“回执日期”`,
    en: ({ number, row }: OneNumber & { row: number | null }) =>
      `row ${row} has the receipt of ${number} already; when the answer came, fill in “回执日期” there`,
  },
} as const;
