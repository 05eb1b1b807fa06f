const waysOut: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  JSON: {
    zh: '是程序之间交换数据用的，不是责任分解意见；请用原来的文件（.docx、.xlsx 等）',
    en: 'it is data for programs, no breakdown; use the document it came from (.docx, .xlsx …)',
  },
  XML: {
    zh: '请在 Word、Excel 或 WPS 中打开，另存为 .docx 或 .xlsx',
    en: 'open it in Word, Excel or WPS and save it as .docx or .xlsx',
  },
  MHT: {
    zh: '请在浏览器或 Word 中打开，另存为 .docx',
    en: 'open it in a browser or Word and save it as .docx',
  },
  HTML: {
    zh: '请在浏览器中打开，将正文贴入 Word 或 WPS，另存为 .docx',
    en: 'open it in a browser, paste the text into Word or WPS and save it as .docx',
  },
  OFD: {
    zh: '请用原来的 .docx，或在 OFD 阅读器中转为 .docx 并校对',
    en: 'use the .docx it was made from, or convert it to .docx and proofread it',
  },
  ZIP: { zh: '请先解压，再读其中的 .docx、.txt 或 .csv', en: 'unpack it and read the .docx, .txt or .csv in it' },
  DOC: {
    zh: '请在 Word 或 WPS 中另存为 .docx',
    en: 'save it as .docx in Word or WPS',
  },
};

function wayOut(kind: string): { readonly zh: string; readonly en: string } {
  return (
    waysOut[kind] ?? {
      zh: '请在 Word 或 WPS 中另存为 .docx（扫描件先识别文字并校对）',
      en: 'save it as .docx in Word or WPS (a scan must be recognised and proofread first)',
    }
  );
}

/** Messages about the file that a breakdown stands in (src/breakdown/parse.ts): what cannot be read, and the way out. */
export const sourceWordings = {
  'empty-document': {
    zh: () => '文件中没有文字，可能是扫描件；请找有文字的原件（.docx 或 .txt），或识别文字并校对后再读',
    en: () =>
      'no text in the file, perhaps a scan; get the original (.docx or .txt), or recognise and proofread it first',
  },
  'scanned-document': {
    zh: () => '文字逐字隔开，是扫描识别的结果，不可靠；请用 .docx 原件，或校对、去掉字间空格后再读',
    en: () =>
      'every character stands apart, as text recognition leaves it; use the .docx, or proofread it and remove the spaces',
  },
  'garbled-document': {
    zh: () => '文字是乱码（编码转换有误），未读；请回到原件，另存为 UTF-8 文本或 .docx',
    en: () => 'the text is garbled by a wrong conversion; go back to the original and save it as UTF-8 text or .docx',
  },
  'box-drawn-table': {
    zh: () =>
      '表格是用制表符号（│、├、+--+）画的，不能确定各格的归属，未读；请用 .docx 原件，或在 Excel、WPS 中整理后另存为 CSV',
    en: () =>
      'the table is drawn with box characters, its cells cannot be told for certain; use the .docx, or save the table as CSV',
  },
  'aligned-columns': {
    zh: ({ header }: { header: string }) =>
      `表格各列只用空格对齐（表头“${header}”），多半是从 PDF 复制的，不能确定各格的归属，未读；请用 .docx 原件，或在 Excel、WPS 中整理后另存为 CSV`,
    en: ({ header }: { header: string }) =>
      `columns are held apart by spaces only (header “${header}”), probably copied from a PDF; use the .docx, or save the table as CSV`,
  },
  'cells-on-lines': {
    zh: ({ header }: { header: string }) =>
      `表格的各格被拆成单独的行（表头“${header}”），多半是从网页复制的，空格子已看不出，不能确定各格的归属，未读；请在网页上选中整张表贴入 Excel、WPS，另存为 CSV`,
    en: ({ header }: { header: string }) =>
      `the cells of a table stand on lines of their own (header “${header}”), probably copied from a web page; paste the whole table into Excel or WPS and save it as CSV`,
  },
  'foreign-file': {
    zh: ({ kind }: { kind: string }) => `这是 ${kind} 文件，不能直接读；${wayOut(kind).zh}`,
    en: ({ kind }: { kind: string }) => `this is a ${kind} file, which cannot be read; ${wayOut(kind).en}`,
  },
  'html-too-deep': {
    zh: ({ found, limit }: { found: number; limit: number }) =>
      `网页中的元素一个套一个，深至 ${found} 层，上限为 ${limit} 层，未读取；请在浏览器中打开，复制到 Word 或 WPS 后另存为 .docx`,
    en: ({ found, limit }: { found: number; limit: number }) =>
      `elements of the page stand ${found} deep in one another, at most ${limit}; open it in a browser, copy it into Word or WPS and save it as .docx`,
  },
  'docx-broken': {
    zh: ({ part, reason }: { part: string; reason: string }) =>
      `.docx 中的 ${part} 不能读（${reason}）；请在 Word 或 WPS 中打开后另存为 .docx`,
    en: ({ part, reason }: { part: string; reason: string }) =>
      `${part} in the .docx cannot be read (${reason}); open it in Word or WPS and save it again`,
  },
  'hidden-text': {
    zh: () => '本段有隐藏文字（Word 中不显示、不打印），未读取；如应计入，请取消隐藏',
    en: () => 'hidden text here, which Word neither shows nor prints, was not read; unhide it if it counts',
  },
  'external-links': {
    zh: ({ count }: { count: number }) => `文档含 ${count} 个外部链接，未打开`,
    en: ({ count }: { count: number }) => `the document has ${count} external links; none was followed`,
  },
};
