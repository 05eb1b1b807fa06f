/** Papers made: what each kind says, worded by its template, as Documents with their places. */
import { together } from '../message/result.ts';
import { documentOf, paperOutline, type Outlined } from '../document/paper.ts';
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
  /** Of its document. */
  readonly title: string;
  /** Cells and paragraphs. */
  readonly size: number;
  /** Hash of what it says. */
  get tree(): string;
  /** Of many papers few are held: a paper that was let go is worded again each time it is asked for. Whoever asks lets go of it too. */
  get document(): Document;
  /** What it states about responsibilities, field by field; [] for papers that are not held to it. */
  get facts(): Facts;
  /** What it says is held no longer, for who has used it: a quarter's last and largest papers are written when the others are. */
  readonly letGo: () => void;
};

/** `room`: cells and paragraphs of papers that may be held. */
type Wording = { readonly templates: Templates; readonly only?: PaperKind | undefined; readonly room?: number };

/** Every paper of the period, kind by kind in the order of the table; `only`: of one kind. All are worded, and all that is wrong is told. */
export function papersOf<Period extends keyof Periods>(
  period: Period,
  of: Periods[Period],
  { templates, only, room = roomOfShelf }: Wording,
): Result<readonly MadePaper[]> {
  const shelf = createShelf(templates, room);
  const made = kindsInOrder
    .filter((kind) => paperRow(kind).period === period && (only === undefined || kind === only))
    .flatMap((kind) => {
      // The table says that the kind is of this period.
      const { say } = kinds[kind] as { readonly say: (of: Periods[Period]) => readonly Said[] };
      return say(of).map((said) => onShelf(shelf, kind, said));
    });
  return together(made);
}

/** One paper, for whoever words it apart from the others. */
export function madePaper<Kind extends PaperKind>(
  kind: Kind,
  said: Said,
  templates: Templates,
): Result<MadePaper<Kind>> {
  return onShelf(createShelf(templates, roomOfShelf), kind, said);
}

/** What all papers of a run hold together. */
type Shelf = {
  readonly templates: Templates;
  /** Cells and paragraphs that may still be held. */
  room: number;
  /** The paper that was worded again last: it may have another format. */
  last: { readonly said: Said; readonly document: Document } | null;
};

/** As many as a quarter of some hundred units has: 20 MB. */
const roomOfShelf = 60_000;

function createShelf(templates: Templates, room: number): Shelf {
  return { templates, room, last: null };
}

function onShelf<Kind extends PaperKind>(shelf: Shelf, kind: Kind, said: Said): Result<MadePaper<Kind>> {
  const { unit, facts } = said;
  const { value: outline, messages, document, tree } = paperOutline(shelf.templates, said.paper());
  const { title, size } = outline;
  const named = { path: paperPath(kind, unit), kind, addressee: addresseeOf(unit), title, size };
  const isHeld = size <= shelf.room;
  if (isHeld) shelf.room -= size;
  const { words, letGo } = isHeld ? held(shelf, said, document) : wordedAgain(shelf, said);
  // Of a paper that is let go the hash is taken while it is there.
  const hash = isHeld || document === null ? null : hashNow(tree, document);
  const value: MadePaper<Kind> = {
    ...named,
    get tree() {
      return hash ?? tree(words);
    },
    get document() {
      return words();
    },
    get facts() {
      return facts?.() ?? [];
    },
    letGo,
  };
  return { value, messages };
}

/** A function of its own: one that is made beside the paper would hold its document. */
function hashNow(tree: Outlined['tree'], document: Document): string {
  return tree(() => document);
}

type Words = { readonly words: () => Document; readonly letGo: () => void };

/** Held from when it is first asked for, or worded. */
function held(shelf: Shelf, said: Said, worded: Document | null): Words {
  let document = worded;
  return {
    words: () => (document ??= documentOf(shelf.templates, said.paper()).value),
    letGo: () => (document = null),
  };
}

/** The same words: a paper says what its period and its template say, and neither changes in a run. */
function wordedAgain(shelf: Shelf, said: Said): Words {
  return {
    words: () => {
      if (shelf.last?.said !== said) shelf.last = { said, document: documentOf(shelf.templates, said.paper()).value };
      return shelf.last.document;
    },
    letGo: () => {
      if (shelf.last?.said === said) shelf.last = null;
    },
  };
}

function addresseeOf(unit: Unit | null): MadePaper['addressee'] {
  return unit === null ? null : { code: unit.code, name: unit.name };
}
