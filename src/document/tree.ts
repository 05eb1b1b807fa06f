/**
 * The Document tree: what a paper says, before any format. Every paper of Duban is one `Document`; every output format
 * is a writer of it (`src/write/`). This file is the specification: each node with its meaning and an example.
 *
 * A Document is `{ meta, children }`. `meta` holds what GB/T 9704—2012 treats as facts, as typed data, so that a
 * template can change the wording and never break the format. `children` are blocks; text stands in inline runs.
 * Trees are plain frozen-by-type data: they are stored with each issued letter and rendered again by `reprint`.
 */
import type { CalendarDate } from '../trade/calendar.ts';

export type Document = { readonly meta: Meta; readonly children: readonly Block[] };

/**
 * official: 公文通用格式 (7) · letter: 信函格式 (10.1) · bulletin: 简报式报头 (name, 第×期, rule) · table: no head, a title over tables
 * (assessment tables and internal papers).
 */
export type PageFormat = 'official' | 'letter' | 'bulletin' | 'table';

export type Orientation = 'portrait' | 'landscape';

/** `X督〔2024〕5号`; serial null = a draft, printed `X督〔2024〕　号`. */
export type DocumentNumber = { readonly issuerCode: string; readonly year: number; readonly serial: number | null };

export type Meta = {
  readonly format: PageFormat;
  readonly orientation: Orientation;
  /** 标题, as one line without breaks; the writers break it between words. */
  readonly title: string;
  /** 发文机关标志, without 文件 in the letter format. Empty for `table`. */
  readonly issuerMark: string;
  readonly documentNumber: DocumentNumber | null;
  /** Bulletin head only: 第×期; null number = draft. */
  readonly bulletinNumber: number | null;
  /** 主送机关, in order; empty = none. */
  readonly recipients: readonly string[];
  /** 署名, one line each. */
  readonly issuers: readonly string[];
  /** 成文日期; null = a draft, printed with blanks to fill. */
  readonly issuedOn: CalendarDate | null;
  /** The day for which the paper's figures stand; a draft's file is dated so. Records of issued papers may lack it. */
  readonly asOf: CalendarDate;
  /** true: room for the red seal (7.3.5.1); false: 不加盖印章 (7.3.5.2). */
  readonly isSealed: boolean;
  /** 附注, without the parentheses: `联系人：…，联系电话：…`. Empty = none. */
  readonly note: string;
  /** 抄送机关; empty = none. */
  readonly copiedTo: readonly string[];
  /** 印发机关; empty = no such line. 印发日期 is issuedOn. */
  readonly printedBy: string;
  /** 份号, 密级和保密期限 (`机密★1年`), 紧急程度 (`特急`), 签发人 (upward documents); empty = none. */
  readonly copyNumber: string;
  readonly classification: string;
  readonly urgency: string;
  readonly signatories: readonly string[];
};

export type Block = Heading | Paragraph | Table | Figure | AttachmentNote | PageBreak | Annex;

/** 一、 / （一） / 1. / （1）: level 1 to 4, with its number in the text. `<h2>一、总体情况</h2>` is level 1. */
export type Heading = {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly children: readonly Inline[];
};

/** body: indented by two characters · plain: flush left · centered · right · note: small text under a table (size 4 type). */
export type ParagraphStyle = 'body' | 'plain' | 'centered' | 'right' | 'note';

/** `<p>各单位要对照台账…</p>` */
export type Paragraph = {
  readonly type: 'paragraph';
  readonly style: ParagraphStyle;
  readonly children: readonly Inline[];
};

export type Inline = Text | LineBreak | Slot;

/** A run of text; strong is set in 黑体, never in a smeared bold. Holds no line feeds and no control characters. */
export type Text = { readonly type: 'text'; readonly value: string; readonly isStrong: boolean };

/**
 * A day that is only known when the paper is issued: by when an answer is asked. `days` from 成文日期 on; `on` null = a draft, printed
 * 「自印发之日起15日内」, an issued paper 「于2025年1月25日前」. `<reply-day data-days="15" data-ask="补报"></reply-day>`, `<handover-day data-days="15"></handover-day>`
 */
export type Slot = {
  readonly type: 'slot';
  /** handoverDay: by when a task is handed over; a paper that is issued again counts it anew, where an answer keeps its day. */
  readonly slot: 'replyDay' | 'handoverDay';
  readonly days: number;
  /** What is owed by then, in a word or two for a list (补报): `data-ask`. Absent: nobody must answer (异议). */
  readonly ask?: string;
  readonly on: CalendarDate | null;
};

/** `<br>` */
export type LineBreak = { readonly type: 'lineBreak' };

/**
 * A table: header rows first and repeated on each page, then rows. Every grid position is covered exactly once by a
 * cell's spans. No table inside a table.
 */
export type Table = {
  readonly type: 'table';
  /** 表题, without 。; empty = none. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly header: readonly Row[];
  readonly rows: readonly Row[];
};

/** `share`: part of the table's width, in any unit; the writers scale the sum to the text width. code: long unbroken words may break anywhere. */
export type TableColumn = {
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
  readonly kind: 'text' | 'number' | 'code';
};

export type Row = { readonly cells: readonly Cell[] };

/** plain · strong (totals) · muted · the three lights, which also carry their word (绿/黄/红) so that print in black says the same. */
export type CellStyle = 'plain' | 'strong' | 'muted' | 'green' | 'yellow' | 'red';

/** `lines`: the cell's paragraphs; an empty cell has none. */
export type Cell = {
  readonly lines: readonly (readonly Inline[])[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly style: CellStyle;
};

/**
 * A chart: SVG of rectangles, lines and texts (`src/chart/svg.ts`). `alt` says in words what it shows. Pixels are no part of the tree: who
 * writes a format that needs them is given them as `Pictures`.
 */
export type Figure = {
  readonly type: 'figure';
  readonly svg: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly alt: string;
  /** 图题, without 。; empty = none. */
  readonly caption: string;
};

/** PNGs without alpha of a paper's figures, by their SVG. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** 附件说明 (7.3.4): `附件：1. …`, names without closing punctuation. One name is not numbered. */
export type AttachmentNote = { readonly type: 'attachmentNote'; readonly names: readonly string[] };

export type PageBreak = { readonly type: 'pageBreak' };

/**
 * 附件 (7.3.7): begins on a new page, 「附件1」 flush left in 黑体, its title centred on the third line. `number` null = the only
 * one, printed 「附件」. A landscape annex is a section of its own.
 */
export type Annex = {
  readonly type: 'annex';
  readonly number: number | null;
  readonly title: string;
  readonly orientation: Orientation;
  readonly children: readonly Exclude<Block, Annex>[];
};
