/** 说明文件.TXT: what an archivist must know about the bag, in plain words. */
import type { DirectoryHead } from './directory.ts';

export type NoteFacts = DirectoryHead & {
  readonly office: string;
  readonly date: string;
  readonly agent: string;
  readonly papers: number;
  /** How many are 废止, and how many 作废 or 撤回. */
  readonly superseded: number;
  readonly takenBack: number;
  readonly previous: string | null;
};

/** UTF-8 with mark and CRLF, so that any Notepad shows it. */
export function printNote(facts: NoteFacts): Uint8Array {
  const { rules, quarter, bag, office, date, agent, papers, superseded, takenBack, previous } = facts;
  const lines = [
    '说明文件',
    '',
    `移交单位：${office}`,
    `全宗号：${rules.fondsCode}　全宗名称：${rules.fondsName}`,
    `档案包：${bag}　归档日期：${date}`,
    `内容：${quarter} 督查督办公文，共 ${papers} 件，其中已废止 ${superseded} 件、作废或撤回 ${takenBack} 件（原件照存，见文件目录备注）`,
    ...(previous === null ? [] : [`本包包含该季度全部公文，替代此前的档案包 ${previous}；此前的档案包未作改动`]),
    '',
    '结构：',
    '文件目录.XML、文件目录.CSV　　逐件著录：档号、责任者、题名、文号、日期、密级、保管期限、页数',
    '电子档案/年度-件号/　　　　　 正文（PDF 为长期保存格式 PDF/A-1b，DOCX 为原稿）及附件；',
    '　　　　　　　　　　　　　　　 PDF 与 DOCX 文字、版式要素和次序相同，分页以 PDF 为准，DOCX 在不同软件中可能不同',
    '其他/　　　　　　　　　　　　　发文登记和登记件、关账时冻结的数字及其所依据的报送内容、工作台账等；',
    '　　　　　　　　　　　　　　　 随反馈表报来的佐证材料（如有）见“佐证材料”及其清单.csv',
    '',
    '完整性：',
    '本包按 BagIt 1.0（RFC 8493）封装。在包的目录中运行 sha512sum -c manifest-sha512.txt 或 duban verify 即可核验；',
    'tagmanifest 文件核验说明性文件本身。包封装后不得改动。',
    '',
    `封装软件：${agent}`,
  ];
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}
