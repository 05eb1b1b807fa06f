/** Messages of the PDF writer and its faces (src/write/pdf/). */

type Where = { readonly kind: string; readonly caption?: string; readonly row?: number; readonly column?: number };

/** 标题、正文 … as office.yaml's keys stand for them. */
const roleNames = {
  title: '标题字体 title',
  heading: '黑体 heading',
  body: '正文字体 body',
  kai: '楷体 kai',
  number: '页码字体 number',
  fallback: '补字字体 fallback',
};

type Role = { readonly role: keyof typeof roleNames };

export const pdfWordings = {
  'font-is-woff': {
    zh: ({ role }: Role) => `${roleNames[role]}是网页字体（woff），PDF 不能使用；请改用 .ttf、.otf 或 .ttc 文件`,
    en: ({ role }: Role) =>
      `the face for ${role} is a web font (woff), which PDF cannot take; use a .ttf, .otf or .ttc file`,
  },
  'font-unreadable': {
    zh: ({ role }: Role) => `${roleNames[role]}不是可用的字体文件；请检查 office.yaml 中 fonts 的 file`,
    en: ({ role }: Role) => `the file for ${role} is no font; check fonts in office.yaml`,
  },
  'font-cut': {
    zh: ({ role, table }: Role & { table: string }) =>
      `${roleNames[role]}的字体文件不完整（“${table}”部分超出了文件末尾）；请重新复制一份`,
    en: ({ role, table }: Role & { table: string }) =>
      `the file for ${role} ends before its table “${table}” does; copy it anew`,
  },
  'font-altered': {
    zh: ({ role, table }: Role & { table: string }) =>
      `${roleNames[role]}的字体文件可能已损坏（“${table}”部分与文件自带的校验和不符），个别字可能印错；请换一份完好的，或者逐页核对 PDF`,
    en: ({ role, table }: Role & { table: string }) =>
      `the file for ${role} may be damaged: its table “${table}” does not have the checksum that the file says; some characters may be drawn wrong`,
  },
  'font-face-missing': {
    zh: ({ role, face, names }: Role & { face: string | null; names: readonly string[] }) =>
      `${roleNames[role]}：字体文件中${face === null ? '有多个字体，请用 face 指明一个' : `没有“${face}”`}；可用的有：${names.join('、')}`,
    en: ({ role, face, names }: Role & { face: string | null; names: readonly string[] }) =>
      `${role}: ${face === null ? 'the file holds several faces; name one with face' : `no face “${face}” in the file`}; it has: ${names.join(', ')}`,
  },
  'font-not-embeddable': {
    zh: ({ role }: Role) => `${roleNames[role]}的许可不允许嵌入 PDF；请改用其他字体，或使用随附字体（duban:…）`,
    en: ({ role }: Role) =>
      `the licence bits of the face for ${role} forbid embedding; use another face or a shipped one (duban:…)`,
  },
  'font-lacks-gb2312': {
    zh: ({ role, count, examples }: Role & { count: number; examples: string }) =>
      `${roleNames[role]}缺少 GB2312 汉字 ${count} 个（${examples}${count > 10 ? '…' : ''}），将以其他字体代替`,
    en: ({ role, count, examples }: Role & { count: number; examples: string }) =>
      `the face for ${role} lacks ${count} hanzi of GB2312 (${examples}${count > 10 ? '…' : ''}); other faces stand in`,
  },
  'glyph-missing': {
    zh: ({ character, code, where, text }: { character: string; code: string; where: Where; text: string }) =>
      `${placeZh(where)}“${text}”中的“${character}”（${code}）在所有字体中都没有；请换用其他写法，或在 office.yaml 的 fonts 中配置含有该字的 fallback 字体`,
    en: ({ character, code, where, text }: { character: string; code: string; where: Where; text: string }) =>
      `${placeEn(where)}: no face has “${character}” (${code}) in “${text}”; write it otherwise, or name a fallback face that has it under fonts in office.yaml`,
  },
  'input-character-unprintable': {
    zh: ({ character, code, text }: { character: string; code: string; text: string }) =>
      `“${text}”中的“${character}”（${code}）在所有字体中都没有，排不成 PDF；请换用其他写法，或在 office.yaml 的 fonts 中配置含有该字的 fallback 字体`,
    en: ({ character, code, text }: { character: string; code: string; text: string }) =>
      `no face has “${character}” (${code}) in “${text}”, so no PDF can be made; write it otherwise, or name a fallback face that has it under fonts in office.yaml`,
  },
  'pdf-too-many-pages': {
    zh: ({ found, limit }: { found: number; limit: number }) =>
      `排成 PDF 有 ${found} 页，上限为 ${limit} 页；请核对模板和数据，或者分成几份`,
    en: ({ found, limit }: { found: number; limit: number }) =>
      `${found} pages as PDF, at most ${limit}; check template and data, or split the paper`,
  },
  'pdf-too-many-columns': {
    zh: ({ caption, columns }: { caption: string; columns: number }) =>
      `表${caption === '' ? '' : `“${caption}”`}有 ${columns} 列，一页的宽度排不下；请减少列数或改为横排`,
    en: ({ caption, columns }: { caption: string; columns: number }) =>
      `table ${caption === '' ? '' : `“${caption}” `}has ${columns} columns, more than fit side by side; use fewer, or a landscape page`,
  },
  'pdf-bad-drawing': {
    zh: ({ alt }: { alt: string }) => `图“${alt}”不是由矩形、直线和文字组成的 SVG，无法画进 PDF；请重新生成该图`,
    en: ({ alt }: { alt: string }) =>
      `figure “${alt}” is no SVG of rectangles, lines and texts and cannot be drawn in a PDF; make the figure again`,
  },
  'pdf-text-differs': {
    zh: ({ where, expected, found }: { where: Where; expected: string; found: string }) =>
      `${placeZh(where)}：PDF 中的文字与原文不符，原文“${expected}”，PDF 中为“${found}”；未写出该文件，请报告此问题`,
    en: ({ where, expected, found }: { where: Where; expected: string; found: string }) =>
      `${placeEn(where)}: the PDF does not say what the paper says; expected “${expected}”, found “${found}”; the file was not written, please report this`,
  },
  'pdf-unreadable': {
    zh: ({ reason }: { reason: string }) => `生成的 PDF 无法读回核对（${reason}）；未写出该文件，请报告此问题`,
    en: ({ reason }: { reason: string }) =>
      `the PDF made could not be read back (${reason}); the file was not written, please report this`,
  },
};

function placeZh(where: Where): string {
  if (where.kind !== 'cell') return { head: '文件头部', foot: '落款或版记', body: '正文' }[where.kind] ?? '正文';
  return `表${where.caption === '' ? '' : `《${where.caption}》`}第 ${where.row} 行第 ${where.column} 格`;
}

function placeEn(where: Where): string {
  if (where.kind !== 'cell') return { head: 'head', foot: 'signature or colophon' }[where.kind] ?? 'body';
  return `table ${where.caption === '' ? '' : `“${where.caption}” `}row ${where.row}, cell ${where.column}`;
}
