/** Messages of closing, correcting, taking back and sealing (src/register/). */
export const actWordings = {
  'already-closed': {
    zh: ({ quarter, closedOn, number }: { quarter: string; closedOn: string; number: string }) =>
      `${quarter} 已于 ${closedOn} 关账，且 ${number} 已按其数字印发；数字有误请用 duban correct ${quarter}，只有各件全部作废后才能重新关账`,
    en: ({ quarter, closedOn, number }: { quarter: string; closedOn: string; number: string }) =>
      `${quarter} was closed on ${closedOn} and ${number} speaks by its figures; for a wrong figure use duban correct ${quarter}, it can be closed anew only when all its papers are void`,
  },
  'close-again-reason': {
    zh: ({ quarter, closedOn }: { quarter: string; closedOn: string }) =>
      `${quarter} 已于 ${closedOn} 关账；重新关账须写明原因，请加 --reason`,
    en: ({ quarter, closedOn }: { quarter: string; closedOn: string }) =>
      `${quarter} was closed on ${closedOn}; closing it anew needs a reason, add --reason`,
  },
  'not-closed-yet': {
    zh: ({ quarter }: { quarter: string }) =>
      `${quarter} 尚未关账，没有可更正的数字；请改正报送材料后重新运行 duban build ${quarter}`,
    en: ({ quarter }: { quarter: string }) =>
      `${quarter} is not closed, there is no frozen figure to correct; correct the returns and run duban build ${quarter}`,
  },
  'revision-moved': {
    zh: ({ quarter }: { quarter: string }) =>
      `${quarter} 的冻结数字在生成后有变化（另有人关账或更正）；请重新运行 duban build ${quarter}，核对后再试`,
    en: ({ quarter }: { quarter: string }) =>
      `the frozen figures of ${quarter} changed meanwhile (closed or corrected by somebody else); run duban build ${quarter}, check, and try again`,
  },
  'needs-basis': {
    zh: () => '须写明依据或原因，不能为空',
    en: () => 'a basis or reason is needed and cannot be empty',
  },
  'not-entered': {
    zh: () => '没有登记：原因、依据或标题中有不能存取的字符，登记后将读不回来；请重新输入这些文字后再试',
    en: () =>
      'not entered: a reason, basis or title holds characters that would not read back; type it anew and try again',
  },
  'withdrawn-already': {
    zh: ({ number, state }: { number: string; state: 'void' | 'recalled' }) =>
      `${number} 已${state === 'void' ? '作废' : '撤回'}，无须再办`,
    en: ({ number, state }: { number: string; state: 'void' | 'recalled' }) => `${number} is ${state} already`,
  },
  'withdraw-replaced': {
    zh: ({ number, other }: { number: string; other: string }) =>
      `${number} 已被 ${other} 替代而废止；如要恢复 ${number}，请先作废 ${other}`,
    en: ({ number, other }: { number: string; other: string }) =>
      `${number} was replaced by ${other}; to have ${number} back, take back ${other} first`,
  },
  'withdraw-twin': {
    zh: ({ number, restored, other }: { number: string; restored: string; other: string }) =>
      `${number} 作废后，它所替代的 ${restored} 将恢复有效，而同一单位另有有效的 ${other}；请先作废 ${other}`,
    en: ({ number, restored, other }: { number: string; restored: string; other: string }) =>
      `without ${number}, ${restored} which it replaced would be valid again beside ${other} to the same unit; take back ${other} first`,
  },
  'nothing-to-seal': {
    zh: () => '登记簿还没有内容，无可封存；请在关账或印发后再封存',
    en: () => 'the register is empty, there is nothing to seal; seal it after something was closed or issued',
  },
  'seal-cut': {
    zh: ({ count, found }: { count: number; found: number }) =>
      `封存时登记簿有 ${count} 行，现只有 ${found} 行：封存后有登记被删除，或 register.csv 是旧的；请从备份或版本库恢复`,
    en: ({ count, found }: { count: number; found: number }) =>
      `the register had ${count} lines when it was sealed and has ${found} now: lines were deleted, or register.csv is an old copy; restore it from a backup or version control`,
  },
  'seal-differs': {
    zh: ({ count }: { count: number }) =>
      `第 ${count} 行的校验码与封存单不符：封存的登记在其后被改写；请从封存时的备份恢复，并核对封存单上的行数和校验码`,
    en: ({ count }: { count: number }) =>
      `the hash of line ${count} is not that of the seal: what was sealed was rewritten since; restore the register from a copy of that time, and check count and hash on the seal`,
  },
};
