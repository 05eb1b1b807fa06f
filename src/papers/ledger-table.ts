/** 工作台账 as a table: one row a task under its headings, each lead with its state; in the report's annex and as ledger.pdf. */
import type { Light, Entry, Ledger, AssignedTask } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import type { Unit } from '../domain/roster.ts';
import { tableMeta } from './meta.ts';
import { plannedWords } from './task-row.ts';
import { lightWords, quarterWords, statusWords } from './words.ts';

const sectionShape = {
  title: 'text',
  tasks: [
    {
      no: 'text',
      text: 'text',
      /** `区财政局：正常推进，90%，绿灯`, a lead a line. */
      leads: 'text',
      /** The worst light of the leads. */
      leadsClass: 'text',
      cooperators: 'blank',
      planned: 'text',
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
} as const;

export function ledgerPaper(ledger: Ledger): Paper<typeof ledgerShape> {
  return {
    template: 'ledger',
    shape: ledgerShape,
    view: {
      quarter: quarterWords(ledger.quarter),
      asOf: ledger.asOf,
      taskCount: ledger.tasks.length,
      sections: ledgerSections(ledger),
    },
    meta: tableMeta('landscape', ledger.asOf),
  };
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
  const leads = assigned.leads.map((unit) => leadLine(unit, entries));
  const leadEntries = entries.filter(({ role }) => role === 'lead');
  return {
    no: assigned.task.no,
    text: assigned.task.text,
    leads: leads.length === 0 ? '—' : leads.join('\n'),
    leadsClass: worstLight(leadEntries) ?? 'plain',
    cooperators: namesOf(assigned.cooperators, assigned.task.andOthers),
    planned: plannedWords(leadEntries[0]?.planned ?? null),
    progress: progressOf(leadEntries),
  };
}

function leadLine(unit: Unit, entries: readonly Entry[]): string {
  const entry = entries.find((each) => each.unit.code === unit.code && each.role === 'lead');
  if (entry === undefined) return unit.name;
  const state = entry.status === null ? '未报送' : statusWords[entry.status];
  const percent = entry.percent === null ? [] : [`${entry.percent}%`];
  const light = entry.light === null ? [] : [lightWords[entry.light]];
  return `${unit.name}：${[entry.isClosed ? '已销号' : state, ...percent, ...light].join('，')}`;
}

/** Several leads: each says whose report it is. */
function progressOf(leads: readonly Entry[]): string {
  const reports = leads.flatMap(({ unit, latest }) => (latest === null ? [] : [{ unit, progress: latest.progress }]));
  const isOne = leads.length === 1;
  return reports.map(({ unit, progress }) => (isOne ? progress : `${unit.name}：${progress}`)).join('\n');
}

/** An open set ends in 等有关单位, unless one of the names says as much: 各有关单位, 相关部门. */
export function namesOf(units: readonly Pick<Unit, 'name'>[], andOthers: boolean): string {
  const names = units.map(({ name }) => name);
  const isSaid = names.some((name) => /有关|相关/u.test(name));
  if (!andOthers || isSaid) return names.join('、');
  return names.length === 0 ? '有关单位' : `${names.join('、')}等有关单位`;
}

export function worstLight(entries: readonly Entry[]): Light | null {
  return (['red', 'yellow', 'green'] as const).find((light) => entries.some((entry) => entry.light === light)) ?? null;
}
