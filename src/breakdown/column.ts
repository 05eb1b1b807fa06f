/** Columns of tables: header words of the genre, each with what stands below it. */
import { firstLeadsRule } from './lead-rule.ts';
import { fieldOf } from './label.ts';
import type { Field } from './label-word.ts';

export type ColumnKind = 'no' | 'section' | 'text' | Exclude<Field, 'division'>;

export type SourceColumn = {
  readonly index: number;
  readonly header: string;
  readonly kind: ColumnKind;
  /** `责任单位（列第一位的为牵头单位）`. */
  readonly firstLeads: boolean;
  /** No word of the genre: its cells become notes. */
  readonly isUnknown: boolean;
};

type Rule = { readonly kind: ColumnKind; readonly pattern: RegExp };

const body = '(?:单位|部门|机构|主体|科室|处室|股室)(?:[及和与、/]?责任人)?$';

/** `牵头（责任）单位`, `责任主体与协同单位`: a word of the role, then at its end who has it. */
function bodyOf(roles: string, alone: string): RegExp {
  return new RegExp(`(?:${roles}).{0,8}${body}|^(?:${alone})$`, 'u');
}

// The first that fits decides: 牵头领导 is a leader, 任务类别 a section, 工作目标 a target. Each names the headers it was made for.
const rules: readonly Rule[] = [
  { kind: 'no', pattern: /^(?:序号|编号|项号|项目编号|任务编号|序|号|No\.?|序列|任务序号)$/iu },
  // 牵头单位, 主办部门, 第一责任单位
  { kind: 'leads', pattern: bodyOf('牵头|主办|承办|主要责任|第一责任', '牵头|主责|主责单位') },
  // 配合单位, 协办科室, 参与部门; 责任主体与协同单位 has the word too, but 责任 comes first
  { kind: 'cooperators', pattern: bodyOf('^(?:配合|协办|协同|参与|参加|协助|会办|支持)', '配合|协办|参与') },
  // 责任单位, 责任单位及责任人, 落实部门, 责任分工
  {
    kind: 'responsible',
    pattern: bodyOf('责任|落实|实施|负责|执行|承担', '责任|单位|部门|责任分工|任务分工|部门分工'),
  },
  // 责任领导, 牵头县领导, 责任人
  { kind: 'leaders', pattern: /领导|责任人|负责人|联系人$/u },
  { kind: 'deadline', pattern: /时限|时间|期限|节点|进度安排|时序/u },
  { kind: 'section', pattern: /类别|板块|分类|领域|方面|专项|章节|大类|[一二]级|类型|维度/u },
  { kind: 'standard', pattern: /标准/u },
  { kind: 'target', pattern: /目标(?!任务)|成果|指标|成效/u },
  { kind: 'text', pattern: /任务|事项|内容|举措|措施|工作|项目|要点|要求|部署/u },
  { kind: 'note', pattern: /备注|说明|^注$|来源|依据/u },
];

const longestHeader = 24;

/** What a header cell says of its column; null when it is no header word. */
export function columnKind(cell: string): ColumnKind | null {
  const plain = cell.replaceAll(/[\s*]+/gu, '');
  if (plain === '' || plain.length > longestHeader || /[。；]|[：:]./u.test(plain)) return null;
  const bare = withoutBracket(plain);
  const field = fieldOf(bare) ?? fieldOf(plain);
  if (field !== null) return field === 'division' ? 'responsible' : field;
  return rules.find(({ pattern }) => pattern.test(bare))?.kind ?? null;
}

const longestHeaderWord = 12;

/** The columns of a header row, or null when the row is no header: it must say where the task or its units stand. */
export function readHeader(cells: readonly string[]): readonly SourceColumn[] | null {
  const named = cells.filter((cell) => cell.trim() !== '');
  const known = named.filter((cell) => columnKind(cell) !== null && withoutBrackets(cell).length <= longestHeaderWord);
  if (known.length < 2 || known.length * 3 < named.length * 2) return null;
  const columns = cells.map((header, index): SourceColumn => {
    const kind = columnKind(header);
    return {
      index,
      header: header.replaceAll(/\s+/gu, ''),
      kind: kind ?? 'note',
      firstLeads: firstLeadsRule.test(header),
      isUnknown: kind === null && header.trim() !== '',
    };
  });
  const isBreakdown = columns.some(({ kind }) => kind === 'leads' || kind === 'responsible' || kind === 'cooperators');
  const text = columns.find(({ kind }) => kind === 'text') ?? textAmong(columns);
  if (!isBreakdown || text === undefined) return null;
  return columns.map((column) => (column === text ? { ...column, kind: 'text', isUnknown: false } : column));
}

/** Where no column is called 任务 or 内容 or the like: the 目标任务, else the first column of another name (存在问题). */
function textAmong(columns: readonly SourceColumn[]): SourceColumn | undefined {
  return (
    columns.find(({ kind }) => kind === 'target') ??
    columns.find(({ header, isUnknown }) => isUnknown && header.length <= longestHeaderWord) ??
    columns.findLast(({ kind }) => kind === 'section')
  );
}

function withoutBrackets(cell: string): string {
  return withoutBracket(cell.replaceAll(/[\s*]+/gu, ''));
}

/** `责任单位` of `责任单位（列第一位的为牵头单位）`. */
function withoutBracket(header: string): string {
  const start = header.search(/[（(]/u);
  return start >= 0 && /[）)]$/u.test(header) ? header.slice(0, start) : header;
}
