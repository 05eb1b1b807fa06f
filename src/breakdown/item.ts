/** Items: the lines of a document gathered under their number marks, before anybody knows which are headings and which are tasks. */
import type { SourcePlace } from '../domain/catalogue.ts';
import type { Line } from './line.ts';
import type { Mark } from './mark.ts';

/** A run of lines that are one paragraph. */
export type SourceParagraph = { readonly lines: readonly Line[]; readonly isLabelled: boolean };

export type Item = {
  /** `front`: before the first mark · `closing`: signature, date, copied-to · `bare`: a heading without number. */
  readonly kind: 'front' | 'numbered' | 'bare' | 'closing';
  readonly mark: Mark | null;
  /** The number before it in its list, for reports of gaps; null for the first. */
  readonly previous: number | null;
  readonly paragraphs: readonly SourceParagraph[];
  /** Of a table: section titles have a rank of their own, rows are tasks whatever they name. */
  readonly rank?: number;
  readonly isRow?: boolean;
  readonly place?: SourcePlace;
};
