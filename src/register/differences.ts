/** Which issued papers no longer tell the truth, and in which fields: the facts stored with each, against the facts of today. */
import type { Quarter } from '../trade/calendar.ts';
import { numberedKinds, rowOf } from '../trade/paper-kinds.ts';
import type { Draft, DraftKind, Facts } from './draft.ts';
import type { Addressee, Change, Entry, Register } from './entry.ts';

/**
 * changed: its paper says something else than would be said today · gained: the unit had none and has responsibilities now · lost:
 * the unit has a paper and nothing to answer for any more
 */
export type Cause = 'changed' | 'gained' | 'lost';

export type Difference = {
  readonly cause: Cause;
  readonly kind: DraftKind;
  readonly addressee: Addressee | null;
  /** The issued paper concerned; null for `gained`. */
  readonly entry: Entry | null;
  /** Today's draft; null for `lost`. */
  readonly draft: Draft | null;
  /** Field by field; for gained and lost, everything. */
  readonly changes: readonly Change[];
};

/** Reminders and notices tell what was true on their day; letters and the report are held to what is true now. */
export const heldKinds: readonly DraftKind[] = numberedKinds.filter((kind) => rowOf(kind).isHeld);

/** The valid papers of a quarter against its drafts of today: letters first, by code of the unit. */
export function differences(register: Register, quarter: Quarter, drafts: readonly Draft[]): readonly Difference[] {
  return heldKinds.flatMap((kind) => {
    const issued = register.entries.filter((entry) => entry.quarter === quarter && entry.kind === kind);
    if (issued.length === 0) return [];
    const valid = new Map(issued.filter(({ state }) => state === 'valid').map((entry) => [codeOf(entry), entry]));
    const today = drafts.filter((draft) => draft.kind === kind);
    const codes = new Set(today.map(codeOf));
    const kept = today.flatMap((draft) => ofDraft(draft, valid.get(codeOf(draft)) ?? null, register));
    const lost = [...valid.values()]
      .filter((entry) => !codes.has(codeOf(entry)))
      .map((entry) => ofLost(entry, register));
    return [...kept, ...lost].toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  });
}

function codeOf({ addressee }: { readonly addressee: Addressee | null }): string {
  return addressee?.code ?? '';
}

function ofDraft(draft: Draft, entry: Entry | null, register: Register): readonly Difference[] {
  const { kind, addressee, facts } = draft;
  const changes = compareFacts(entry === null ? [] : factsOf(entry, register), facts);
  if (entry === null) return [{ cause: 'gained', kind, addressee, entry, draft, changes }];
  return changes.length === 0 ? [] : [{ cause: 'changed', kind, addressee, entry, draft, changes }];
}

function ofLost(entry: Entry, register: Register): Difference {
  const { kind, addressee } = entry;
  return { cause: 'lost', kind, addressee, entry, draft: null, changes: compareFacts(factsOf(entry, register), []) };
}

function factsOf(entry: Entry, register: Register): Facts {
  return register.records.get(entry.number)?.facts ?? [];
}

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
