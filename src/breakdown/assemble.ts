/** From read items to the Catalogue: title and period, headings with their levels, tasks with unique ids. */
import type { Catalogue, SectionHeading, Task } from '../domain/catalogue.ts';
import { error, info, warning } from '../message/message.ts';
import type { Message, Place, Result } from '../message/message.ts';
import type { Claim } from './claim.ts';
import { ownsUnits } from './content.ts';
import { paragraphsOf, splitSection } from './heading.ts';
import type { Passage } from './heading.ts';
import { idsOf } from './id.ts';
import { givenDuties } from './inherit.ts';
import { isUnitField } from './label.ts';
import type { LeadRule } from './lead-rule.ts';
import type { Node, Read } from './outline.ts';
import { plausibilityMessages } from './plausible.ts';
import type { HashedFile } from '../disk/sha256.ts';
import { rolesOf } from './role.ts';
import type { Cast } from './role.ts';
import { signMessages, signsInForce } from './sign-messages.ts';
import { readTask } from './task.ts';
import type { TaskRead, Trace } from './task.ts';
import { periodOf, readTitle } from './title.ts';

export type Reading = {
  readonly catalogue: Catalogue;
  /** For each task, in order: which rule read which words. */
  readonly traces: readonly (readonly Trace[])[];
};

/** What is read of a source that cannot be read. */
export function emptyReading(source: Catalogue['source']): Reading {
  return { catalogue: { title: '', source, period: null, headings: [], preamble: [], tasks: [] }, traces: [] };
}

/** Puts the Catalogue together; what was repaired or left open is told in the messages, in the order of the lines. */
export function assemble(reads: readonly Read[], source: HashedFile): Result<Reading> {
  const { cast, claims, messages: given } = givenDuties(rolesOf(reads), source.path);
  const title = readTitle(cast, source.path);
  const headings = headingsOf(cast);
  const tasks = tasksOf(cast, claims, source.path);
  const taskNodes = cast.filter(({ role }) => role === 'task').map(({ node }) => node);
  const reviewed = tasks.flatMap(({ task }, index) => {
    const node = taskNodes[index];
    return node === undefined ? [] : [{ node, task }];
  });
  const catalogue: Catalogue = {
    title: title.text,
    source,
    period: periodOf(title.text),
    headings,
    preamble: [...title.preamble, ...passagesOf(cast)].toSorted((a, b) => a.place.line - b.place.line),
    tasks: tasks.map(({ task }) => task),
  };
  const messages = [
    ...title.messages,
    ...tasks.flatMap((each) => each.messages),
    ...gapMessages(cast, source.path),
    ...plausibilityMessages({ cast, tasks: reviewed, file: source.path }),
    ...leadMessages(tasks, source.path),
    ...given,
    ...ruleMessages(cast, source.path),
    ...signMessages({ cast, tasks: reviewed, file: source.path }),
    ...textMessages(cast, source.path),
    ...(tasks.length === 0 ? [error({ file: source.path, row: null, column: null }, 'no-tasks', undefined)] : []),
  ];
  return {
    value: { catalogue, traces: tasks.map(({ traces }) => traces) },
    messages: withoutHabits(messages.toSorted(byRow), { count: tasks.length, file: source.path }),
  };
}

const fewRepairs = 10;

/** What nearly every task of a document does is its layout and no repair: said once, or not at all. */
function withoutHabits(
  messages: readonly Message[],
  { count, file }: { count: number; file: string },
): readonly Message[] {
  const isHabit = (code: Message['code']): boolean => {
    const found = messages.filter((message) => message.code === code).length;
    return found > fewRepairs && found * 4 > count;
  };
  const [isInline, isWrapped] = [isHabit('inline-label'), isHabit('wrapped-line')];
  const wrapped = messages.filter((message) => message.code === 'wrapped-line').length;
  const kept = messages.filter(
    ({ code }) => !(isInline && code === 'inline-label') && !(isWrapped && code === 'wrapped-line'),
  );
  return isWrapped ? [info({ file, row: null, column: null }, 'habit-wrapped', { count: wrapped }), ...kept] : kept;
}

function byRow(a: Message, b: Message): number {
  return (a.place?.row ?? 0) - (b.place?.row ?? 0);
}

function headingsOf(cast: readonly Cast[]): readonly SectionHeading[] {
  return cast
    .filter(({ role }) => role === 'heading')
    .map(({ node }) => {
      const { title, place } = splitSection(node.read);
      return { level: headingsAbove(node, cast).length + 1, text: title, place };
    });
}

function headingsAbove(node: Node, cast: readonly Cast[]): readonly Node[] {
  const above: Node[] = [];
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (cast[outer.index]?.role === 'heading') above.unshift(outer);
  }
  return above;
}

function passagesOf(cast: readonly Cast[]): readonly Passage[] {
  return cast.flatMap(({ node, role }) => {
    if (role === 'heading') return splitSection(node.read).body;
    return role === 'text' && node.read.item.kind !== 'front' ? paragraphsOf(node.read.item) : [];
  });
}

function tasksOf(cast: readonly Cast[], given: ReadonlyMap<Node, readonly Claim[]>, file: string): readonly TaskRead[] {
  const tasks = cast.filter(({ role }) => role === 'task').map(({ node }) => node);
  const ids = idsOf(tasks);
  const rules = rulesInForce(cast);
  const signs = signsInForce(cast);
  return tasks.map((node, index) => {
    const id = ids[index] ?? '';
    const section = headingsAbove(node, cast).map((heading) => splitSection(heading.read).title);
    const own = node.read.content;
    const content = { ...own, claims: [...own.claims, ...(given.get(node) ?? [])] };
    const lead = { rule: rules.get(node) ?? null, signs };
    const read = readTask({ ...node.read, content }, { file, id, section, lead });
    const place = { file, row: read.task.place.line, column: null };
    const isGiven = content.claims.some(({ field, rule }) => rule === 'inherited' && isUnitField(field));
    const noUnits = ownsUnits(own) || isGiven ? [] : [warning(place, 'no-units', { no: id })];
    return { ...read, messages: [...noUnits, ...read.messages] };
  });
}

/** The rule about who leads for each node: from where it is stated, or where one task states it for itself. */
function rulesInForce(cast: readonly Cast[]): ReadonlyMap<Node, LeadRule> {
  const inForce = new Map<Node, LeadRule>();
  let open: LeadRule | null = ruleAtEnd(cast);
  for (const { node, role } of cast) {
    const stated = node.read.content.leadRule;
    if (stated !== null && (stated.scope === 'everywhere' || role !== 'task')) open = stated.rule;
    const rule = stated?.rule ?? open;
    if (rule !== null) inForce.set(node, rule);
  }
  return inForce;
}

/** A rule that stands below the last task, in a note, is said of all of them. */
function ruleAtEnd(cast: readonly Cast[]): LeadRule | null {
  const lastTask = cast.findLastIndex(({ role }) => role === 'task');
  const stated = cast.slice(lastTask + 1).map(({ node }) => node.read.content.leadRule);
  return stated.find((each) => each !== null)?.rule ?? null;
}

function gapMessages(cast: readonly Cast[], file: string): readonly Message[] {
  return cast.flatMap(({ node, role }) => {
    const { mark, previous, paragraphs } = node.read.item;
    if (mark === null || role === 'text') return [];
    const place = { file, row: paragraphs[0]?.lines[0]?.line ?? null, column: null };
    if (previous === null || mark.value === previous + 1 || mark.value === 1) return [];
    if (mark.value <= previous) return [warning(place, 'number-again', { no: mark.no })];
    return [warning(place, 'number-gap', { from: numberLike(mark.no, previous), to: mark.no })];
  });
}

/** The earlier number of the list, printed as the later one where that is in figures: `3.1` before `3.3`. */
function numberLike(no: string, value: number): string {
  return /[0-9０-９]$/u.test(no) ? no.replace(/(?<![0-9０-９])[0-9０-９]+$/u, String(value)) : String(value);
}

/** One message each for all tasks that name no lead and for all without a number: a document of this kind has hundreds. */
function leadMessages(tasks: readonly TaskRead[], file: string): readonly Message[] {
  const placeOf = ([first]: readonly Task[]): Place => ({ file, row: first?.place.line ?? null, column: null });
  const idsIn = (some: readonly Task[]): { tasks: string } => ({ tasks: some.map(({ id }) => id).join('、') });
  const all = tasks.map(({ task }) => task);
  const leaderless = all.filter((task) => task.leads.length === 0 && task.responsible.length > 0);
  const helpedOnly = all.filter(
    ({ leads, responsible, cooperators }) => leads.length + responsible.length === 0 && cooperators.length > 0,
  );
  const unnumbered = all.filter((task) => task.no === '');
  return [
    ...(unnumbered.length > 0 ? [warning(placeOf(unnumbered), 'unnumbered-task', idsIn(unnumbered))] : []),
    ...(leaderless.length > 0 ? [warning(placeOf(leaderless), 'no-lead', idsIn(leaderless))] : []),
    ...(helpedOnly.length > 0 ? [warning(placeOf(helpedOnly), 'only-cooperators', idsIn(helpedOnly))] : []),
  ];
}

/** Where the document says who leads without being named. */
function ruleMessages(cast: readonly Cast[], file: string): readonly Message[] {
  const lastTask = cast.findLastIndex(({ role }) => role === 'task');
  return cast.flatMap(({ node, role }) => {
    const stated = node.read.content.leadRule;
    if (stated === null || (stated.scope === 'here' && role === 'task')) return [];
    const place = { file, row: stated.spot.line, column: stated.spot.column };
    return [
      info(place, stated.rule === 'first' ? 'first-leads' : 'responsible-lead', {
        words: stated.words,
        isAll: node.index > lastTask,
      }),
    ];
  });
}

/** Numbered paragraphs that look like tasks but stand in an introduction, a covering letter or closing provisions. */
function textMessages(cast: readonly Cast[], file: string): readonly Message[] {
  const styles = new Set(cast.flatMap(({ node, role }) => (role === 'task' ? (node.read.item.mark?.style ?? []) : [])));
  return cast.flatMap(({ node, role }) => {
    const { mark, paragraphs } = node.read.item;
    if (role !== 'text' || mark === null || !styles.has(mark.style)) return [];
    return [info({ file, row: paragraphs[0]?.lines[0]?.line ?? null, column: null }, 'read-as-text', { no: mark.no })];
  });
}
