/** Document numbers as people type them. */

/** With other brackets, blanks, full-width digits: `X督[2024]5` is `X督〔2024〕5号`. */
export function asNumber(written: string): string {
  const folded = written
    .replaceAll(/[０-９]/gu, (digit) => digit.normalize('NFKC'))
    .replaceAll(/\s/gu, '')
    .replace(/[[(（［【{〔](\d{4})[\])）］】}〕]/u, '〔$1〕');
  return folded.endsWith('号') ? folded : `${folded}号`;
}

/** Numbers that may have been meant: the same serial in another series or year. */
export function numbersLike(written: string, numbers: readonly string[]): readonly string[] {
  const serial = /(?<!\d)(\d+)号?$/u.exec(written)?.[1] ?? '';
  return numbers.filter((number) => number.endsWith(`〕${serial}号`)).slice(0, 3);
}
