/** Facts of an issued paper against those of today, field by field. */
import type { Facts } from './draft.ts';
import type { Change } from './entry.ts';

/** Fields of before in their order, then the new ones. A field that is stated twice counts as one statement. */
export function compareFacts(before: Facts, after: Facts): readonly Change[] {
  const [old, now] = [byField(before), byField(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function byField(facts: Facts): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [field, value] of facts) {
    const stated = fields.get(field);
    fields.set(field, stated === undefined ? value : `${stated}；${value}`);
  }
  return fields;
}
