/** Messages of the CSV and xlsx intake, common to every table file (src/table/). */
import { rowRanges } from './listed.ts';

/** Kinds of rows that are no data, as src/table/sort-rows.ts tells them. */
const skippedKinds = {
  title: { zh: '标题行', en: 'title' },
  header: { zh: '重复的表头', en: 'repeated header' },
  blank: { zh: '空行', en: 'blank' },
  heading: { zh: '小标题行', en: 'heading' },
  total: { zh: '合计行', en: 'total' },
  note: { zh: '填报说明', en: 'notes' },
  signature: { zh: '签署行', en: 'signature' },
} as const;

export type SkippedKind = keyof typeof skippedKinds;

const dateFaults = {
  'no-year': { zh: '没有年份', en: 'the year is missing' },
  'short-year': { zh: '年份应写四位', en: 'write the year with four digits' },
  serial: { zh: '是 Excel 的日期序号，不是日期', en: 'this is the serial number of an Excel date, not a date' },
  'no-such-day': { zh: '没有这一天', en: 'there is no such day' },
  ambiguous: { zh: '日、月、年的次序不明', en: 'the order of day, month and year is unclear' },
  unreadable: { zh: '不是日期', en: 'this is no date' },
} as const;

export type DateFault = keyof typeof dateFaults;

/** What was found, and the most that is taken (src/trade/bounds.ts). */
type Bound = { readonly found: number; readonly limit: number };

type MissingHeader = { readonly seen: string; readonly expected: readonly string[]; readonly encoding: string };

/** GB18030 takes almost any bytes, so a wrong guess shows in the beginning of the text. */
function headerAdvice(encoding: string): { readonly zh: string; readonly en: string } {
  if (encoding === 'gb18030')
    return { zh: '如开头是乱码，请另存为“CSV UTF-8”', en: 'If the beginning is garbled, save as “CSV UTF-8”' };
  if (encoding === 'xlsx') return { zh: '请按表样填报', en: 'Use the form' };
  return { zh: '请按表样填报，各列用半角逗号分隔', en: 'Use the form, with commas' };
}

export const tableWordings = {
  undecodable: {
    zh: ({ encoding }: { encoding: string }) =>
      `有不能识别的字节（按 ${encoding} 解读）；请在 Excel 或 WPS 中另存为“CSV UTF-8”后重新报送`,
    en: ({ encoding }: { encoding: string }) =>
      `bytes that cannot be decoded (read as ${encoding}); save the file again as “CSV UTF-8”`,
  },
  'lone-cell': {
    zh: ({ written }: { written: string }) =>
      `本行只有这一格有内容（“${written}”），不是一项反馈，未采用；如是反馈请补齐各格`,
    en: ({ written }: { written: string }) =>
      `only this cell of the row is filled (“${written}”), which is no return and not used; fill in the others if it is one`,
  },
  'short-rows': {
    zh: ({ rows }: { rows: readonly number[] }) =>
      `第 ${rowRanges(rows)} 行末尾的空格没有写出（Excel 保存 CSV 时如此），按空白读取`,
    en: ({ rows }: { rows: readonly number[] }) =>
      `blank cells at the end are left out, as Excel does, and read as blank: rows ${rowRanges(rows)}`,
  },
  'too-many-rows': {
    zh: ({ found, limit }: Bound) => `有 ${found} 行，上限为 ${limit} 行；不是一个单位的反馈，请核对后重新报送`,
    en: ({ found, limit }: Bound) =>
      `${found} rows, at most ${limit}: no return of one unit; check it and send it again`,
  },
  'too-many-columns': {
    zh: ({ found, limit }: Bound) => `有 ${found} 列，上限为 ${limit} 列；请删去表外的内容后重新报送`,
    en: ({ found, limit }: Bound) => `${found} columns, at most ${limit}; delete what lies outside the table`,
  },
  'too-wide': {
    zh: ({ found, limit }: Bound) => `一行有 ${found} 个分隔符，上限为 ${limit} 个；不是表格，请重新报送`,
    en: ({ found, limit }: Bound) =>
      `a line with ${found} separators, at most ${limit}, is no table; send the file again`,
  },
  'cell-too-long': {
    zh: ({ characters, limit }: { characters: number; limit: number }) =>
      `本格有 ${characters} 个字符，上限为 ${limit}；请核对是否少了引号或分隔符`,
    en: ({ characters, limit }: { characters: number; limit: number }) =>
      `${characters} characters in one cell, at most ${limit} are possible; look for a lost quote or separator`,
  },
  'header-not-found': {
    zh: ({ seen, expected, encoding }: MissingHeader) =>
      `找不到表头（按 ${encoding} 解读，${seen === '' ? '没有内容' : `开头是“${seen}”`}）；表头应有：${expected.join('、')}。${headerAdvice(encoding).zh}`,
    en: ({ seen, expected, encoding }: MissingHeader) =>
      `no header found (read as ${encoding}, ${seen === '' ? 'empty' : `begins “${seen}”`}); expected the columns ${expected.join(', ')}. ${headerAdvice(encoding).en}`,
  },
  'full-width-delimiter': {
    zh: ({ mark }: { mark: string }) => `各列用了全角“${mark}”分隔，不能与正文中的标点区分；请改用半角逗号`,
    en: ({ mark }: { mark: string }) =>
      `columns are separated by the full-width “${mark}”, which also stands in texts; use the half-width comma`,
  },
  'missing-column': {
    zh: ({ column }: { column: string }) => `缺少“${column}”一列，请按表样补上`,
    en: ({ column }: { column: string }) => `column “${column}” is missing; add it as in the form`,
  },
  'duplicate-column': {
    zh: ({ column, first }: { column: string; first: number }) => `“${column}”已见于第 ${first} 列；请删去其中一列`,
    en: ({ column, first }: { column: string; first: number }) =>
      `“${column}” already stands in column ${first}; remove one of the two`,
  },
  'unknown-column': {
    zh: ({ column, nearest }: { column: string; nearest: readonly string[] }) =>
      `表样中没有“${column}”一列，未读取${nearest.map((name) => `；是否为“${name}”？`).join('')}`,
    en: ({ column, nearest }: { column: string; nearest: readonly string[] }) =>
      `no column “${column}” in the form, not read${nearest.map((name) => `; did you mean “${name}”?`).join('')}`,
  },
  'unread-column': {
    zh: ({ column }: { column: string }) => `“${column}”一列有内容，督办不使用这一列，请人工查看`,
    en: ({ column }: { column: string }) =>
      `column “${column}” has content that Duban does not use; look at it yourself`,
  },
  'unnamed-column': {
    zh: () => '本列没有表头却有内容，未读取；请补上表头或删去内容',
    en: () => 'this column has content but no header and was not read; name it or empty it',
  },
  'broken-quote': {
    zh: ({ kind }: { kind: 'unclosed' | 'stray' }) =>
      kind === 'unclosed'
        ? '引号没有闭合，不知这一格到哪里为止；请补上引号，或在 Excel 中重新保存'
        : '引号用错，不知这一格到哪里为止；正文中的半角引号应成对写两遍（""），或在 Excel 中重新保存',
    en: ({ kind }: { kind: 'unclosed' | 'stray' }) =>
      kind === 'unclosed'
        ? 'a quote is not closed, so the end of the cell is unknown; close it, or save again in Excel'
        : 'a stray quote, so the end of the cell is unknown; double quotes inside a text (""), or save again in Excel',
  },
  'uneven-row': {
    zh: ({ found, expected }: { found: number; expected: number }) =>
      `本行有 ${found} 格，表头有 ${expected} 格，内容可能错列；请核对各格和分隔符`,
    en: ({ found, expected }: { found: number; expected: number }) =>
      `${found} cells under ${expected} headers, so contents may have moved; check separators and cells`,
  },
  'skipped-rows': {
    zh: ({ kind, rows }: { kind: SkippedKind; rows: readonly number[] }) =>
      `跳过${skippedKinds[kind].zh}：第 ${rowRanges(rows)} 行`,
    en: ({ kind, rows }: { kind: SkippedKind; rows: readonly number[] }) =>
      `skipped (${skippedKinds[kind].en}): rows ${rowRanges(rows)}`,
  },
  'filled-down': {
    zh: ({ column, rows }: { column: string; rows: readonly number[] }) =>
      `“${column}”空白，按合并单元格取上一行的内容：第 ${rowRanges(rows)} 行`,
    en: ({ column, rows }: { column: string; rows: readonly number[] }) =>
      `“${column}” is blank and taken from the row above, as in merged cells: rows ${rowRanges(rows)}`,
  },
  'no-rows': {
    zh: () => '表头以下没有内容；如确无进展，请逐项填“本季度无进展”',
    en: () => 'nothing stands below the header; if nothing happened, say “本季度无进展” for each task',
  },
  'missing-value': {
    zh: ({ column }: { column: string }) => `“${column}”空白，请填写`,
    en: ({ column }: { column: string }) => `“${column}” is blank; fill it in`,
  },
  'unknown-word': {
    zh: ({ column, written, expected }: { column: string; written: string; expected: readonly string[] }) =>
      `“${column}”应为${expected.join('、')}之一，现为“${written}”`,
    en: ({ column, written, expected }: { column: string; written: string; expected: readonly string[] }) =>
      `“${column}” must be one of ${expected.join(', ')}, not “${written}”`,
  },
  'bad-date': {
    zh: ({ written, fault }: { written: string; fault: DateFault }) =>
      `“${written}”：${dateFaults[fault].zh}；请写成 2024-10-08 这样`,
    en: ({ written, fault }: { written: string; fault: DateFault }) =>
      `“${written}”: ${dateFaults[fault].en}; write it like 2024-10-08`,
  },
  'bad-number': {
    zh: ({ column, written }: { column: string; written: string }) => `“${column}”应为数字，现为“${written}”`,
    en: ({ column, written }: { column: string; written: string }) => `“${column}” must be a number, not “${written}”`,
  },
  'control-character': {
    zh: ({ code }: { code: string }) => `有不可见的控制字符 ${code}，公文中无法印出；请删去`,
    en: ({ code }: { code: string }) => `control character ${code}, which no paper can print; delete it`,
  },
  'lost-character': {
    zh: () => '有“�”，原来的字已在转换中丢失；请补上原字',
    en: () => '“�”: a character was lost in a conversion before; put it back',
  },
  'private-character': {
    zh: ({ code }: { code: string }) => `有造字区字符 ${code}，别的电脑上会显示成别的字；请换用标准字`,
    en: ({ code }: { code: string }) =>
      `private-use character ${code}, shown differently elsewhere; use a standard one`,
  },
  'invisible-character': {
    zh: ({ code }: { code: string }) => `有不可见的格式字符 ${code}（多从网页复制而来）；请删去`,
    en: ({ code }: { code: string }) => `invisible format character ${code} (often copied from a page); delete it`,
  },
  'radical-character': {
    zh: ({ written, meant }: { written: string; meant: string }) =>
      `“${written}”是部首符号，不是汉字“${meant}”；请重新输入`,
    en: ({ written, meant }: { written: string; meant: string }) =>
      `“${written}” is a radical, not the character “${meant}”; type it again`,
  },
};
