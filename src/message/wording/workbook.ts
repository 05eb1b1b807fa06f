/** Messages of files that are no plain text: what a file is, and what a workbook shows of its cells (src/table/). */
import { rowRanges } from './listed.ts';

const foreignParts = {
  macro: { zh: '宏', en: 'macros' },
  'external-link': { zh: '外部链接', en: 'links to other files' },
  embedded: { zh: '嵌入的对象', en: 'embedded objects' },
} as const;

/** What a file is that holds no table in a form that can be read, with the way out. */
const noTables = {
  empty: { zh: '文件是空的；请核对后重新保存或报送', en: 'the file is empty; save or send it again' },
  encrypted: {
    zh: '文件设了打开密码，不能读取；请取消密码后重新报送',
    en: 'protected by a password and not read; remove the password and send it again',
  },
  html: {
    zh: '是网页（HTML）存成的表格，不是真正的 Excel 文件；请用 Excel 或 WPS 打开后另存为 .xlsx',
    en: 'a web page (HTML) with the name of a table; open it in Excel or WPS and save it as .xlsx',
  },
  xml: {
    zh: '是 XML 表格（如“XML 电子表格 2003”），不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx',
    en: 'an XML table (such as “XML Spreadsheet 2003”); open it in Excel or WPS and save it as .xlsx',
  },
  json: { zh: '是 JSON 数据，不是表格；请报送 .csv 或 .xlsx', en: 'JSON data, no table; send .csv or .xlsx' },
  doc: { zh: '是旧版 Word 或 WPS 文字文件；请报送 .xlsx', en: 'an old Word or WPS Writer file; send .xlsx' },
  zip: { zh: '是压缩包（.zip），其中没有反馈表；请报送 .xlsx', en: 'a .zip without a return; send .xlsx' },
  archive: {
    zh: '是压缩包（.rar、.7z 等）；请解压后报送其中的表格',
    en: 'an archive (.rar, .7z …); unpack it and send the table',
  },
  pdf: { zh: '是 PDF，不是表格；请报送原来的 .xlsx', en: 'a PDF, no table; send the .xlsx it was made from' },
  picture: { zh: '是图片，不是表格；请报送原来的 .xlsx', en: 'a picture, no table; send the .xlsx it was made from' },
  ofd: {
    zh: '是 OFD 版式文件，不是表格；请报送原来的 .xlsx',
    en: 'an OFD paper, no table; send the .xlsx it was made from',
  },
  other: { zh: '不是表格文件；请报送 .csv 或 .xlsx', en: 'not a table; send .csv or .xlsx' },
} as const;

export type NoTable = keyof typeof noTables;

/** What was found, and the most that is taken (src/trade/bounds.ts). */
type Bound = { readonly found: number; readonly limit: number };

const oldKinds = { xls: '旧版 Excel（.xls）或 WPS（.et）', xlsb: '二进制工作簿（.xlsb）' } as const;

export const workbookWordings = {
  'old-workbook': {
    zh: ({ kind }: { kind: keyof typeof oldKinds }) =>
      `是${oldKinds[kind]}文件，已读取；${kind === 'xls' ? '一格之内只划去一部分的' : '其中划去的'}文字看不出来，请留意，下次请报送 .xlsx`,
    en: ({ kind }: { kind: keyof typeof oldKinds }) =>
      `an old workbook (.${kind}), read; text struck out${kind === 'xls' ? ' in part of a cell' : ''} does not show in it: look, and ask for .xlsx next time`,
  },
  'garbled-table': {
    zh: () => '文字是乱码（编码转换有误），未读；请回到原件，另存为 .xlsx 后重新报送',
    en: () => 'the text is garbled by a wrong conversion, not read; save the original as .xlsx and send that',
  },
  'page-table': {
    zh: () => '是网页（.htm）存成的表格，已读取；隐藏、划去的内容不一定看得出来，请留意，下次请报送 .xlsx',
    en: () =>
      'a table saved as a web page, read; hidden and struck-out text may not show in it: look, and ask for .xlsx',
  },
  'page-not-read': {
    zh: () =>
      '是网页，其中没有读到反馈表（“单个文件网页”和框架网页不能读），作为佐证材料留存；如是反馈表，请单位用 Excel 或 WPS 打开后另存为 .xlsx 再报',
    en: () =>
      'a web page without a return in it that could be read (single-file and framed pages cannot be); kept as an attachment, ask for .xlsx if it is a return',
  },
  'old-workbook-limits': {
    zh: ({ seconds, megabytes }: { seconds: number; megabytes: number }) =>
      `读取旧版表格超过 ${seconds} 秒或 ${megabytes} MB 内存，已放弃；请另存为 .xlsx 后重新报送`,
    en: ({ seconds, megabytes }: { seconds: number; megabytes: number }) =>
      `reading this old workbook took more than ${seconds} s or ${megabytes} MB and was given up; save it as .xlsx`,
  },
  'file-too-large': {
    zh: ({ found, limit }: Bound) => `文件有 ${found} MB，上限为 ${limit} MB，未读取；请只报送表格本身`,
    en: ({ found, limit }: Bound) => `${found} MB, at most ${limit} MB are read; send the table alone`,
  },
  'too-many-sheets': {
    zh: ({ found, limit }: Bound) => `有 ${found} 个工作表，上限为 ${limit} 个，未读取；请只报送反馈表`,
    en: ({ found, limit }: Bound) => `${found} sheets, at most ${limit} are read; send the return alone`,
  },
  'not-a-table': {
    zh: ({ kind }: { kind: NoTable }) => noTables[kind].zh,
    en: ({ kind }: { kind: NoTable }) => noTables[kind].en,
  },
  'xlsx-damaged': {
    zh: ({ part }: { part: string }) => `表格文件已损坏（${part}）；请用 Excel 或 WPS 打开后重新保存`,
    en: ({ part }: { part: string }) => `the workbook is damaged (${part}); open it in Excel or WPS and save it again`,
  },
  'xlsx-foreign': {
    zh: ({ kind }: { kind: keyof typeof foreignParts }) =>
      `文件中有${foreignParts[kind].zh}，不予读取；请把表格另存为不含宏和链接的 .xlsx`,
    en: ({ kind }: { kind: keyof typeof foreignParts }) =>
      `holds ${foreignParts[kind].en} and is not read; save the table as a plain .xlsx`,
  },
  'xlsx-several-tables': {
    zh: ({ names }: { names: readonly string[] }) =>
      `有 ${names.length} 个工作表都是反馈表（${names.join('、')}）；请并为一个，只读取了第一个`,
    en: ({ names }: { names: readonly string[] }) =>
      `${names.length} sheets hold returns (${names.join(', ')}); put them on one, only the first was read`,
  },
  'xlsx-other-sheets': {
    zh: ({ names }: { names: readonly string[] }) =>
      `工作表${names.map((name) => `“${name}”`).join('、')}不是反馈表，未读取`,
    en: ({ names }: { names: readonly string[] }) => `sheets without the form’s header, not read: ${names.join(', ')}`,
  },
  'xlsx-hidden-sheets': {
    zh: ({ names }: { names: readonly string[] }) =>
      `工作表${names.map((name) => `“${name}”`).join('、')}已隐藏，未读取`,
    en: ({ names }: { names: readonly string[] }) => `hidden sheets, not read: ${names.join(', ')}`,
  },
  'cell-text-lost': {
    zh: ({ index }: { index: string }) =>
      `表格文件已损坏：本格的文字（第 ${index} 条）不在文件中；请用 Excel 或 WPS 打开后重新保存`,
    en: ({ index }: { index: string }) =>
      `the workbook is damaged: the text of this cell (no. ${index}) is not in the file; open it in Excel or WPS and save it again`,
  },
  'picture-in-cell': {
    zh: () => '本格是图片，不能读出文字，按空白计；请改填文字，图片作为附件报送',
    en: () => 'a picture in the cell, which cannot be read and counts as blank; type the text and attach the picture',
  },
  'struck-text': {
    zh: ({ written }: { written: string }) => `本格有划去的文字“${written}”，未采用；请核对`,
    en: ({ written }: { written: string }) => `“${written}” is struck out here and not used; check`,
  },
  'hidden-rows': {
    zh: ({ rows }: { rows: readonly number[] }) =>
      `第 ${rowRanges(rows)} 行已隐藏（或被筛选掉），未采用；如应计入，请取消隐藏后重新报送`,
    en: ({ rows }: { rows: readonly number[] }) =>
      `hidden or filtered out and not used: rows ${rowRanges(rows)}; show them and send the file again if they count`,
  },
  'struck-rows': {
    zh: ({ rows }: { rows: readonly number[] }) => `第 ${rowRanges(rows)} 行整行划去，未采用；请核对`,
    en: ({ rows }: { rows: readonly number[] }) => `struck out and not used: rows ${rowRanges(rows)}; check`,
  },
  'merged-claim': {
    zh: ({ column, rows }: { column: string; rows: readonly number[] }) =>
      `“${column}”是合并单元格，几行取同一内容（第 ${rowRanges(rows)} 行同上）；请核对是否每项任务都如此`,
    en: ({ column, rows }: { column: string; rows: readonly number[] }) =>
      `“${column}” is merged over several rows and stands for each of them (rows ${rowRanges(rows)} too); is it true of every task?`,
  },
  'hidden-column': {
    zh: ({ column, isRead }: { column: string; isRead: boolean }) =>
      `有一列“${column}”已隐藏；${isRead ? '没有别的同名列，按隐藏列的内容读取，请核对' : '已按看得见的同名列读取，隐藏的未采用'}`,
    en: ({ column, isRead }: { column: string; isRead: boolean }) =>
      `a column “${column}” is hidden; ${isRead ? 'there is no other, so it was read: check it' : 'the visible one was read, not this'}`,
  },
  'cell-error': {
    zh: ({ written }: { written: string }) => `公式出错（${written}）；请改填内容`,
    en: ({ written }: { written: string }) => `a formula failed (${written}); type the content instead`,
  },
  'formula-without-value': {
    zh: () => '公式没有存下结果；请改填内容，或用 Excel 打开后重新保存',
    en: () => 'a formula without a stored result; type the content, or save again in Excel',
  },
};
