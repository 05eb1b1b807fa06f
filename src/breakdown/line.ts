/** Physical lines of a source text, with the numbers an editor shows. */

export type Line = {
  /** Without white space at either end. */
  readonly text: string;
  /** As it stands; tab-separated cells may begin with an empty one. */
  readonly raw: string;
  /** From 1. */
  readonly line: number;
  /** Of the first character of `text`, from 1. */
  readonly column: number;
  /** A blank line stands before it. */
  readonly isAfterBlank: boolean;
  readonly isIndented: boolean;
  /** The line before ended, or this one began, in a space: matters only between Latin words. */
  readonly hasSpaceBefore: boolean;
};

export type Lines = {
  readonly lines: readonly Line[];
  /** `— 3 —`, `- 3 -`, `第3页 共9页`. */
  readonly pageNumbers: readonly Line[];
};
