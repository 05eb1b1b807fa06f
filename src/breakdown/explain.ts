/** `parse --explain`: for each task which rule read which words, so that a clerk can check a parse in minutes. */
import type { Reading } from './assemble.ts';
import type { Trace } from './task.ts';
import { readUnitList } from './unit-list.ts';

const fieldWords: Readonly<Record<string, string>> = {
  leads: '牵头单位',
  cooperators: '配合单位',
  responsible: '责任单位',
  deadline: '完成时限',
  leaders: '责任领导',
  target: '工作目标',
  standard: '工作标准',
  note: '备注',
};

/** Lines of text: one paragraph a task, one line a rule with the place and the words it read. */
export function explainReading({ catalogue, traces }: Reading): readonly string[] {
  const { title, source, tasks } = catalogue;
  const head = [`${source.path}　${title}　任务 ${tasks.length} 项`];
  const paragraphs = tasks.flatMap((task, index) => {
    const { line, endLine } = task.place;
    const place = line === endLine ? `第 ${line} 行` : `第 ${line}—${endLine} 行`;
    const open = task.andOthers ? ['  等有关单位：名单未尽，不指定单位'] : [];
    return [
      '',
      `任务 ${task.id}（${place}）${task.section.join(' / ')}`,
      `  正文　${shortened(task.text)}`,
      ...(traces[index] ?? []).map(traceLine),
      ...open,
    ];
  });
  return [...head, ...paragraphs];
}

// The stroke shows where a list was parted: `区委办公室｜各市、县政府` are two.
const unitFields: ReadonlySet<string> = new Set(['leads', 'cooperators', 'responsible']);

function traceLine({ field, rule, words, value, spot }: Trace): string {
  const names = unitFields.has(field) ? readUnitList(value).names.join('｜') : value;
  return `  ${fieldWords[field] ?? field}　${names === '' ? value || '（无）' : names}　←　${ruleWords(rule, words)}（${spot.line}:${spot.column}）`;
}

function ruleWords(rule: string, words: string): string {
  switch (rule) {
    case 'label':
      return `标签“${words}：”`;
    case 'column':
      return `表格的“${words}”列`;
    case 'first-leads':
      return '文中规定：列第一位的为牵头单位';
    case 'each-leads':
      return '文中规定：无牵头单位的，责任单位即为牵头单位';
    case 'sign-leads':
      return '文中规定：带所说标记的为牵头单位';
    case 'heading':
      return `小标题“${words}”`;
    case 'inherited':
      return `沿用上级标题的单位（“${words}”）`;
    case 'common':
      return `文中规定：${words}`;
    case 'text':
      return '正文中的时间';
    default:
      return `${rule === 'clause' ? '括号内' : '句中'}${words === '' ? '的名单或时间' : `“……${words}”`}`;
  }
}

const longestText = 60;

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText / 2)}……${text.slice(-longestText / 2)}`;
}
