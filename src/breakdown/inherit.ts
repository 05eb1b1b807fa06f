/** Duties that a task does not state itself: the units of its section, and those that a rule of the document gives to all tasks. */
import { info, warning } from '../message/message.ts';
import type { Message } from '../message/message.ts';
import type { Claim } from './claim.ts';
import { ownsUnits } from './content.ts';
import { isUnitField } from './label.ts';
import type { Node } from './outline.ts';
import type { Cast } from './role.ts';

export type Given = {
  /** A section whose units its points take is a heading. */
  readonly cast: readonly Cast[];
  readonly claims: ReadonlyMap<Node, readonly Claim[]>;
  readonly messages: readonly Message[];
};

const doers: ReadonlySet<Claim['field']> = new Set(['leads', 'responsible']);
const inherited: ReadonlySet<Claim['field']> = new Set(['leads', 'cooperators', 'responsible', 'deadline', 'leaders']);

/** What the tasks of a document are given from outside themselves. */
export function givenDuties(cast: readonly Cast[], file: string): Given {
  const sections = sectionsOf(cast);
  const heads = new Set(sections.values());
  const roles = cast.map((each): Cast => (heads.has(each.node) ? { ...each, role: 'heading' } : each));
  const claims = new Map<Node, readonly Claim[]>();
  for (const [node, section] of sections) claims.set(node, missingOf(node, section));
  const common = withCommonRules(roles, claims, file);
  return { cast: roles, claims, messages: [...inheritMessages(sections, file), ...common] };
}

/** For each task that names nobody to do it, the nearest section above it that does. */
function sectionsOf(cast: readonly Cast[]): ReadonlyMap<Node, Node> {
  const sections = new Map<Node, Node>();
  for (const { node, role } of cast) {
    if (role !== 'task' || node.read.item.isRow === true || fieldsOf(node).some((field) => doers.has(field))) continue;
    let above = node.parent;
    while (above !== null && !ownsUnits(above.read.content)) above = above.parent;
    if (above !== null && cast[above.index]?.role === 'task') sections.set(node, above);
  }
  return sections;
}

function fieldsOf({ read }: Node): readonly Claim['field'][] {
  return read.content.claims.map(({ field }) => field);
}

/** The section's claims in the roles that the task leaves open. */
function missingOf(node: Node, { read }: Node): readonly Claim[] {
  const own = new Set(fieldsOf(node));
  return read.content.claims
    .filter(({ field }) => inherited.has(field) && !own.has(field))
    .map((claim) => ({ ...claim, rule: isUnitField(claim.field) ? 'inherited' : claim.rule, isInline: false }));
}

function inheritMessages(sections: ReadonlyMap<Node, Node>, file: string): readonly Message[] {
  const points = new Map<Node, Node[]>();
  for (const [node, section] of sections) {
    const below = points.get(section);
    if (below === undefined) points.set(section, [node]);
    else below.push(node);
  }
  return [...points].map(([section, nodes]) => {
    const place = { file, row: section.read.item.paragraphs[0]?.lines[0]?.line ?? null, column: null };
    const numbers = nodes.map(({ read }) => read.item.mark?.no ?? '').join('、');
    return info(place, 'inherited-units', { section: section.read.item.mark?.no ?? titleOf(section), tasks: numbers });
  });
}

function titleOf({ read }: Node): string {
  return (read.item.paragraphs[0]?.lines[0]?.text ?? '').replace(/[：:]$/u, '');
}

/** A document has one such rule or two; past this many they are sentences of another kind. */
const mostRules = 20;

/** Adds what rules such as 各项任务均需各镇配合 give, and tells each. */
function withCommonRules(cast: readonly Cast[], claims: Map<Node, readonly Claim[]>, file: string): readonly Message[] {
  const stated = cast.flatMap(({ node: { index, read } }) => read.content.commonRules.map((rule) => ({ index, rule })));
  return stated.map(({ index, rule }, place) => {
    const { words, list, scope, spot } = rule;
    const at = { file, row: spot.line, column: spot.column };
    if (place >= mostRules) return warning(at, 'unread-rule', { words });
    const claim: Claim = { field: rule.role, rule: 'common', words, value: list, spot, isInline: false };
    const from = scope === 'everywhere' ? 0 : scope === 'here' ? index : index + 1;
    for (const { node, role } of cast.slice(from)) {
      if (role === 'task') claims.set(node, [...(claims.get(node) ?? []), claim]);
    }
    return info(at, 'common-rule', { words, units: list, scope });
  });
}
