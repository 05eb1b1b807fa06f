/** Duties that a task does not state itself: the units of its section, and those that a rule of the document gives to all tasks. */
import { info } from '../message/message.ts';
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
  for (const [node, section] of sections) points.set(section, [...(points.get(section) ?? []), node]);
  return [...points].map(([section, nodes]) => {
    const place = { file, row: section.read.item.paragraphs[0]?.lines[0]?.line ?? null, column: null };
    const numbers = nodes.map(({ read }) => read.item.mark?.no ?? '').join('、');
    return info(place, 'inherited-units', { section: section.read.item.mark?.no ?? '', tasks: numbers });
  });
}

/** Adds what rules such as 各项任务均需各镇配合 give, and tells each. */
function withCommonRules(cast: readonly Cast[], claims: Map<Node, readonly Claim[]>, file: string): readonly Message[] {
  return cast.flatMap(({ node: { index, read } }) =>
    read.content.commonRules.map((rule) => {
      const claim: Claim = {
        field: rule.role,
        rule: 'common',
        words: rule.words,
        value: rule.list,
        spot: rule.spot,
        isInline: false,
      };
      for (const { node, role } of cast) {
        const from = rule.scope === 'everywhere' ? 0 : rule.scope === 'here' ? index : index + 1;
        if (role !== 'task' || node.index < from) continue;
        claims.set(node, [...(claims.get(node) ?? []), claim]);
      }
      const place = { file, row: rule.spot.line, column: rule.spot.column };
      return info(place, 'common-rule', { words: rule.words, units: rule.list, scope: rule.scope });
    }),
  );
}
