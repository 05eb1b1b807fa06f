/** From an item that owns units (or stands among such) to a Task, each repair a message with its line. */
import type { Task } from '../../domain/catalogue.ts';
import { info, warning } from '../../message.ts';
import type { Message } from '../../message.ts';
import { isUnfinished } from './ending.ts';
import type { Claim, Content } from './content.ts';
import { isUnitField } from './label.ts';
import type { Read } from './role.ts';
import { readUnitList } from './unit-list.ts';
import type { UnitList } from './unit-list.ts';

export type TaskContext = { readonly file: string; readonly id: string; readonly section: readonly string[] };

/** A Task and what was noticed while reading it. */
export function readTask({ item, content }: Read, context: TaskContext): { task: Task; messages: readonly Message[] } {
  const no = item.mark?.no ?? '';
  const note: Note = { file: context.file, no };
  const { text, messages: textMessages } = readText(content, note);
  const { units, messages: unitMessages } = readUnits(content, note);
  const lines = item.paragraphs.flatMap((paragraph) => paragraph.lines);
  const task: Task = {
    id: context.id,
    no,
    text,
    section: context.section,
    ...units,
    deadline: valueOf(content, 'deadline'),
    leaders: readUnitList(valueOf(content, 'leaders') ?? '').names,
    target: valueOf(content, 'target'),
    standard: valueOf(content, 'standard'),
    place: { line: lines[0]?.line ?? 0, endLine: lines.at(-1)?.line ?? 0 },
  };
  return { task, messages: [...textMessages, ...unitMessages] };
}

type Note = { readonly file: string; readonly no: string };

function readText(content: Content, { file, no }: Note): { text: string; messages: readonly Message[] } {
  const joined = content.sentences.map((sentence) => sentence.text).join('');
  const stray = /(?<=[。！？；])[‘’'"“”`.·]+$/u.exec(joined)?.[0] ?? '';
  const text = joined.slice(0, joined.length - stray.length);
  const last = content.sentences.at(-1);
  const end = last === undefined ? null : { file, row: last.endLine, column: null };
  const messages: Message[] = [];
  const join = content.joins[0];
  if (join !== undefined)
    messages.push(info({ file, row: join.line, column: null, endRow: join.line + 1 }, 'wrapped-line', { no }));
  if (stray !== '') messages.push(info(end, 'stray-mark', { no, mark: stray, kept: text.slice(-8) }));
  if (isUnfinished(text)) messages.push(warning(end, 'unfinished-text', { no, end: text.slice(-6) }));
  return { text, messages };
}

type Units = Pick<Task, 'leads' | 'cooperators' | 'responsible' | 'andOthers' | 'allUnits'>;

function readUnits(content: Content, note: Note): { units: Units; messages: readonly Message[] } {
  const claims = content.claims.filter((claim) => isUnitField(claim.field));
  const lists = claims.map((claim) => ({ claim, list: readUnitList(claim.value) }));
  const named = (field: Claim['field']): readonly string[] =>
    lists.filter(({ claim }) => claim.field === field).flatMap(({ list }) => list.names);
  const leads = [...new Set(named('leads'))];
  const units: Units = {
    leads,
    cooperators: [...new Set(named('cooperators'))].filter((name) => !leads.includes(name)),
    responsible: [...new Set(named('responsible'))],
    andOthers: lists.some(({ list }) => list.andOthers),
    allUnits: lists.some(({ list }) => list.allUnits),
  };
  return { units, messages: lists.flatMap(({ claim, list }) => repairMessages(claim, list, note)) };
}

function repairMessages(claim: Claim, list: UnitList, { file, no }: Note): readonly Message[] {
  const place = { file, row: claim.spot.line, column: claim.spot.column };
  const inline = claim.isInline ? [info(place, 'inline-label', { no, label: claim.label })] : [];
  const repairs = list.repairs.map((repair) =>
    repair.kind === 'empty-unit'
      ? warning(place, 'empty-unit', { no, label: claim.label })
      : info(place, 'stray-mark', { no, mark: repair.mark, kept: repair.name }),
  );
  return [...inline, ...repairs];
}

function valueOf(content: Content, field: Claim['field']): string | null {
  const values = content.claims
    .filter((claim) => claim.field === field && claim.value !== '')
    .map((claim) => claim.value);
  return values.length === 0 ? null : values.join('；').replace(/[。；]+$/u, '');
}
