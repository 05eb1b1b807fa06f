/** Who does a task: the names of its claims, by role. No role is made up; a unit counts once. */
import type { Task } from '../domain/catalogue.ts';
import type { Claim } from './claim.ts';
import { isUnitField } from './label.ts';
import type { LeadRule } from './lead-rule.ts';
import { readUnitList } from './unit-list.ts';
import type { UnitRepair } from './unit-list.ts';

export type Assigned = Pick<Task, 'leads' | 'cooperators' | 'responsible' | 'andOthers' | 'allUnits'>;

export type Assignment = {
  readonly units: Assigned;
  readonly repairs: readonly { readonly claim: Claim; readonly repair: UnitRepair }[];
  /** Names found twice, and names that are both lead and cooperating. */
  readonly repeated: readonly string[];
  readonly doubled: readonly string[];
  /** The document's own rule by which the leads lead, where it was used. */
  readonly ruled: LeadRule | 'sign' | null;
};

type Role = 'leads' | 'cooperators' | 'responsible';
type Named = { readonly role: Role; readonly name: string; readonly sign: string };

/** What the document says of tasks without a lead, and the signs by which it says who leads. */
export type LeadRules = { readonly rule: LeadRule | null; readonly signs: ReadonlySet<string> };

/** Reads all unit claims of a task. */
export function assign(claims: readonly Claim[], { rule, signs }: LeadRules): Assignment {
  const lists = claims
    .filter((claim) => isUnitField(claim.field))
    .map((claim) => ({ claim, list: readUnitList(claim.value) }));
  const named = lists.flatMap(({ claim, list }) =>
    list.names.map((name, at) => annotated(claim.field, name, list.signs[at] ?? '')),
  );
  const byRole = (role: Role): readonly string[] => named.filter((each) => each.role === role).map(({ name }) => name);
  const responsible = byRole('responsible');
  const signed = named.filter((each) => each.role === 'responsible' && signs.has(each.sign)).map(({ name }) => name);
  const isOpen = byRole('leads').length === 0 && responsible.length > 0;
  const ruled = !isOpen ? null : signed.length > 0 ? 'sign' : rule;
  const leads = unique(ruled === null ? byRole('leads') : ruledLeads(ruled, { signed, responsible }));
  const leading = new Set(leads);
  const others =
    leads.length > 0 ? named.filter((each) => each.role !== 'leads').map(({ name }) => name) : byRole('cooperators');
  const helping = new Set(named.filter((each) => each.role !== 'leads').map(({ name }) => name));
  return {
    units: {
      leads,
      cooperators: unique(others).filter((name) => !leading.has(name)),
      responsible: leads.length > 0 ? [] : unique(responsible),
      andOthers: lists.some(({ list }) => list.andOthers),
      allUnits: lists.some(({ list }) => list.allUnits),
    },
    repairs: lists.flatMap(({ claim, list }) => list.repairs.map((repair) => ({ claim, repair }))),
    repeated: repeatedIn(named),
    doubled: unique(byRole('leads')).filter((name) => helping.has(name)),
    ruled,
  };
}

function ruledLeads(
  rule: LeadRule | 'sign',
  { signed, responsible }: { readonly signed: readonly string[]; readonly responsible: readonly string[] },
): readonly string[] {
  if (rule === 'sign') return signed;
  return rule === 'first' ? responsible.slice(0, 1) : responsible;
}

const annotations: readonly { readonly role: Role; readonly pattern: RegExp }[] = [
  { role: 'leads', pattern: /[（(](?:总?牵头|牵头单位|牵头部门|主办|主责)[）)]$/u },
  { role: 'cooperators', pattern: /[（(](?:配合|配合单位|配合部门|协办|参与|协助)[）)]$/u },
];

/** `市发展改革委（牵头）` in a list of responsible units. */
function annotated(field: Claim['field'], name: string, sign: string): Named {
  for (const { role, pattern } of annotations) {
    const match = pattern.exec(name);
    if (match !== null) return { role, sign, name: name.slice(0, match.index) };
  }
  return { role: field === 'leads' || field === 'cooperators' ? field : 'responsible', name, sign };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function repeatedIn(named: readonly Named[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { role, name } of named) {
    const key = `${role === 'leads' ? 'leads' : 'others'} ${name}`;
    if (seen.has(key)) repeated.add(name);
    seen.add(key);
  }
  return [...repeated];
}
