/**
 * Documents that use every node and every fact of the tree, for the tests of all writers. The district, its units and all figures
 * are invented.
 */
import { fillBox, whiteCanvas } from '../../src/chart/canvas.ts';
import { encodePng } from '../../src/chart/png.ts';
import type { CalendarDate } from '../../src/trade/calendar.ts';
import type {
  Annex,
  Block,
  Cell,
  Document,
  Figure,
  Inline,
  Meta,
  Pictures,
  Row,
  Table,
} from '../../src/document/tree.ts';

export const date = (text: string): CalendarDate => text as CalendarDate;

export const text = (value: string, isStrong = false): Inline => ({ type: 'text', value, isStrong });

export const paragraph = (value: string): Block => ({ type: 'paragraph', style: 'body', children: [text(value)] });

export const heading = (level: 1 | 2 | 3 | 4, value: string): Block => ({
  type: 'heading',
  level,
  children: [text(value)],
});

export const cell = (value: string, parts: Partial<Cell> = {}): Cell => ({
  lines: value === '' ? [] : value.split('\n').map((line) => [text(line)]),
  columnSpan: 1,
  rowSpan: 1,
  style: 'plain',
  ...parts,
});

export const row = (...values: readonly string[]): Row => ({ cells: values.map((value) => cell(value)) });

export const meta = (parts: Partial<Meta> = {}): Meta => ({
  format: 'letter',
  orientation: 'portrait',
  title: '关于2024年第三季度责任分解任务落实情况的督办通知',
  issuerMark: '临江区纪委监委督查室',
  documentNumber: { issuerCode: '临督', year: 2024, serial: 5 },
  bulletinNumber: null,
  recipients: ['区发展和改革委员会'],
  issuers: ['临江区纪委监委督查室'],
  issuedOn: date('2024-10-18'),
  asOf: date('2024-09-30'),
  isSealed: true,
  note: '联系人：王明，联系电话：0379—12345678',
  copiedTo: ['区委办公室', '区政府办公室'],
  printedBy: '',
  copyNumber: '',
  classification: '',
  urgency: '',
  signatories: [],
  ...parts,
});

const filler =
  '各单位要对照责任分解意见，逐项核对任务进展，如实填报完成进度、存在问题和下一步措施，不得虚报、漏报。牵头单位要主动牵头，配合单位要积极配合，形成工作合力。';

/** Body text that fills pages without latin letters or digits: one paragraph of many lines. */
export const longParagraph = (repeats: number): Block => paragraph(filler.repeat(repeats));

export const taskTable: Table = {
  type: 'table',
  caption: '表1　临江区发展和改革委员会任务清单',
  columns: [
    { share: 1, align: 'center', kind: 'number' },
    { share: 6, align: 'left', kind: 'text' },
    { share: 2, align: 'center', kind: 'text' },
    { share: 2, align: 'right', kind: 'number' },
    { share: 1.5, align: 'center', kind: 'text' },
  ],
  header: [
    {
      cells: [
        cell('序号', { rowSpan: 2 }),
        cell('任务', { rowSpan: 2 }),
        cell('责任', { columnSpan: 2 }),
        cell('亮灯', { rowSpan: 2 }),
      ],
    },
    row('角色', '进度（%）'),
  ],
  rows: [
    {
      cells: [
        cell('12'),
        cell('制定具体整治计划,明确整治责任、进度时限和标准要求。'),
        cell('牵头'),
        cell('80.5'),
        cell('绿', { style: 'green' }),
      ],
    },
    {
      cells: [
        cell('33'),
        cell('健全食品药品、安全生产、环境保护等重点领域监管机制。'),
        cell('牵头'),
        cell('45.0'),
        cell('黄', { style: 'yellow' }),
      ],
    },
    {
      cells: [
        cell('106', { rowSpan: 2 }),
        cell('实施政府机构改革，出台“三定”实施意见；\n完善目录清单<动态>管理 & 备案审查。'),
        cell('配合'),
        cell('63%~68%'),
        cell('红', { style: 'red' }),
      ],
    },
    {
      cells: [
        cell('其中：第三季度应完成部分', { style: 'muted' }),
        cell('配合', { style: 'muted' }),
        cell(''),
        cell('—'),
      ],
    },
    {
      cells: [
        cell('合计', { columnSpan: 3, style: 'strong' }),
        cell('100.0', { style: 'strong' }),
        cell('', { style: 'strong' }),
      ],
    },
  ],
};

/** A table of many rows: its header has to be repeated on each page. */
export const longTable = (count: number): Table => ({
  type: 'table',
  caption: '表2　全区任务台账',
  columns: [
    { share: 1, align: 'center', kind: 'number' },
    { share: 5, align: 'left', kind: 'text' },
    { share: 4, align: 'left', kind: 'text' },
    { share: 4, align: 'left', kind: 'text' },
    { share: 2, align: 'left', kind: 'code' },
    { share: 1.4, align: 'right', kind: 'number' },
    { share: 1.2, align: 'center', kind: 'text' },
  ],
  header: [row('序号', '任务', '牵头单位', '配合单位', '依据', '进度', '亮灯')],
  rows: Array.from({ length: count }, (_, index) => ({
    cells: [
      cell(String(index + 1)),
      cell(`第${index + 1}项：加强对惠民资金管理使用情况的监督检查，严肃查处侵害群众利益的行为。`),
      cell('区财政局、区审计局'),
      cell(index % 3 === 0 ? '' : '各单位'),
      cell(`LJDC-2024-Q3-${String(index + 1).padStart(6, '0')}`),
      cell(`${(index * 7) % 101}`),
      cell(['绿', '黄', '红'][index % 3] ?? '', { style: (['green', 'yellow', 'red'] as const)[index % 3] ?? 'plain' }),
    ],
  })),
});

export const figure: Figure = {
  type: 'figure',
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="160" viewBox="0 0 480 160"><rect width="480" height="160" fill="#ffffff"/>' +
    '<rect x="20" y="20" width="300" height="30" fill="#4d9221"/><rect x="20" y="65" width="90" height="30" fill="#e0a800"/>' +
    '<rect x="20" y="110" width="45" height="30" fill="#c0392b"/></svg>',
  widthMm: 120,
  heightMm: 40,
  alt: '绿灯300项，黄灯90项，红灯45项',
  caption: '图1　亮灯情况',
};

const letterBody: readonly Block[] = [
  paragraph(
    '按照《临江区惩治和预防腐败体系责任分解意见（2020—2024年）》要求，现将你单位2024年第三季度任务落实情况通知如下：',
  ),
  heading(1, '一、总体情况'),
  {
    type: 'paragraph',
    style: 'body',
    children: [text('你单位牵头任务3项，其中'), text('红灯1项', true), text('、黄灯1项，完成进度63%~68%。')],
  },
  heading(2, '（一）牵头任务'),
  taskTable,
  { type: 'paragraph', style: 'note', children: [text('注：进度以单位填报为准。')] },
  heading(3, '1.存在问题'),
  heading(4, '（1）进度滞后'),
  paragraph('请于2024年11月8日前书面反馈整改情况。'),
  {
    type: 'attachmentNote',
    names: ['任务清单', '全区任务台账和共性任务情况以及一个很长的名称用来看看回行以后是不是与名称的首字对齐'],
  },
];

const annexTasks: Annex = {
  type: 'annex',
  number: 1,
  title: '任务清单',
  orientation: 'portrait',
  children: [taskTable, figure],
};

export const annexLedger: Annex = {
  type: 'annex',
  number: 2,
  title: '全区任务台账和共性任务情况',
  orientation: 'landscape',
  children: [longTable(30)],
};

/** 信函格式, sealed, with a portrait and a landscape annex. */
export const letter: Document = { meta: meta(), children: [...letterBody, annexTasks, annexLedger] };

/** 信函格式 with all marks of the head and without a number yet. */
export const markedLetter: Document = {
  meta: meta({
    documentNumber: { issuerCode: '临督', year: 2024, serial: null },
    issuedOn: null,
    copyNumber: '000001',
    classification: '秘密★1年',
    urgency: '特急',
    isSealed: false,
    copiedTo: [],
    recipients: ['区财政局', '区审计局', '区人力资源和社会保障局', '国家税务总局临江区税务局', '各街道党工委'],
  }),
  children: letterBody,
};

/** 公文通用格式: a report to all, unsealed, with colophon, figure and every paragraph style. */
export const report: Document = {
  meta: meta({
    format: 'official',
    title: '临江区纪委监委督查室关于2024年第三季度惩治和预防腐败体系责任分解任务落实情况的通报',
    issuerMark: '临江区纪委监委督查室文件',
    recipients: ['各街道党工委、办事处', '区直各单位'],
    isSealed: false,
    printedBy: '临江区纪委监委督查室',
  }),
  children: [
    paragraph('现将第三季度落实情况通报如下。'),
    heading(1, '一、总体情况'),
    longParagraph(9),
    heading(2, '（一）亮灯情况'),
    figure,
    {
      type: 'paragraph',
      style: 'plain',
      children: [text('顶格的一段，'), { type: 'lineBreak' }, text('换行后的第二行。')],
    },
    { type: 'paragraph', style: 'centered', children: [text('（居中的一段）')] },
    { type: 'paragraph', style: 'right', children: [text('（居右的一段）')] },
    taskTable,
    { type: 'pageBreak' },
    heading(1, '二、下一步工作'),
    longParagraph(3),
    { type: 'attachmentNote', names: ['全区任务台账'] },
    { ...annexLedger, number: null },
  ],
};

/** 上行文: upward, three signatories, marks of the head, sealed by two offices, draft number. */
export const upwardReport: Document = {
  meta: meta({
    format: 'official',
    title: '关于临江区责任分解任务落实情况的报告',
    issuerMark: '临江区纪委监委督查室',
    documentNumber: { issuerCode: '临督报', year: 2024, serial: 12 },
    recipients: ['市纪委监委'],
    issuers: ['临江区纪委', '临江区监委', '临江区委督查室', '临江区政府督查室'],
    copyNumber: '000012',
    classification: '机密★1年',
    urgency: '加急',
    signatories: ['张三', '李四明', '欧阳长河'],
    printedBy: '临江区纪委监委督查室',
    copiedTo: [
      '市委督查室',
      '市政府督查室',
      '区委办公室',
      '区人大常委会办公室',
      '区政府办公室',
      '区政协办公室',
      '区法院',
      '区检察院',
    ],
  }),
  children: [paragraph('现将有关情况报告如下。'), longParagraph(2)],
};

/** 简报式报头: name, 第×期, office and date, rule. */
export const bulletin: Document = {
  meta: meta({
    format: 'bulletin',
    title: '第三季度督查情况',
    issuerMark: '督查通报',
    documentNumber: null,
    bulletinNumber: 17,
    recipients: [],
    note: '',
    printedBy: '临江区纪委监委督查室',
  }),
  children: [paragraph('现将第三季度督查情况通报如下。'), taskTable, longParagraph(2)],
};

/** No head: a title over a table, on landscape pages. */
export const tablePaper: Document = {
  meta: meta({
    format: 'table',
    orientation: 'landscape',
    title: '临江区2024年第三季度督查考核评分汇总表',
    issuerMark: '',
    documentNumber: null,
    recipients: [],
    issuers: [],
    note: '',
    copiedTo: [],
  }),
  children: [longTable(40), { type: 'paragraph', style: 'note', children: [text('注：得分并列者名次相同。')] }],
};

export const sampleDocuments: Readonly<Record<string, Document>> = {
  letter,
  'marked-letter': markedLetter,
  report,
  'upward-report': upwardReport,
  bulletin,
  'table-paper': tablePaper,
};

/** The bars of the figure as pixels. */
function barsPng(width: number, height: number): Uint8Array {
  const bars = [
    { y: 20, length: 300, colour: 0x4d9221 },
    { y: 65, length: 90, colour: 0xe0a800 },
    { y: 110, length: 45, colour: 0xc0392b },
  ];
  const canvas = whiteCanvas(width, height);
  for (const bar of bars) {
    fillBox(canvas, { left: 20, top: bar.y, right: 20 + bar.length, bottom: bar.y + 30 }, bar.colour);
  }
  return encodePng(canvas);
}

export const samplePictures: Pictures = new Map([[figure.svg, barsPng(480, 160)]]);
