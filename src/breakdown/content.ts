/** What stands in one item: its sentences, and its claims. */
import { claimsOfDivision, claimsOfLabel, withoutStated } from './claim.ts';
import type { Claim, Claims, Origin } from './claim.ts';
import { clausesIn, merged } from './clause.ts';
import type { Clause } from './clause.ts';
import { commonRulesIn } from './common-rule.ts';
import type { CommonRule } from './common-rule.ts';
import { isCertain, readDivision } from './division.ts';
import type { Division } from './division.ts';
import { flowOf, spotAt } from './flow.ts';
import type { Flow, FlowSpot } from './flow.ts';
import type { Item, SourceParagraph } from './item.ts';
import { isUnitField, labelsIn } from './label.ts';
import { leadRuleIn } from './lead-rule.ts';
import type { StatedRule } from './lead-rule.ts';
import { signRulesIn } from './sign-rule.ts';
import type { SignRule } from './sign-rule.ts';
import { splitOutsideBrackets } from './unit-list.ts';

export type Sentence = { readonly text: string; readonly spot: FlowSpot; readonly endLine: number };

export type Content = {
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  /** Lines whose paragraph goes on in the next line. */
  readonly joins: readonly FlowSpot[];
  /** A rule about who leads, with the place where it stands. */
  readonly leadRule: (StatedRule & { readonly spot: FlowSpot }) | null;
  /** Rules that say which sign or look a lead has. */
  readonly signRules: readonly (SignRule & { readonly spot: FlowSpot })[];
  /** Rules that give units to all tasks. */
  readonly commonRules: readonly (CommonRule & { readonly spot: FlowSpot })[];
};

export function readContent(item: Item): Content {
  const parts = item.paragraphs.map((paragraph, index) =>
    paragraphContent(paragraph, index === 0 ? (item.mark?.printed.length ?? 0) : 0),
  );
  return {
    sentences: parts.flatMap((part) => part.sentences),
    claims: withoutStated(parts.flatMap((part) => part.claims)),
    joins: parts.flatMap((part) => part.joins),
    leadRule: parts.map((part) => part.leadRule).find((each) => each !== null) ?? null,
    signRules: parts.flatMap((part) => part.signRules),
    commonRules: parts.flatMap((part) => part.commonRules),
  };
}

/** The sentences of an item as they stand, where its units are given elsewhere: a bracket in them is text. */
export function plainContent(item: Item): Content {
  const flows = item.paragraphs.map(({ lines }, index) =>
    flowOf(lines, index === 0 ? (item.mark?.printed.length ?? 0) : 0),
  );
  const sentences = flows.map((flow) => ({ text: flow.text.trim(), spot: spotAt(flow, 0), endLine: flow.endLine }));
  return { sentences, claims: [], joins: [], leadRule: null, signRules: [], commonRules: [] };
}

export function ownsUnits(content: Content): boolean {
  return content.claims.some((claim) => isUnitField(claim.field));
}

// Stands in for what a clause took out, so that offsets stay true.
const gap = '\uE000';
const gaps = /\uE000+/gu;

/** An item of several paragraphs is tried as several items (unnumbered.ts): each is read once. */
const readBefore = new WeakMap<SourceParagraph, { readonly skip: number; readonly content: Content }>();

function paragraphContent(paragraph: SourceParagraph, skip: number): Content {
  const before = readBefore.get(paragraph);
  if (before?.skip === skip) return before.content;
  const content = readParagraph(paragraph, skip);
  readBefore.set(paragraph, { skip, content });
  return content;
}

function readParagraph(paragraph: SourceParagraph, skip: number): Content {
  const flow = flowOf(paragraph.lines, skip);
  const starts = new Set(flow.pieces.map((piece) => piece.start));
  const originAt =
    (rule: Claim['rule']) =>
    (offset: number): Origin => ({
      rule,
      spot: spotAt(flow, offset),
      isInline: rule === 'label' && offset > 0 && !starts.has(offset),
    });
  const clauses = clausesIn(flow.text, originAt('clause'));
  const open = withGaps(flow.text, clauses);
  const labels = labelsIn(open, starts);
  const textEnd = labels[0]?.start ?? open.length;
  const labelled = labels.map((label, index) => {
    const next = labels[index + 1];
    const value = open.slice(label.valueStart, next?.start).replaceAll(gaps, '').trim();
    // A comma before the next label, which may stand in a paragraph of its own, parts the two labels and no names.
    const own = value.replace(/[，,；;]$/u, '');
    return claimsOfLabel(label, withoutLooseBracket(own), originAt('label')(label.start));
  });
  const { text, claims: worded } = wordedEnd(open.slice(0, textEnd), originAt('sentence'));
  const stated = worded.claims.length > 0 ? noClaims : leadStated(text, originAt('stated'));
  const all = merged([...clauses.map((clause) => clause.claims), worded, stated, ...labelled]);
  const ruled = leadRuleIn(flow.text, all.firstLeads);
  return {
    sentences: sentencesOf(flow, text, { textEnd, remainder: all.remainder }),
    claims: all.claims,
    joins: flow.pieces.slice(0, -1).map(({ line, column }) => ({ line, column })),
    leadRule: ruled === null ? null : { ...ruled, spot: spotAt(flow, ruled.at) },
    signRules: signRulesIn(flow.text).map((rule) => ({ ...rule, spot: spotAt(flow, rule.at) })),
    commonRules: commonRulesIn(flow.text).map((rule) => ({ ...rule, spot: spotAt(flow, rule.at) })),
  };
}

function withGaps(text: string, clauses: readonly Clause[]): string {
  const starts = [0, ...clauses.map((clause) => clause.end)];
  const kept = starts.map((start, index) => {
    const clause = clauses[index];
    return clause === undefined
      ? text.slice(start)
      : text.slice(start, clause.start) + gap.repeat(clause.end - clause.start);
  });
  return kept.join('');
}

/** `（牵头单位：甲；责任单位：乙）` that no clause took: the closing bracket belongs to no name. */
function withoutLooseBracket(value: string): string {
  const opens = value.match(/[（(〔【]/gu)?.length ?? 0;
  const closes = value.match(/[）)〕】]/gu)?.length ?? 0;
  return closes > opens ? value.replace(/[）)〕】]([。；;.]?)$/u, '$1') : value;
}

const noClaims: Claims = { claims: [], firstLeads: false, remainder: '' };

/** A last sentence, or a paragraph, that is nothing but a division: `省发展改革委牵头，省财政厅配合。` */
function wordedEnd(text: string, originAt: (offset: number) => Origin): { text: string; claims: Claims } {
  const trimmed = text.replace(/(?<![\s\uE000])[\s\uE000]+$/u, '');
  const start = trimmed.slice(0, -1).lastIndexOf('。') + 1;
  const last = trimmed.slice(start);
  if (last.length > 400 || !/牵头|配合|负责|负总责|各负其责|抓总|参与|参加|落实/u.test(last))
    return { text, claims: noClaims };
  const division = readDivision(last);
  if (division === null || !isWorded(division) || division.loose.length > 0) return { text, claims: noClaims };
  return { text: text.slice(0, start), claims: claimsOfDivision(division, originAt(start)) };
}

/** Names without a verb count before others that have one: `区纪委监委，区委组织部配合`. */
function isWorded(division: Division): boolean {
  return division.groups.at(-1)?.verb !== '' && isCertain(division);
}

/** `由市民政局牵头，市财政局配合，新建养老机构10所。`: names its units and goes on; the sentence stays in the text. */
function leadStated(text: string, originAt: (offset: number) => Origin): Claims {
  const parts = [...text.matchAll(/[^。；;！]+/gu)].map(({ 0: sentence, index }) => {
    if (!/牵头|负总责|总负责|抓总/u.test(sentence)) return noClaims;
    const segments = splitOutsideBrackets(sentence, /[，,]/u).map((item) => readDivision(item.text.trim()));
    const start = segments.findIndex((each) => hasRole(each, true));
    if (start < 0) return noClaims;
    const others = segments.slice(start + 1);
    const end = others.findIndex((each) => !hasRole(each, false));
    const named = segments.slice(start, end < 0 ? segments.length : start + 1 + end).flatMap((each) => each ?? []);
    // What else the sentence says stays in the text alone.
    return merged(named.map((division) => claimsOfDivision({ ...division, rest: [], loose: [] }, originAt(index))));
  });
  return merged(parts);
}

function hasRole(division: Division | null, isLead: boolean): boolean {
  if (division === null || division.groups.length === 0 || !isWorded(division)) return false;
  return isLead ? division.groups[0]?.role === 'leads' : division.groups.every(({ role }) => role !== 'leads');
}

function sentencesOf(
  flow: Flow,
  text: string,
  { textEnd, remainder }: { textEnd: number; remainder: string },
): readonly Sentence[] {
  const plain = withoutDoubleStop(text)
    .replace(/[（(〔【]\s*$/u, '')
    .trim();
  const after = remainder === '' ? [] : [{ text: remainder, spot: spotAt(flow, textEnd), endLine: flow.endLine }];
  if (plain === '') return after;
  return [
    { text: plain, spot: spotAt(flow, 0), endLine: spotAt(flow, Math.max(0, text.trimEnd().length - 1)).line },
    ...after,
  ];
}

/** A clause between two stops leaves one of them over. */
function withoutDoubleStop(text: string): string {
  return text
    .replaceAll(/([。；;！])\s*\uE000+\s*[。；;，,]/gu, '$1')
    .replaceAll(gaps, '')
    .replace(/^[\s。；;]+/u, '');
}
