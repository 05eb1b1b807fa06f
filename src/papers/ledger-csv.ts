/** ledger.csv: every entry of the ledger as a row, for people who calculate in Excel and for checks from outside. */
import { lightWords, roleWords, statusWords } from '../trade/claims.ts';
import type { Entry } from '../domain/entry.ts';
import { reasonText } from './evidence.ts';
import { endedWords, filingWords } from './words.ts';

type LedgerColumn = {
  readonly name: string;
  readonly kind: 'text' | 'number';
  readonly value: (entry: Entry) => string;
};

export const ledgerColumns: readonly LedgerColumn[] = [
  { name: '任务编号', kind: 'text', value: ({ task }) => task.id },
  { name: '任务内容', kind: 'text', value: ({ task }) => task.text },
  { name: '方面', kind: 'text', value: ({ task }) => task.section.join(' / ') },
  { name: '单位代码', kind: 'text', value: ({ unit }) => unit.code },
  { name: '单位', kind: 'text', value: ({ unit }) => unit.name },
  { name: '角色', kind: 'text', value: ({ role }) => roleWords[role] },
  { name: '经由', kind: 'text', value: ({ group }) => group?.name ?? '' },
  { name: '是否考核', kind: 'text', value: ({ isAssessed }) => (isAssessed ? '是' : '否') },
  { name: '原承担单位', kind: 'text', value: ({ predecessors }) => predecessors.map(({ name }) => name).join('、') },
  { name: '计划比例', kind: 'number', value: ({ planned }) => percent(planned) },
  { name: '完成时限', kind: 'text', value: ({ plan }) => plan?.deadline ?? '' },
  { name: '完成比例', kind: 'number', value: (entry) => percent(entry.percent) },
  { name: '状态', kind: 'text', value: ({ status }) => (status === null ? '' : statusWords[status]) },
  { name: '报送情况', kind: 'text', value: ({ filing }) => filingWords[filing] },
  { name: '迟报天数', kind: 'number', value: ({ daysLate }) => String(daysLate) },
  { name: '亮灯', kind: 'text', value: ({ light }) => (light === null ? '' : lightWords[light]) },
  { name: '亮灯依据', kind: 'text', value: reasonText },
  {
    name: '上季度亮灯',
    kind: 'text',
    value: ({ previousLight }) => (previousLight === null ? '' : lightWords[previousLight]),
  },
  {
    name: '是否销号',
    kind: 'text',
    value: (entry) => endedWords(entry) || (entry.isReopened ? '恢复督办' : ''),
  },
  { name: '进展情况', kind: 'text', value: ({ latest }) => latest?.progress ?? '' },
  { name: '存在问题', kind: 'text', value: ({ latest }) => latest?.problems ?? '' },
  { name: '下一步措施', kind: 'text', value: ({ latest }) => latest?.nextSteps ?? '' },
  { name: '填报日期', kind: 'text', value: ({ latest }) => latest?.filedOn ?? '' },
  { name: '来源文件', kind: 'text', value: ({ latest }) => latest?.place.file ?? '' },
  { name: '来源行', kind: 'number', value: ({ latest }) => String(latest?.place.row ?? '') },
];

/** Made one by one, as they are asked for. */
export function* ledgerRows(entries: readonly Entry[]): Iterable<readonly string[]> {
  for (const entry of entries) yield ledgerColumns.map(({ value }) => value(entry));
}

function percent(value: number | null): string {
  return value === null ? '' : `${value}%`;
}
