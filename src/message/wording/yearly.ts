/** Messages of the yearly papers and of inputs/2024/integrity-reports.csv. */
export const yearlyWordings = {
  'year-quarter-open': {
    zh: ({ quarter }: { quarter: string }) =>
      `${quarter} 尚未关账；年度专题报告只用已关账季度的数据，请先印发该季度公文，或用 duban close ${quarter} --date 日期`,
    en: ({ quarter }: { quarter: string }) =>
      `${quarter} is not closed; the special report takes figures of closed quarters only: issue that quarter first, or use duban close ${quarter} --date DAY`,
  },
  'year-already-issued': {
    zh: ({ number }: { number: string }) =>
      `年度专题报告已印发（${number}），不再重发；确需重发的，先用 duban withdraw ${number} …`,
    en: ({ number }: { number: string }) =>
      `the special report is issued already (${number}); to issue it anew use duban withdraw ${number} … first`,
  },
  'year-paper-out-of-date': {
    zh: ({ number, year, quarters }: { number: string; year: number; quarters: readonly string[] }) =>
      `${number} 印发之后，${quarters.join('、')} 的数据有更正；需要重报的，先用 duban withdraw ${number} …，再用 duban issue ${year}`,
    en: ({ number, year, quarters }: { number: string; year: number; quarters: readonly string[] }) =>
      `figures of ${quarters.join(', ')} were corrected after ${number} was issued; to report anew use duban withdraw ${number} …, then duban issue ${year}`,
  },
  'year-without-returns': {
    zh: ({ year }: { year: number }) =>
      `${year} 年各季度都没有反馈材料，不能生成年度材料；请把各单位的反馈放入本文件夹`,
    en: ({ year }: { year: number }) =>
      `no quarter of ${year} has returns, so there are no yearly papers; put the units’ returns into this folder`,
  },
  'quarter-without-returns': {
    zh: ({ quarter }: { quarter: string }) => `${quarter} 没有反馈材料，未计入年度材料，材料中已注明`,
    en: ({ quarter }: { quarter: string }) => `${quarter} has no returns; the yearly papers leave it out and say so`,
  },
  'no-integrity-reports': {
    zh: () => '没有述廉报告登记表，未生成提交情况名单；需要时请建本文件，列为：单位、提交日期、备注',
    en: () =>
      'no register of integrity reports, so no roll-call is made; if you want one, make this file with columns 单位, 提交日期, 备注',
  },
  'report-twice': {
    zh: ({ unit, row }: { unit: string; row: number }) =>
      `“${unit}”的述廉报告已登记在第 ${row} 行；一个单位一年只登记一行，请删去一行`,
    en: ({ unit, row }: { unit: string; row: number }) =>
      `the report of “${unit}” stands in row ${row} already; delete one of the rows`,
  },
  'report-of-no-unit': {
    zh: ({ unit }: { unit: string }) => `“${unit}”不是本级单位，不提交述廉报告；请填写具体单位`,
    en: ({ unit }: { unit: string }) => `“${unit}” is no unit of the district and owes no report; name the unit itself`,
  },
  'report-before-the-year': {
    zh: ({ on, year }: { on: string; year: number }) =>
      `提交日期 ${on} 早于 ${year} 年，不会是该年度的述廉报告；请核对年份`,
    en: ({ on, year }: { on: string; year: number }) =>
      `${on} is before ${year} and cannot be that year’s report; check the year`,
  },
  'report-of-unlisted-unit': {
    zh: ({ unit, day, until }: UnlistedData) =>
      `“${unit}”${until === null ? '不在' : `已于 ${until} 停用，不在`} ${day} 的应提交名单中，本行未采用；请核对是否应登记为承接单位`,
    en: ({ unit, day, until }: UnlistedData) =>
      `“${unit}” ${until === null ? 'is' : `ended on ${until} and is`} not among those that owe a report on ${day}; the row is not used: should it name the successor?`,
  },
  'report-after-the-day': {
    zh: ({ unit, on, asOf }: { unit: string; on: string; asOf: string }) =>
      `“${unit}” ${on} 提交，晚于截止日 ${asOf}，名单中按未提交列`,
    en: ({ unit, on, asOf }: { unit: string; on: string; asOf: string }) =>
      `“${unit}” submitted on ${on}, after ${asOf}; the roll-call lists it as missing`,
  },
};

type UnlistedData = { readonly unit: string; readonly day: string; readonly until: string | null };
