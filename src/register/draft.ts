/** Draft: one official paper before it has a number. `issue` turns drafts into issued papers; `build` renders them as they are. */
import type { Document } from '../document/tree.ts';
import type { NumberedKind } from '../trade/paper-kinds.ts';

export type DraftKind = NumberedKind;

/**
 * What the paper states about responsibilities, field by field, in a fixed order: `95 牵头单位` → `区司法局`. An issued letter no
 * longer tells the truth when today's facts differ from the facts stored with it.
 */
export type Facts = readonly (readonly [field: string, value: string])[];

export type Draft = {
  /** Path in `out/Q/` without extension: `letters/012-区财政局`. */
  readonly path: string;
  readonly kind: DraftKind;
  /** The unit it goes to; null for papers to all (the report). */
  readonly addressee: { readonly code: string; readonly name: string } | null;
  readonly document: Document;
  readonly facts: Facts;
};
