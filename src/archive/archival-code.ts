/** 档号 and 保管期限 (DA/T 22—2015 5.3; DA/T 13): 全宗号-门类代码·年度-保管期限代码-机构代码-件号. */
import type { Office } from '../domain/office.ts';

export type ArchiveRules = Office['archive'];

const retentionCodes = { 永久: 'Y', '30年': 'D30', '10年': 'D10' } as const satisfies Record<
  ArchiveRules['retention'],
  string
>;

/** `X001-WS·2024-D30-DCS-0012`; the item number is the paper's running number in the year's register, which never changes. */
export function archivalCode(rules: ArchiveRules, year: number, item: number): string {
  const { fondsCode, categoryCode, retention, sectionCode } = rules;
  return [fondsCode, `${categoryCode}·${year}`, retentionCodes[retention], sectionCode, itemNumber(item)].join('-');
}

/** 件号, at least four digits. */
export function itemNumber(item: number): string {
  return String(item).padStart(4, '0');
}
