/** From an item that owns units (or stands among such) to a Task, each repair a message with its line. */
import type { Task } from '../domain/catalogue.ts';
import { info, warning } from '../message/message.ts';
import type { Message, Place } from '../message/message.ts';
import { assign } from './assign.ts';
import type { Assignment, LeadRules } from './assign.ts';
import type { Claim } from './claim.ts';
import type { Content } from './content.ts';
import { deadlinesIn } from './deadline.ts';
import { isUnfinished } from './ending.ts';
import type { FlowSpot } from './flow.ts';
import type { Read } from './outline.ts';
import { readUnitList } from './unit-list.ts';

export type TaskContext = {
  readonly file: string;
  readonly id: string;
  readonly section: readonly string[];
  readonly lead: LeadRules;
};

/** Which rule read which words into which field. */
export type Trace = {
  readonly field: string;
  readonly rule: string;
  readonly words: string;
  readonly value: string;
  readonly spot: FlowSpot;
};

export type TaskRead = {
  readonly task: Task;
  readonly traces: readonly Trace[];
  readonly messages: readonly Message[];
};

/** A Task, how it was read, and what was noticed. */
export function readTask({ item, content }: Read, { file, id, section, lead }: TaskContext): TaskRead {
  const note: Note = { file, no: id };
  const { text, messages } = readText(content, note);
  const assignment = assign(content.claims, lead);
  const lines = item.paragraphs.flatMap((paragraph) => paragraph.lines);
  const notes = valuesOf(content, 'note');
  const task: Task = {
    id,
    no: item.mark?.no ?? '',
    text,
    section,
    ...assignment.units,
    deadline: deadlineOf(content, text),
    leaders: readUnitList(valuesOf(content, 'leaders').map(partedNames).join('、')).names,
    target: joined(valuesOf(content, 'target')),
    standard: joined(valuesOf(content, 'standard')),
    ...(notes.length === 0 ? {} : { notes }),
    place: item.place ?? { line: lines[0]?.line ?? 0, endLine: lines.at(-1)?.line ?? 0 },
  };
  return {
    task,
    traces: tracesOf(task, content, assignment),
    messages: [...messages, ...unitMessages(content, assignment, note)],
  };
}

type Note = { readonly file: string; readonly no: string };

function readText(content: Content, note: Note): { text: string; messages: readonly Message[] } {
  const { file, no } = note;
  const whole = content.sentences.map((sentence) => sentence.text).join('');
  const stray = /(?<=[。！？；])[‘’'"“”`.·]+$/u.exec(whole)?.[0] ?? '';
  const text = whole.slice(0, whole.length - stray.length);
  const last = content.sentences.at(-1);
  const end = last === undefined ? null : { file, row: last.endLine, column: null };
  const messages: Message[] = [];
  const join = content.joins[0];
  if (join !== undefined)
    messages.push(info({ file, row: join.line, column: null, endRow: join.line + 1 }, 'wrapped-line', { no }));
  if (stray !== '') messages.push(info(end, 'stray-mark', { no, mark: stray, kept: text.slice(-8) }));
  messages.push(...unknownLabels(content, note));
  if (text !== '' && isUnfinished(text)) messages.push(warning(end, 'unfinished-text', { no, end: text.slice(-6) }));
  return { text, messages };
}

const unknownLabel = /^([\p{Script=Han}（）()、]{1,8}(?:单位|部门|领导|机构))\s*[：:]/u;

/** `整改单位：……`: worded like a label, but of no field. */
function unknownLabels(content: Content, { file }: Note): readonly Message[] {
  return content.sentences.flatMap(({ text, spot }) => {
    const label = unknownLabel.exec(text)?.[1];
    return label === undefined
      ? []
      : [warning({ file, row: spot.line, column: spot.column }, 'unknown-label', { label })];
  });
}

function unitMessages(content: Content, assignment: Assignment, { file, no }: Note): readonly Message[] {
  const placeOf = ({ spot }: Claim): Place => ({ file, row: spot.line, column: spot.column });
  const first = content.claims[0];
  const place = first === undefined ? null : placeOf(first);
  return [
    ...content.claims.flatMap((claim) =>
      claim.isInline ? [info(placeOf(claim), 'inline-label', { no, label: claim.words })] : [],
    ),
    ...assignment.repairs.map(({ claim, repair }) =>
      repair.kind === 'empty-unit'
        ? warning(placeOf(claim), 'empty-unit', { no, label: claim.words })
        : info(placeOf(claim), 'stray-mark', { no, mark: repair.mark, kept: repair.name }),
    ),
    ...assignment.repeated.map((unit) => info(place, 'repeated-unit', { no, unit })),
    ...assignment.doubled.map((unit) => info(place, 'lead-and-cooperator', { no, unit })),
  ];
}

function valuesOf(content: Content, field: Claim['field']): readonly string[] {
  return content.claims.filter((claim) => claim.field === field && claim.value !== '').map((claim) => claim.value);
}

/** `李四 王五` are two people; `王 五` is one, set wide. */
function partedNames(value: string): string {
  const parts = value.split(/[\s\u3000]+/u);
  return parts.length > 1 && parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part)) ? parts.join('、') : value;
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('；');
}

const noDeadline = /^(?:无|\/|／|-|—|——|－)$/u;

function deadlineOf(content: Content, text: string): string | null {
  const claimed = valuesOf(content, 'deadline').filter((value) => !noDeadline.test(value));
  return joined(claimed.length > 0 ? claimed : deadlinesIn(text));
}

function tracesOf(task: Task, content: Content, assignment: Assignment): readonly Trace[] {
  const spot = content.claims[0]?.spot ?? { line: task.place.line, column: 1 };
  // Doers named beside a lead cooperate.
  const beside = task.leads.length > 0 && assignment.ruled === null;
  const claims = content.claims.map(({ field, rule, words, value, spot: at }): Trace => {
    return { field: beside && field === 'responsible' ? 'cooperators' : field, rule, words, value, spot: at };
  });
  const first =
    assignment.ruled !== null
      ? [{ field: 'leads', rule: `${assignment.ruled}-leads`, words: '', value: task.leads.join('、'), spot }]
      : [];
  const isInText = task.deadline !== null && !content.claims.some((claim) => claim.field === 'deadline');
  const dates = isInText
    ? [{ field: 'deadline', rule: 'text', words: '', value: task.deadline, spot: content.sentences[0]?.spot ?? spot }]
    : [];
  return [...claims, ...first, ...dates];
}
