/**
 * 工作台账 as item 131 of the seed wants it: 项目要求, 责任单位 (each with its own light), 工作标准, 进度目标; then deadline, progress, problems, next
 * steps and evidence. One row a task under its headings; in the report's annex and as ledger.pdf.
 */
import { lightWords, statusWords } from '../trade/claims.ts';
import type { Light } from '../trade/claims.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { AssignedTask, Entry, Ledger, Plan } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import type { Unit } from '../domain/roster.ts';
import { tableMeta } from './meta.ts';
import { deadlineWords, endedWords, quarterWords } from './words.ts';
import { shortQuarter } from './yearly-words.ts';

const sectionShape = {
  title: 'text',
  tasks: [
    {
      no: 'text',
      text: 'text',
      /** What the office asks by plan.csv, else what the breakdown says; so standard and deadline. */
      requirement: 'blank',
      standard: 'blank',
      /** `区财政局：正常推进90%，绿灯`, a lead a line, then the cooperating units by their lights: `配合（绿灯）：区教育局、区民政局`. */
      units: 'text',
      /** The worst light of all. */
      unitsClass: 'text',
      /** `第一季度15%，第二季度40%`; 常态 for a standing task. */
      goals: 'text',
      deadline: 'blank',
      /** `…；问题：…；下一步：…；佐证：…`, a lead a line. */
      progress: 'blank',
    },
  ],
} as const;

export const ledgerSectionsShape = [sectionShape] as const;
export type LedgerSections = ViewOf<typeof ledgerSectionsShape>;

export const ledgerShape = {
  quarter: 'text',
  asOf: 'date',
  taskCount: 'number',
  sections: ledgerSectionsShape,
  /** 佐证材料 that came as files with the returns, unit by unit; 未注明单位 last. */
  attachments: [{ unit: 'text', name: 'text' }],
} as const;

export function ledgerPaper(ledger: Ledger, attachments: readonly Attachment[]): Paper<typeof ledgerShape> {
  return {
    template: 'ledger',
    shape: ledgerShape,
    view: {
      quarter: quarterWords(ledger.quarter),
      asOf: ledger.asOf,
      taskCount: ledger.tasks.length,
      sections: ledgerSections(ledger),
      attachments: attachmentRows(attachments),
    },
    meta: tableMeta('landscape', ledger.asOf),
  };
}

/** By the codes of the units and the names of the files, as they lay in the folder of the returns. */
function attachmentRows(attachments: readonly Attachment[]): ViewOf<typeof ledgerShape>['attachments'] {
  const keyOf = ({ unit, name }: Attachment): string => `${unit?.code ?? '\uFFFF'} ${name}`;
  return attachments
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ unit, name }) => ({ unit: unit?.name ?? '未注明单位', name: name.replace(/^.*?\/returns\//u, '') }));
}

/** Tasks in the order of the source, gathered under the headings they stand under. */
export function ledgerSections(ledger: Ledger): LedgerSections {
  const entriesOf = new Map<string, Entry[]>();
  for (const entry of ledger.entries) {
    if (entry.group === null) entriesOf.set(entry.task.id, [...(entriesOf.get(entry.task.id) ?? []), entry]);
  }
  const sections: { title: string; tasks: LedgerSections[number]['tasks'][number][] }[] = [];
  for (const assigned of ledger.tasks) {
    const title = assigned.task.section.join('　') || '任务';
    if (sections.at(-1)?.title !== title) sections.push({ title, tasks: [] });
    sections.at(-1)?.tasks.push(ledgerRow(assigned, entriesOf.get(assigned.task.id) ?? []));
  }
  return sections;
}

function ledgerRow(assigned: AssignedTask, entries: readonly Entry[]): LedgerSections[number]['tasks'][number] {
  const { task } = assigned;
  const planned = entries.find((entry) => entry.plan !== null);
  const plan = planned?.plan ?? null;
  return {
    no: task.no,
    text: task.text,
    requirement: (plan?.requirement ?? '') || (task.target ?? ''),
    standard: (plan?.standard ?? '') || (task.standard ?? ''),
    units: unitLines(assigned, entries),
    unitsClass: worstLight(entries) ?? 'plain',
    goals: goalLines(plan),
    deadline: (planned === undefined ? '' : deadlineWords(planned)) || (task.deadline ?? ''),
    progress: progressOf(entries.filter(({ role }) => role === 'lead')),
  };
}

function unitLines({ task, leads, cooperators }: AssignedTask, entries: readonly Entry[]): string {
  const entryOf = (unit: Unit) => entries.find((each) => each.unit.code === unit.code);
  const lines = [
    ...leads.map((unit) => leadLine(unit, entryOf(unit))),
    ...cooperatorLines(cooperators, task.andOthers, entryOf),
  ];
  return lines.join('\n') || '—';
}

/** The worst light first, what has none last: there an open set ends, too, which is never judged. */
function cooperatorLines(
  units: readonly Unit[],
  andOthers: boolean,
  entryOf: (unit: Unit) => Entry | undefined,
): readonly string[] {
  return [...worstFirst, null].flatMap((light) => {
    const alike = units.filter((unit) => (entryOf(unit)?.light ?? null) === light);
    const names = namesOf(alike, light === null && andOthers);
    return names === '' ? [] : [`配合${light === null ? '' : `（${lightWords[light]}）`}：${names}`];
  });
}

function leadLine(unit: Unit, entry: Entry | undefined): string {
  if (entry === undefined) return unit.name;
  const state = entry.status === null ? '未报送' : statusWords[entry.status];
  const percent = entry.percent === null ? '' : `${entry.percent}%`;
  const light = entry.light === null ? [] : [lightWords[entry.light]];
  return `${unit.name}：${[endedWords(entry) || `${state}${percent}`, ...light].join('，')}`;
}

function goalLines(plan: Plan | null): string {
  const goals = [...(plan?.percentBy ?? [])].map(([each, percent]) => `${shortQuarter(each)}${percent}%`);
  return goals.join('，') || '常态';
}

/** Several leads: each says whose report it is. */
function progressOf(leads: readonly Entry[]): string {
  const isOne = leads.length === 1;
  return leads
    .flatMap(({ unit, latest }) => {
      if (latest === null) return [];
      const parts = [
        `${isOne ? '' : `${unit.name}：`}${latest.progress}`,
        latest.problems === '' ? '' : `问题：${latest.problems}`,
        latest.nextSteps === '' ? '' : `下一步：${latest.nextSteps}`,
        latest.evidence === '' ? '' : `佐证：${latest.evidence}`,
      ];
      return [
        parts
          .filter((part) => part !== '')
          .map((part) => part.replace(/[。；]$/u, ''))
          .join('；'),
      ];
    })
    .join('\n');
}

/** An open set ends in 等有关单位, unless one of the names says as much: 各有关单位, 相关部门. */
export function namesOf(units: readonly Pick<Unit, 'name'>[], andOthers: boolean): string {
  const names = units.map(({ name }) => name);
  const isSaid = names.some((name) => /有关|相关/u.test(name));
  if (!andOthers || isSaid) return names.join('、');
  return names.length === 0 ? '有关单位' : `${names.join('、')}等有关单位`;
}

export function worstLight(entries: readonly Entry[]): Light | null {
  return worstFirst.find((light) => entries.some((entry) => entry.light === light)) ?? null;
}

const worstFirst = ['red', 'yellow', 'green'] as const satisfies readonly Light[];
