/** Messages of zip packages (src/ooxml/zip.ts) and of the DOCX writer (src/write/docx/). */

/** Where in a paper: a fact of its meta, or the n-th block (of an annex) with row and column of a table. All counted from 1. */
export type PaperSpot =
  | { readonly fact: string }
  | {
      readonly block: number;
      readonly annex: number | null;
      readonly row: number | null;
      readonly column: number | null;
    };

const facts: Readonly<Record<string, string>> = {
  title: '标题',
  issuerMark: '发文机关标志',
  recipients: '主送机关',
  issuers: '署名',
  note: '附注',
  copiedTo: '抄送机关',
  printedBy: '印发机关',
  copyNumber: '份号',
  classification: '密级和保密期限',
  urgency: '紧急程度',
  signatories: '签发人',
};

function spotZh(spot: PaperSpot): string {
  if ('fact' in spot) return facts[spot.fact] ?? spot.fact;
  const annex = spot.annex === null ? '' : `第 ${spot.annex} 段（附件）内`;
  const row = spot.row === null ? '' : `表格第 ${spot.row} 行`;
  return `${annex}第 ${spot.block} 段${row}${spot.column === null ? '' : `第 ${spot.column} 格`}`;
}

function spotEn(spot: PaperSpot): string {
  if ('fact' in spot) return spot.fact;
  const annex = spot.annex === null ? '' : ` of the annex (block ${spot.annex})`;
  const row = spot.row === null ? '' : `, row ${spot.row}`;
  return `block ${spot.block}${annex}${row}${spot.column === null ? '' : `, cell ${spot.column}`}`;
}

export const docxWordings = {
  'zip-unreadable': {
    zh: () => '不是完整的压缩包（.docx、.xlsx 也是压缩包）；文件可能已损坏或格式不符，请用 WPS 或 Office 另存后重试',
    en: () =>
      'not a whole zip package (.docx and .xlsx are such); damaged or of another format: save it again from an office program',
  },
  'zip-too-many-entries': {
    zh: ({ count, limit }: { count: number; limit: number }) =>
      `压缩包内有 ${count} 个文件，超过上限 ${limit} 个，未读取`,
    en: ({ count, limit }: { count: number; limit: number }) =>
      `the package holds ${count} files, more than ${limit}; not read`,
  },
  'zip-too-large': {
    zh: ({ name, limit }: { name: string; limit: number }) =>
      `压缩包内“${name}”展开后超过 ${limit} 字节，未读取；如是表格，请删去末尾带格式的空行后另存`,
    en: ({ name, limit }: { name: string; limit: number }) =>
      `“${name}” in the package unpacks to more than ${limit} bytes and is not read; of a table, delete the formatted empty rows at its end and save it anew`,
  },
  'zip-damaged-entry': {
    zh: ({ name }: { name: string }) => `压缩包内“${name}”已损坏（校验不符），请重新取得该文件`,
    en: ({ name }: { name: string }) =>
      `“${name}” in the package is damaged (checksum or size is wrong); get the file again`,
  },
  'zip-encrypted': {
    zh: ({ name }: { name: string }) => `压缩包内“${name}”已加密，请去掉密码后重试`,
    en: ({ name }: { name: string }) => `“${name}” in the package is encrypted; save it without a password`,
  },
  'zip-duplicate-name': {
    zh: ({ name }: { name: string }) => `压缩包内“${name}”出现两次，无法判断以哪个为准`,
    en: ({ name }: { name: string }) => `“${name}” stands twice in the package; which one is meant is unclear`,
  },
  'zip-unsafe-name': {
    zh: ({ name }: { name: string }) => `压缩包内的文件名“${name}”指向包外，未读取`,
    en: ({ name }: { name: string }) => `the name “${name}” in the package leads outside it; not read`,
  },
  'docx-unwritable-character': {
    zh: ({ spot, code, around }: { spot: PaperSpot; code: string; around: string }) =>
      `${spotZh(spot)}中有不能写入公文的字符 U+${code}（“${around}”），请在来源中删去后重试`,
    en: ({ spot, code, around }: { spot: PaperSpot; code: string; around: string }) =>
      `${spotEn(spot)} holds U+${code}, which no document can hold (“${around}”); remove it from the source`,
  },
  'docx-ragged-table': {
    zh: ({ spot, columns }: { spot: PaperSpot; columns: number }) =>
      `${spotZh(spot)}的单元格没有占满 ${columns} 列，请检查模板中的行列合并`,
    en: ({ spot, columns }: { spot: PaperSpot; columns: number }) =>
      `the cells of ${spotEn(spot)} do not fill its ${columns} columns; check the spans in the template`,
  },
  'reference-unsound': {
    zh: ({ fault }: { fault: string }) =>
      `用此文件生成的公文 Word 打不开（${fault}）；请在 Word 中打开它另存一次，或换一份`,
    en: ({ fault }: { fault: string }) =>
      `papers made with it would not open in Word (${fault}); open it in Word and save it anew, or use another`,
  },
  'reference-not-docx': {
    zh: () => '不是 .docx 文件（缺少 word/document.xml），请用 WPS 或 Word 另存为 .docx',
    en: () => 'not a .docx file (word/document.xml is missing); save it as .docx',
  },
  'reference-strict': {
    zh: () => '采用“严格”格式（Strict Open XML），请另存为普通的 .docx',
    en: () => 'in the Strict Open XML format; save it as an ordinary .docx',
  },
  'reference-marker-missing': {
    zh: () => '参照文档正文中没有单独成段的 {{正文}}，无法确定正文位置；请在应放正文处另起一段，只写 {{正文}}',
    en: () => 'no paragraph of its own says {{正文}}, so the place of the text is unknown; add one where the text goes',
  },
  'reference-marker-twice': {
    zh: ({ count }: { count: number }) => `参照文档中 {{正文}} 出现 ${count} 次，只能保留一处`,
    en: ({ count }: { count: number }) => `{{正文}} stands ${count} times in the reference document; keep one`,
  },
  'reference-marker-place': {
    zh: () => '{{正文}} 须在正文中单独成段，不能在表格、文本框、页眉页脚内，也不能与其他文字同段',
    en: () =>
      '{{正文}} must be a paragraph of its own in the body, not in a table, text box, header or footer, nor beside other text',
  },
  'reference-sections': {
    zh: ({ count }: { count: number }) => `参照文档分为 ${count} 节，只能有一节；请删去分节符`,
    en: ({ count }: { count: number }) => `the reference document has ${count} sections; remove the section breaks`,
  },
  'reference-macros': {
    zh: ({ part }: { part: string }) => `参照文档含有宏（${part}），不予使用；请另存为不含宏的 .docx`,
    en: ({ part }: { part: string }) => `the reference document holds macros (${part}); save it as .docx without them`,
  },
  'reference-doctype': {
    zh: ({ part }: { part: string }) => `参照文档的 ${part} 含有 <!DOCTYPE，不予使用；请用 WPS 或 Word 重新另存`,
    en: ({ part }: { part: string }) =>
      `${part} of the reference document holds a <!DOCTYPE; save it again from an office program`,
  },
  'reference-external': {
    zh: ({ part, target }: { part: string; target: string }) =>
      `参照文档链接到外部内容“${target}”（${part}），不予使用；请断开链接或改为嵌入`,
    en: ({ part, target }: { part: string; target: string }) =>
      `the reference document links to “${target}” outside it (${part}); break the link or embed the content`,
  },
  'reference-part-missing': {
    zh: ({ part }: { part: string }) => `参照文档缺少 ${part}，请用 WPS 或 Word 重新另存`,
    en: ({ part }: { part: string }) =>
      `${part} is missing from the reference document; save it again from an office program`,
  },
};
