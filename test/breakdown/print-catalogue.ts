/** Prints a random catalogue as a document of one of the layouts. Returns lines of text. */
import { numerals } from './random-catalogue.ts';
import type { Labels, Plain, Section } from './random-catalogue.ts';

export type Layout = 'own-lines' | 'inline' | 'label-brackets' | 'verb-brackets' | 'doers-brackets' | 'division-line';
export const layouts = [
  'own-lines',
  'inline',
  'label-brackets',
  'verb-brackets',
  'doers-brackets',
  'division-line',
] as const satisfies readonly Layout[];

export type Printing = {
  readonly layout: Layout;
  readonly labels: Labels;
  readonly mark: string;
  /** Through all sections, anew in each, or as `2.1`. */
  readonly numbering: 'through' | 'restarts' | 'decimal';
  readonly blank: boolean;
};

/** Title, headings 一、二、, tasks numbered through or anew in each section. */
export function printLines(sections: readonly Section[], printing: Printing): readonly string[] {
  let number = 0;
  const numbering = sections.some(({ tasks }) => tasks.length > 1) ? printing.numbering : 'through';
  const body = sections.flatMap(({ title, tasks }, index) => {
    if (numbering !== 'through') number = 0;
    const printed = tasks.flatMap((task) => {
      number += 1;
      const outer = numbering === 'decimal' ? `${index + 1}.` : '';
      return taskLines(task, `${outer}${number}${printing.mark}`, printing);
    });
    return [`${numerals[index] ?? ''}、${title}`, ...printed];
  });
  const lines = ['2024年重点工作任务责任分解', ...body];
  return printing.blank ? lines.flatMap((line) => [line, '']) : lines;
}

function taskLines(task: Plain, number: string, { layout, labels }: Printing): readonly string[] {
  const { lead, cooperating, deadline, colon } = labels;
  const leads = `${lead}${colon}${task.leads.join('、')}`;
  const others = task.cooperators.length === 0 ? [] : [`${cooperating}${colon}${task.cooperators.join('、')}`];
  const due = task.deadline === null ? [] : [`${deadline}${colon}${task.deadline}`];
  switch (layout) {
    case 'own-lines':
      return [`${number}${task.text}`, leads, ...others, ...due];
    case 'inline':
      return [`${number}${task.text}${[leads, ...others, ...due].join('；')}。`];
    case 'label-brackets':
      return [`${number}${task.text}（${[leads, ...others, ...due].join('；')}）`];
    case 'verb-brackets':
      return [`${number}${task.text}（${divided(task)}）`];
    case 'doers-brackets':
      return [`${number}${task.text}（${undirected(task)}）`];
    case 'division-line':
      return [`${number}${task.text}`, `部门分工${colon}${divided(task)}。`];
  }
}

/** Nobody leads: the first names do the work, those after the comma help. */
function undirected({ leads: doers, cooperators, deadline }: Plain): string {
  const names = doers.join('、');
  const isShared = doers.length > 1;
  const done =
    cooperators.length === 0 ? [`${names}${isShared ? '分别' : '具体'}负责`] : [names, `${cooperators.join('、')}配合`];
  return [...done, ...dueOf(deadline)].join('，');
}

function dueOf(deadline: string | null): readonly string[] {
  return deadline === null ? [] : [`${deadline}${deadline.endsWith('前') ? '完成' : ''}`];
}

function divided({ leads, cooperators, deadline }: Plain): string {
  const lead = `${leads.join('、')}${leads.length > 1 ? '分别' : ''}牵头`;
  const others = cooperators.length === 0 ? [] : [`${cooperators.join('、')}按职责分工负责`];
  return [lead, ...others, ...dueOf(deadline)].join('，');
}
