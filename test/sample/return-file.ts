/** One unit's file as its office would save it. */
import type { SampleQuarter, SampleRow } from './content.ts';
import { encode } from './encoding.ts';
import type { Habit } from './habits.ts';
import { seedTasks } from './seed.ts';
import { readUnits } from './units.ts';

const returnHeader: readonly string[] = (
  '填报单位,任务编号,任务内容,本单位角色,进展情况,完成比例,状态,存在问题,' +
  '下一步措施,佐证材料,填报人,联系电话,填报日期'
).split(',');

export type ReturnFile = {
  readonly quarter: SampleQuarter;
  readonly unit: string;
  readonly rows: readonly SampleRow[];
  readonly habit: Habit;
};

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧';
const quarterNames = { '2024Q3': '2024年第三季度', '2024Q4': '2024年第四季度' } as const;

export function returnFile(file: ReturnFile): Buffer {
  const { habit } = file;
  const encoding = habit.encoding ?? 'utf8-bom';
  const cells = [...above(file), returnHeader, ...file.rows.map((row, at) => dataRow(file, row, at)), ...below(file)];
  const mark = encoding === 'utf16le' ? '\t' : ',';
  // Excel pads every row to the width of the sheet and ends it with CR LF; editors that write plain UTF-8 do not.
  const lines = cells.map((row) => returnHeader.map((_, at) => quote(row[at] ?? '', mark)).join(mark));
  const end = encoding === 'utf8' ? '\n' : '\r\n';
  return encode(lines.join(end) + end, encoding);
}

/** Half of the offices print the form's title, the other half keep its 填报说明 below the rows. */
function hasTitle({ unit }: ReturnFile): boolean {
  return codeOf(unit) % 2 === 0;
}

function above(file: ReturnFile): readonly (readonly string[])[] {
  if (!hasTitle(file)) return [];
  const title = `XX区${quarterNames[file.quarter]}惩防体系建设任务进展情况反馈表（示例数据）`;
  return [[title], [`填报单位：${file.unit}`]];
}

function below(file: ReturnFile): readonly (readonly string[])[] {
  const { rows, habit } = file;
  const total = habit.hasTotal === true ? [['合计', `${rows.length}项`]] : [];
  const blank = Array.from({ length: habit.blankRows ?? 0 }, () => ['']);
  const notes = [
    ['填报说明：1.本表为示例数据，内容、人员和电话均为虚构。'],
    ['2.完成比例填写截至填报日的累计进度；无进展的填写“本季度无进展”。'],
  ];
  return [...total, ...(hasTitle(file) ? [] : notes), ...blank];
}

function dataRow(file: ReturnFile, { task, role, said }: SampleRow, at: number): readonly string[] {
  const { unit, habit } = file;
  const wide = (text: string): string => (habit.isFullWidth === true ? fullWidth(text) : text);
  const isMergedAway = habit.isUnitMerged === true && at > 0;
  const mark = habit.isFullWidth === true || codeOf(unit) % 3 !== 0 ? '%' : '';
  return [
    isMergedAway ? '' : (habit.signsAs ?? unit),
    wide(`${task}`),
    shortened(taskText(task)),
    role,
    habit.isNumbered === true ? numbered(said.progress) : said.progress,
    wide(`${said.percent}${mark}`),
    said.status,
    said.problems ?? '',
    said.next ?? '',
    said.evidence ?? '',
    clerkOf(unit, role),
    `0000-${1000 + ((codeOf(unit) * 37) % 9000)}`,
    dateOf(file),
  ];
}

function clerkOf(unit: string, role: string): string {
  const at = codeOf(unit) * 7 + (role === '牵头' ? 0 : 3);
  return `${surnames[at % surnames.length]}某`;
}

/** On time by the 25th, unless the habit says otherwise. */
function dateOf({ quarter, unit, habit }: ReturnFile): string {
  const onTime = quarter === '2024Q3' ? `2024-09-${20 + (codeOf(unit) % 5)}` : `2024-12-${18 + (codeOf(unit) % 6)}`;
  return inStyle(habit.lateOn ?? onTime, habit.dateStyle ?? 'iso');
}

function inStyle(date: string, style: 'iso' | 'slash' | 'dot' | 'chinese'): string {
  const [year, month, day] = date.split('-').map(Number);
  switch (style) {
    case 'iso':
      return date;
    case 'slash':
      return `${year}/${month}/${day}`;
    case 'dot':
      return `${year}.${month}.${day}`;
    case 'chinese':
      return `${year}年${month}月${day}日`;
  }
}

/** A task's beginning is enough to know it by. */
function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= 24 ? text : `${characters.slice(0, 23).join('')}…`;
}

function numbered(progress: string): string {
  const parts = progress.replace(/。$/u, '').split('；');
  return parts.length < 2 ? progress : parts.map((part, at) => `${at + 1}.${part}。`).join('\n');
}

function fullWidth(text: string): string {
  return text.replaceAll(/[0-9%]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function quote(cell: string, mark: string): string {
  return cell.includes(mark) || /["\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function codeOf(unit: string): number {
  const known = readUnits().find(({ name }) => name === unit);
  if (known === undefined) throw new Error(`${unit} is not in inputs/units.csv`);
  return known.code;
}

let texts: ReadonlyMap<number, string> | null = null;

function taskText(task: number): string {
  texts ??= new Map(seedTasks().map(({ no, text }) => [no, text]));
  return texts.get(task) ?? '';
}
