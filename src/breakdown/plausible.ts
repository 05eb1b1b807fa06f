/**
 * What a clerk would stumble over in a finished reading: two duties in one task, the next number inside a text, a bracket that names
 * a lead and was not read, a name that is none, a text of two characters. Each is told with its line; nothing is changed.
 */
import type { Task } from '../domain/catalogue.ts';
import { info, warning } from '../message/message.ts';
import type { Message, Place } from '../message/message.ts';
import type { Claim } from './claim.ts';
import { commonRulesIn, seemsCommonRule } from './common-rule.ts';
import { isMeasured } from './decimal.ts';
import { leadRuleIn } from './lead-rule.ts';
import { markAt } from './mark.ts';
import type { Node } from './outline.ts';
import { isIntroduction, nodesAbove } from './role.ts';
import type { Cast } from './role.ts';
import { signRulesIn } from './sign-rule.ts';
import { isSetOfUnits, isTown } from './unit-set.ts';
import { looksLikeUnit } from './unit-name.ts';

export type Reviewed = { readonly node: Node; readonly task: Task };

export type Review = { readonly cast: readonly Cast[]; readonly tasks: readonly Reviewed[]; readonly file: string };

/** Everything doubtful in a reading, each as a warning with its place. */
export function plausibilityMessages({ cast, tasks, file }: Review): readonly Message[] {
  const at = (row: number | null, column: number | null = null): Place => ({ file, row, column });
  return [
    ...tasks.flatMap((each) => severalDuties(each, at)),
    ...tasks.flatMap((each) => shortText(each, at)),
    ...numbersWithin(cast, at),
    ...cast.flatMap(({ node }) => unreadBrackets(node, at)),
    ...cast.flatMap(({ node, role }) => (role === 'task' ? [] : unreadRules(node, at))),
    ...emptyHeadings(cast, at),
    ...oddNames(tasks, at),
    ...halfWidthMarks(tasks, at),
  ];
}

type At = (row: number | null, column?: number | null) => Place;

/** `……（区财政局牵头）……（区税务局牵头）` in one task. */
function severalDuties({ node, task }: Reviewed, at: At): readonly Message[] {
  const doers = node.read.content.claims.filter(
    ({ field, rule }) => (field === 'leads' || field === 'responsible') && isOwn(rule),
  );
  const again = doers.find((claim, index) => doers.slice(0, index).some((before) => isSameDuty(before, claim)));
  return again === undefined
    ? []
    : [warning(at(again.spot.line, again.spot.column), 'several-duties', { no: task.id })];
}

function isOwn(rule: Claim['rule']): boolean {
  return rule === 'clause' || rule === 'label' || rule === 'sentence';
}

function isSameDuty(before: Claim, claim: Claim): boolean {
  const isElsewhere = before.spot.line !== claim.spot.line || before.spot.column !== claim.spot.column;
  const isSameKind = before.field === claim.field && (claim.rule !== 'label' || before.words === claim.words);
  return isElsewhere && isSameKind;
}

const shortest = 3;

function shortText({ task }: Reviewed, at: At): readonly Message[] {
  const text = task.text.trim();
  return text.length >= shortest ? [] : [warning(at(task.place.line), 'short-text', { no: task.id, text })];
}

// Between digits (1,200 and 10:30) and Latin words they are right.
const halfWidthMark = /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u;

/** Printed as the source has them, by GB/T 15834 they should be full-width: told once, with all tasks. */
function halfWidthMarks(tasks: readonly Reviewed[], at: At): readonly Message[] {
  const found = tasks.map(({ task }) => task).filter(({ text }) => halfWidthMark.test(text));
  const [first] = found;
  if (first === undefined) return [];
  return [info(at(first.place.line), 'half-width-marks', { tasks: found.map(({ no }) => no).join('、') })];
}

/** `1.总结经验。2.开展清理。` where no task 2 follows: the list's next number is in the text of the one before. */
function numbersWithin(cast: readonly Cast[], at: At): readonly Message[] {
  const following = new Map<string, number>();
  const messages: Message[] = [];
  for (const { node, role } of cast.toReversed()) {
    const { mark, isRow } = node.read.item;
    if (mark === null || role === 'text' || isRow === true) continue;
    const next = mark.value + 1;
    const within = following.get(mark.style) === next ? null : numberWithin(node, next);
    if (within !== null) messages.push(warning(at(within.line), 'number-within', { no: mark.no, next: within.words }));
    following.set(mark.style, mark.value);
  }
  return messages.toReversed();
}

const afterStop = /(?:[。；;！？）)〕】]\s*|^)([0-9０-９]{1,4}[.．、][^。；;]{0,12})/gu;

function numberWithin({ read }: Node, next: number): { line: number; words: string } | null {
  const style = read.item.mark?.style;
  const lines = read.item.paragraphs.flatMap((paragraph) => paragraph.lines);
  for (const [index, { text, line }] of lines.entries()) {
    const start = index === 0 ? (read.item.mark?.printed.length ?? 0) : 0;
    for (const { 1: words = '' } of text.slice(start).matchAll(afterStop)) {
      const mark = markAt(words);
      if (mark !== null && mark.style === style && mark.value === next && !isMeasured(words)) return { line, words };
    }
  }
  return null;
}

const brackets = /[（(〔【［[][^（(〔【［[）)〕】］\]]{3,200}[）)〕】］\]]/gu;
// 责任制 and 负责人 are words of every text.
const duty =
  /牵头|负责(?!人|任|的|制)|(?<!主体|领导|监管|监督|法律|社会|管理|政治|连带|一岗双|属地)责任(?!制|状|书|追究|体系|意识|感|心|清单|田|险|落实|主体|到|倒|督|担当|事故|目标|考核)/u;

/** A bracket in a text or heading that speaks of who does it, and was not read. */
function unreadBrackets({ read }: Node, at: At): readonly Message[] {
  if (read.item.isRow === true || read.item.kind === 'closing') return [];
  return read.content.sentences.flatMap(({ text, spot }) =>
    [...text.matchAll(brackets)].flatMap(({ 0: bracket }) => {
      const inner = bracket.slice(1, -1);
      const isRule = [leadRuleIn(bracket, false) ?? [], commonRulesIn(bracket), signRulesIn(inner)].flat().length > 0;
      return isRule || !duty.test(bracket) ? [] : [warning(at(spot.line), 'unread-bracket', { bracket })];
    }),
  );
}

/** `凡涉及各镇街道的工作，各镇街道均为责任单位。` outside the tasks. */
function unreadRules({ read }: Node, at: At): readonly Message[] {
  return read.content.sentences.flatMap(({ text, spot }) =>
    text
      .split(/[。；;]/u)
      .filter((sentence) => seemsCommonRule(sentence.trim()))
      .map((sentence) => warning(at(spot.line), 'unread-rule', { words: sentence.trim() })),
  );
}

/** Numbers read as headings that have no task below them, outside 总体要求, 保障措施 and the like: perhaps tasks whose units are given elsewhere. */
function emptyHeadings(cast: readonly Cast[], at: At): readonly Message[] {
  const above = nodesAbove(new Set(cast.flatMap(({ node, role }) => (role === 'task' ? [node] : []))));
  const empty = cast.filter(
    ({ node, role }) => role === 'heading' && node.read.item.mark !== null && !above.has(node) && !isIntroduced(node),
  );
  const first = empty[0]?.node.read.item.paragraphs[0]?.lines[0]?.line ?? null;
  const numbers = empty.map(({ node }) => node.read.item.mark?.no ?? '').join('、');
  return empty.length === 0 || above.size === 0 ? [] : [warning(at(first), 'heading-without-tasks', { numbers })];
}

function isIntroduced(node: Node): boolean {
  for (let outer: Node | null = node; outer !== null; outer = outer.parent) if (isIntroduction(outer)) return true;
  return false;
}

// `各镇（各镇同为牵头单位）`: a role that was not read.
const inName = /[（(][^（()）]{0,40}(?:牵头|负责|配合|责任)[^（()）]{0,40}[）)]/u;

/** Names that no rule of the genre knows, each once with all its tasks. */
function oddNames(tasks: readonly Reviewed[], at: At): readonly Message[] {
  const places = new Map<string, Task[]>();
  for (const { task } of tasks) {
    for (const name of [...task.leads, ...task.cooperators, ...task.responsible]) {
      const isOdd = inName.test(name) || /^[同见](?:第|上|前|\d)/u.test(name);
      if (!isOdd && (looksLikeUnit(name) || isSetOfUnits(name) || isTown(name))) continue;
      const found = places.get(name);
      if (found === undefined) places.set(name, [task]);
      else if (found.at(-1) !== task) found.push(task);
    }
  }
  return [...places].map(([name, found]) =>
    warning(at(found[0]?.place.line ?? null), 'odd-unit', { name, tasks: found.map(({ id }) => id).join('、') }),
  );
}
