/** Papers made: what each kind says, worded by its template, as Documents with their places. */
import { together } from '../message/result.ts';
import { documentOf } from '../document/paper.ts';
import type { Templates } from '../document/template.ts';
import type { Document } from '../document/tree.ts';
import type { Unit } from '../domain/roster.ts';
import type { Result } from '../message/message.ts';
import type { Facts } from '../register/draft.ts';
import { kindsInOrder, paperRow, type PaperKind } from '../trade/paper-kinds.ts';
import { paperPath } from '../trade/paper-path.ts';
import { kinds, type Periods, type Said } from './kinds.ts';

export type MadePaper<Kind extends PaperKind = PaperKind> = {
  /** In the period's folder, without ending: `letters/012-区财政局`. */
  readonly path: string;
  readonly kind: Kind;
  /** The unit it goes to; null for papers to all. */
  readonly addressee: { readonly code: string; readonly name: string } | null;
  readonly document: Document;
  /** What it states about responsibilities, field by field; [] for papers that are not held to it. */
  readonly facts: Facts;
};

/** Every paper of the period, kind by kind in the order of the table; `only`: of one kind. */
export function papersOf<Period extends keyof Periods>(
  period: Period,
  of: Periods[Period],
  { templates, only }: { readonly templates: Templates; readonly only?: PaperKind | undefined },
): Result<readonly MadePaper[]> {
  const made = kindsInOrder
    .filter((kind) => paperRow(kind).period === period && (only === undefined || kind === only))
    .flatMap((kind) => {
      // The table says that the kind is of this period.
      const { say } = kinds[kind] as { readonly say: (of: Periods[Period]) => readonly Said[] };
      return say(of).map((said) => madePaper(kind, said, templates));
    });
  return together(made);
}

/** One paper, for whoever words it apart from the others. */
export function madePaper<Kind extends PaperKind>(
  kind: Kind,
  { unit, paper, facts = [] }: Said,
  templates: Templates,
): Result<MadePaper<Kind>> {
  const { value: document, messages } = documentOf(templates, paper);
  return { value: { path: paperPath(kind, unit), kind, addressee: addresseeOf(unit), document, facts }, messages };
}

function addresseeOf(unit: Unit | null): MadePaper['addressee'] {
  return unit === null ? null : { code: unit.code, name: unit.name };
}
