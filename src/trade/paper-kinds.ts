/**
 * The kinds of paper 文种: the one table of what an office makes. Register, archive, paths, wording and the page read it; what a kind
 * says is its view in papers/kinds.ts, and a kind without one does not compile. The order of the table is the order of numbers.
 */

type Row = {
  /** What the register and the papers call it, now and formerly: register.csv stores the words, and old ones still read. */
  readonly names: readonly [string, ...string[]];
  /** Several of them, in English results. */
  readonly en: string;
  readonly period: 'quarter' | 'year';
  /** To 'unit': one paper a unit, in this folder of out/Q. To 'all': one paper, at this path without ending. */
  readonly to: 'unit' | 'all';
  readonly path: string;
  /** office: docx, and pdf where office.yaml asks for it. */
  readonly formats: 'office' | 'pdf';
  /** How it gets a number. quarter: `issue Q` · year: `issue 2024` · named: `issue --only` · reissue: `reissue` · never: it is a table and has none. */
  readonly issued: 'quarter' | 'year' | 'named' | 'reissue' | 'never';
  /** An issued paper of it is held to what is true now; the others tell what was true on their day. */
  readonly isHeld: boolean;
  /** In a bag: a paper of its own, an annex of the 通报, a table for reference, or not at all. */
  readonly archived: 'paper' | 'annex' | 'reference' | 'never';
  /** Heading and place among the papers of the quarter's page. */
  readonly onPage: { readonly title: string; readonly rank: number };
};

export const paperKinds = {
  letter: {
    names: ['督办通知'],
    en: 'letters',
    period: 'quarter',
    to: 'unit',
    path: 'letters',
    formats: 'office',
    issued: 'quarter',
    isHeld: true,
    archived: 'paper',
    onPage: { title: '督办通知', rank: 4 },
  },
  report: {
    names: ['督查通报'],
    en: 'report',
    period: 'quarter',
    to: 'all',
    path: 'report',
    formats: 'office',
    issued: 'quarter',
    isHeld: true,
    archived: 'paper',
    onPage: { title: '督查通报', rank: 1 },
  },
  reminder: {
    names: ['催办通知'],
    en: 'reminders',
    period: 'quarter',
    to: 'unit',
    path: 'reminders',
    formats: 'office',
    issued: 'named',
    isHeld: false,
    archived: 'paper',
    onPage: { title: '催办通知', rank: 5 },
  },
  notice: {
    names: ['职责调整通知'],
    en: 'notices',
    period: 'quarter',
    to: 'unit',
    path: 'notices',
    formats: 'office',
    issued: 'reissue',
    isHeld: false,
    archived: 'paper',
    onPage: { title: '职责调整通知', rank: 3 },
  },
  changes: {
    names: ['任务调整通知'],
    en: 'notices of changes',
    period: 'quarter',
    to: 'all',
    path: 'changes',
    formats: 'office',
    issued: 'reissue',
    isHeld: false,
    archived: 'paper',
    onPage: { title: '任务调整通知', rank: 3 },
  },
  correction: {
    names: ['更正通知'],
    en: 'correction notices',
    period: 'quarter',
    to: 'all',
    path: 'correction',
    formats: 'office',
    issued: 'reissue',
    isHeld: false,
    archived: 'paper',
    onPage: { title: '更正通知', rank: 2 },
  },
  recall: {
    names: ['撤回通知'],
    en: 'recall notices',
    period: 'quarter',
    to: 'unit',
    path: 'recalls',
    formats: 'office',
    issued: 'reissue',
    isHeld: false,
    archived: 'paper',
    onPage: { title: '撤回通知', rank: 3 },
  },
  scorecard: {
    names: ['考核评分表'],
    en: 'scorecards',
    period: 'quarter',
    to: 'unit',
    path: 'assessments',
    formats: 'pdf',
    issued: 'never',
    isHeld: false,
    archived: 'annex',
    onPage: { title: '考核评分表', rank: 6 },
  },
  candidates: {
    names: ['内部资料'],
    en: 'internal papers',
    period: 'quarter',
    to: 'all',
    path: 'internal/accountability',
    formats: 'pdf',
    issued: 'never',
    isHeld: false,
    archived: 'never',
    onPage: { title: '内部材料', rank: 7 },
  },
  summary: {
    names: ['得分汇总表'],
    en: 'summary',
    period: 'quarter',
    to: 'all',
    path: 'summary',
    formats: 'pdf',
    issued: 'never',
    isHeld: false,
    archived: 'annex',
    onPage: { title: '汇总与台账', rank: 2 },
  },
  ledger: {
    names: ['工作台账'],
    en: 'ledger',
    period: 'quarter',
    to: 'all',
    path: 'ledger',
    formats: 'pdf',
    issued: 'never',
    isHeld: false,
    archived: 'reference',
    onPage: { title: '汇总与台账', rank: 2 },
  },
  'special-report': {
    names: ['年度专题报告'],
    en: 'special report',
    period: 'year',
    to: 'all',
    path: 'special-report',
    formats: 'office',
    issued: 'year',
    isHeld: false,
    archived: 'paper',
    onPage: { title: '年度专题报告', rank: 8 },
  },
  extract: {
    names: ['述职述廉摘要'],
    en: 'yearly extracts',
    period: 'year',
    to: 'unit',
    path: 'extracts',
    formats: 'pdf',
    issued: 'never',
    isHeld: false,
    archived: 'never',
    onPage: { title: '述职述廉摘要', rank: 9 },
  },
  'roll-call': {
    names: ['述廉报告提交情况'],
    en: 'roll-call of integrity reports',
    period: 'year',
    to: 'all',
    path: 'roll-call',
    formats: 'pdf',
    issued: 'never',
    isHeld: false,
    archived: 'never',
    onPage: { title: '述廉报告提交情况', rank: 10 },
  },
} as const satisfies Readonly<Record<string, Row>>;

export type PaperKind = keyof typeof paperKinds;

/** The kinds whose row says so in one field: `KindsWhere<'period', 'year'>`. */
export type KindsWhere<Field extends keyof Row, Value> = {
  [K in PaperKind]: (typeof paperKinds)[K][Field] extends Value ? K : never;
}[PaperKind];

/** Kinds that get a number and enter the register. */
export type NumberedKind = KindsWhere<'issued', 'quarter' | 'year' | 'named' | 'reissue'>;

// The keys of a literal object are its kinds, in the order written.
export const kindsInOrder = Object.keys(paperKinds) as readonly PaperKind[];

export const numberedKinds = kindsInOrder.filter((kind): kind is NumberedKind => paperRow(kind).issued !== 'never');

/** A row with its fields as wide as the table allows. */
export function paperRow(kind: PaperKind): Row {
  return paperKinds[kind];
}

/** What the kind is called today. */
export function kindName(kind: PaperKind): string {
  return paperKinds[kind].names[0];
}

/** Files beside the papers: the ledger for Excel, and the page. */
export const plainKinds = {
  data: { names: ['数据文件'], en: 'data files', onPage: { title: '汇总与台账', rank: 2 } },
  page: { names: ['网页'], en: 'page', onPage: null },
} as const;

export type PlainKind = keyof typeof plainKinds;
