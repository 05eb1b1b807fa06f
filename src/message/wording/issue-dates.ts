/** Messages of dates of papers and acts that cannot be true (src/register/date-checks.ts). */
export const issueDateWordings = {
  'date-before-quarter': {
    zh: ({ date, quarter, first }: { date: string; quarter: string; first: string }) =>
      `成文日期 ${date} 早于 ${quarter} 的第一天 ${first}，请核对年份`,
    en: ({ date, quarter, first }: { date: string; quarter: string; first: string }) =>
      `the date ${date} lies before the first day of ${quarter}, ${first}; check the year`,
  },
  'date-before-last': {
    zh: ({ date, number, last }: { date: string; number: string; last: string }) =>
      `成文日期 ${date} 早于同系列已登记的 ${number}（${last}）；后发的文号不能用更早的日期。如 ${number} 的日期写错，请先用 duban withdraw ${number} 作废`,
    en: ({ date, number, last }: { date: string; number: string; last: string }) =>
      `the date ${date} lies before that of ${number} (${last}) in the same series; a later number cannot bear an earlier date. If the date of ${number} is the slip, take it back first: duban withdraw ${number}`,
  },
  'date-before-ledger': {
    zh: ({ date, quarter, ledgerDay }: { date: string; quarter: string; ledgerDay: string }) =>
      `日期 ${date} 早于 ${quarter} 的台账日 ${ledgerDay}；台账日之前不能关账或发文，请核对日期`,
    en: ({ date, quarter, ledgerDay }: { date: string; quarter: string; ledgerDay: string }) =>
      `the date ${date} lies before the ledger's day of ${quarter}, ${ledgerDay}; nothing is closed or issued before it, check the date`,
  },
  'date-before-correction': {
    zh: ({ date, quarter, on }: { date: string; quarter: string; on: string }) =>
      `成文日期 ${date} 早于 ${quarter} 数字更正的日期 ${on}，而文件所用是更正后的数字；请用 ${on} 或以后的日期`,
    en: ({ date, quarter, on }: { date: string; quarter: string; on: string }) =>
      `the date ${date} lies before ${on}, when the figures of ${quarter} were corrected, and the paper speaks by the corrected ones; use ${on} or later`,
  },
  'date-late': {
    zh: ({ date, quarter, ledgerDay, days }: Late) =>
      `日期 ${date} 比 ${quarter} 的台账日 ${ledgerDay} 晚 ${days} 天以上，请核对年份和季度；确属无误，请加 --yes-that-day`,
    en: ({ date, quarter, ledgerDay, days }: Late) =>
      `the date ${date} lies more than ${days} days after the ledger's day of ${quarter}, ${ledgerDay}; check year and quarter. If it is meant, add --yes-that-day`,
  },
  'date-far-from-last': {
    zh: ({ date, last, days }: { date: string; last: string; days: number }) =>
      `日期 ${date} 比登记簿末行（${last}）晚 ${days} 天以上，请核对年份；确属无误，请加 --yes-that-day`,
    en: ({ date, last, days }: { date: string; last: string; days: number }) =>
      `the date ${date} lies more than ${days} days after the last line of the register (${last}); check the year. If it is meant, add --yes-that-day`,
  },
  'date-before-revision': {
    zh: ({ date, quarter, revision, on }: { date: string; quarter: string; revision: number; on: string }) =>
      `更正日期 ${date} 早于 ${quarter} 第 ${revision} 版数字的日期 ${on}，请核对日期`,
    en: ({ date, quarter, revision, on }: { date: string; quarter: string; revision: number; on: string }) =>
      `the date ${date} lies before that of revision ${revision} of ${quarter}, ${on}; check the date`,
  },
};

type Late = { readonly date: string; readonly quarter: string; readonly ledgerDay: string; readonly days: number };
