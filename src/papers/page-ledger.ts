/** The ledger on the page: a row a task and unit, with the values its filters offer. */
import { lightWords, roleWords, statusWords } from '../trade/claims.ts';
import type { Entry, Ledger } from '../domain/entry.ts';
import type { LedgerRow, PageLedger } from '../document/page-view.ts';
import type { Task } from '../domain/catalogue.ts';
import { reasonText } from './evidence.ts';
import { endedWords, filingWords } from './words.ts';

const lightChoices = [
  { tone: 'red', word: lightWords.red },
  { tone: 'yellow', word: lightWords.yellow },
  { tone: 'green', word: lightWords.green },
  { tone: 'none', word: '不亮灯' },
] as const;

const statusChoices = [
  ...Object.values(statusWords),
  '未报送',
  '待报送',
  '不需报送',
  '已销号',
  '已撤销',
  '共性任务',
] as const;

export function pageLedger(ledger: Ledger): PageLedger {
  const rows = ledgerRows(ledger);
  const used = new Set(rows.map(({ unit }) => unit));
  const statuses = new Set(rows.map(({ status }) => status));
  const known = new Set(ledger.units.map(({ name }) => name));
  const groups = rows.map(({ unit }) => unit).filter((name) => !known.has(name));
  return {
    units: [...ledger.units.map(({ name }) => name).filter((name) => used.has(name)), ...new Set(groups)],
    sections: sectionsOf(ledger),
    statuses: statusChoices.filter((status) => statuses.has(status)),
    lights: lightChoices,
    rows,
  };
}

/** Sections in the order of the source; a task under no heading stands under 任务. */
export function sectionsOf(ledger: Ledger): readonly { readonly key: string; readonly title: string }[] {
  const keys = new Map(ledger.tasks.map(({ task }) => [sectionKey(task), sectionTitle(task)]));
  return [...keys].map(([key, title]) => ({ key, title }));
}

/** Headings down to the second level, as the domain counts sections; titles may repeat under other chapters. */
export function sectionKey(task: Task): string {
  return task.section.slice(0, 2).join('　') || '任务';
}

/** `二、（一）坚持党组织从严抓党风`: chapters by their number only. */
function sectionTitle(task: Task): string {
  const [chapter, section] = task.section;
  if (chapter === undefined) return '任务';
  return section === undefined ? chapter : `${numberOf(chapter)}${section}`;
}

/** `二、` of `二、坚持不懈抓好党的作风建设`; the whole heading when it has no number. */
function numberOf(heading: string): string {
  return /^[一二三四五六七八九十百]+、/u.exec(heading)?.[0] ?? `${heading}　`;
}

/** Members of a group share its common task: one row stands for them all. A task that nobody answers for has a row too. */
function ledgerRows(ledger: Ledger): readonly LedgerRow[] {
  const byTask = new Map<string, Entry[]>(ledger.tasks.map(({ task }) => [task.id, []]));
  for (const entry of ledger.entries) byTask.get(entry.task.id)?.push(entry);
  return ledger.tasks.flatMap(({ task, leads, cooperators }) => {
    const entries = byTask.get(task.id) ?? [];
    const named = entries.filter(({ group }) => group === null).map(entryRow);
    const shown = new Set(named.map(({ unit }) => unit));
    const rest = [
      ...leads.map((unit) => ({ unit, role: roleWords.lead })),
      ...cooperators.map((unit) => ({ unit, role: roleWords.cooperating })),
    ].filter(({ unit }) => !shown.has(unit.name));
    const common = rest.map(({ unit, role }) => ({ ...emptyRow(task), unit: unit.name, role, status: '共性任务' }));
    const rows = [...named, ...common];
    return rows.length === 0 ? [{ ...emptyRow(task), unit: '—' }] : rows;
  });
}

function entryRow(entry: Entry): LedgerRow {
  const { task, plan } = entry;
  const status = statusOf(entry);
  const reason = reasonText(entry);
  return {
    ...emptyRow(task),
    unit: entry.unit.name,
    role: roleWords[entry.role],
    light: entry.light ?? 'none',
    lightWord: entry.light === null ? '不亮灯' : lightWords[entry.light],
    // The light's reason may be the status itself.
    reason: reason === status ? '' : reason,
    status,
    percent: entry.percent,
    planned: entry.planned,
    filing: filingWords[entry.filing],
    deadline: plan?.deadline ?? '',
    progress: entry.latest?.progress ?? '',
  };
}

function statusOf(entry: Entry): string {
  if (endedWords(entry) !== '') return endedWords(entry);
  if (entry.status !== null) return statusWords[entry.status];
  return entry.filing === 'pending' ? '待报送' : entry.filing === 'not-required' ? '不需报送' : '未报送';
}

function emptyRow(task: Task): LedgerRow {
  return {
    no: task.no,
    text: task.text,
    section: sectionKey(task),
    unit: '',
    role: '',
    light: 'none',
    lightWord: '不亮灯',
    reason: '',
    status: '共性任务',
    percent: null,
    planned: null,
    filing: filingWords['not-required'],
    deadline: '',
    progress: '',
  };
}
