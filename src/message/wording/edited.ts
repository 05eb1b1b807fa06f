/** Messages of drafts that were edited by hand and issued as they stand (src/register/, src/write/docx/as-edited.ts). */
export const editedWordings = {
  'edited-unfit': {
    zh: () => '此文稿不是完好的 .docx，或含有宏、外部链接，不能印发；请在 WPS 或 Word 中删除这些内容后另存为 .docx',
    en: () =>
      'this is no sound .docx, or holds macros or external links, and cannot be issued; take these out in WPS or Word and save it as .docx',
  },
  'edited-tracked': {
    zh: () => '文稿中还有修订标记；请在 WPS 或 Word 中接受或拒绝全部修订后保存，再印发',
    en: () => 'the draft has tracked changes; accept or reject all of them in WPS or Word, save, and issue again',
  },
  'edited-comments': {
    zh: () => '文稿中还有批注；请删除全部批注后保存，再印发',
    en: () => 'the draft has comments; delete all of them, save, and issue again',
  },
  'edited-slot': {
    zh: ({ slot, count }: Slot) =>
      `文稿中“${slot}”的空位${count === 0 ? '已不在' : `有 ${count} 处`}，不能填写；请保留原样式和空白（如“X督〔2025〕　号”“　　年　月　日”）各一处，${slot}由 issue 填写`,
    en: ({ slot, count }: Slot) =>
      `the blank of ${slot} ${count === 0 ? 'is not there any more' : `stands ${count} times`} and cannot be filled; keep it once, in its own style and blank as it was built: issue fills it`,
  },
  'edited-issued': {
    zh: ({ count, isDocxOnly }: Issued) =>
      `按手工修改后的文稿印发，与生成的草稿有 ${count} 处不同，已记入登记件${isDocxOnly ? '；只有 DOCX，PDF 请用 WPS 或 Word 由此件导出' : ''}`,
    en: ({ count, isDocxOnly }: Issued) =>
      `issued as it was edited by hand, with ${count} differences from the draft, kept in its record${isDocxOnly ? '; as DOCX only, make a PDF of it with WPS or Word' : ''}`,
  },
  'edited-figures': {
    zh: ({ figures }: { figures: readonly string[] }) =>
      `修改后的文稿中有生成的文稿里没有的数字：${figures.slice(0, 8).join('、')}${figures.length > 8 ? ` 等 ${figures.length} 个` : ''}；台账不能证明，请核对`,
    en: ({ figures }: { figures: readonly string[] }) =>
      `the edits bring in figures that the built paper does not have: ${figures.slice(0, 8).join(', ')}${figures.length > 8 ? ` and others, ${figures.length} in all` : ''}; the ledger cannot prove them, check them`,
  },
  'edited-reply-days': {
    zh: ({ expected, found }: { expected: number; found: number }) =>
      `生成的文稿有 ${expected} 处答复期限（自印发之日起…日内），修改后有 ${found} 处；登记的答复期限以修改后的文稿为准`,
    en: ({ expected, found }: { expected: number; found: number }) =>
      `the built paper asks for ${expected} answers (自印发之日起…日内), the edited one for ${found}; the register keeps those of the edited one`,
  },
  'reprint-edited': {
    zh: ({ number }: { number: string }) =>
      `${number} 是按手工修改后的文稿印发的，不能由留存内容重印；请使用原件，或从备份、档案包恢复`,
    en: ({ number }: { number: string }) =>
      `${number} went out as it was edited by hand and cannot be printed again from its record; use the original, or restore it from a backup or a bag`,
  },
};

type Slot = { readonly slot: string; readonly count: number };
type Issued = { readonly count: number; readonly isDocxOnly: boolean };
