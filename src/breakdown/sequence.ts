/**
 * Which number marks count. A line may begin with figures by chance (`11.121人才梯队`, or `一、` after a line that broke in 多报合一),
 * so a mark is believed by what came before it: the number that was due, a first number, or a clean start after a finished sentence.
 */
import { rankOf } from './mark.ts';
import type { Mark, MarkStyle } from './mark.ts';

type Level = { readonly style: MarkStyle; readonly value: number };

export type Sequence = {
  /** Numbers now open, outermost first. */
  readonly stack: readonly Level[];
  /** Last number of each style anywhere: tasks may count on through the sections. */
  readonly last: Readonly<Partial<Record<MarkStyle, number>>>;
};

export const noSequence: Sequence = { stack: [], last: {} };

export type Surroundings = {
  /** The text before it has come to an end (full stop, list of units, blank line), or may have: one line without a full stop. */
  readonly end: 'sure' | 'possible' | 'none';
  /** The same number comes again later in this list, cleanly. */
  readonly comesAgain: boolean;
  /** Its successor comes later in this list. */
  readonly hasSuccessor: boolean;
  /** The text before it has named its units: what comes next is something new. */
  readonly isAfterUnits: boolean;
  /** With what follows it reads as a measured figure: `1.5亿元`. */
  readonly isMeasured: boolean;
  /** A duty of its own stands in its line: `5.50公里。（区水利局牵头）`. */
  readonly ownsDuty: boolean;
  /** The line before it is much shorter, as a title is. */
  readonly isBelowTitle: boolean;
};

/** The widest gap in numbering that is still taken for a gap and not for a figure in the text. */
const widestGap = 50;

export function isBelieved(sequence: Sequence, mark: Mark, around: Surroundings): boolean {
  const previous = previousOf(sequence, mark.style);
  const isDue = previous !== null && mark.value === previous + 1;
  if (mark.isDoubtful) return isBelievedInDoubt(sequence, mark, around);
  if (isDue) return true;
  if (around.end === 'none') return false;
  if (around.end === 'possible') return mark.value === 1 && isInner(sequence, mark);
  if (mark.value === 1) return true;
  return previous === null || (mark.value <= previous + widestGap && mark.value > 0);
}

/** The widest gap before a number whose text begins with a figure. */
const widestDoubtfulGap = 3;

/** `2.10个项目投产`, `2．2020年底前`: the task begins with a figure; `1.5亿元` at the start of a broken line is one. */
function isBelievedInDoubt(sequence: Sequence, mark: Mark, around: Surroundings): boolean {
  if (around.comesAgain || around.end === 'none') return false;
  const isFirstBelow = isInner(sequence, mark);
  const isLikely =
    around.isAfterUnits || around.hasSuccessor || !around.isMeasured || (isFirstBelow && around.isBelowTitle);
  if (mark.value === 1) return isLikely && (isFirstBelow || (around.isAfterUnits && around.hasSuccessor));
  const previous = previousOf(sequence, mark.style);
  const isApart = around.end === 'sure' || isFirstBelow || around.hasSuccessor;
  if (!isApart || previous === null) return false;
  if (mark.value === previous + 1) return isLikely;
  return (
    around.isAfterUnits &&
    (!around.isMeasured || around.ownsDuty) &&
    mark.value > previous &&
    mark.value <= previous + widestDoubtfulGap
  );
}

/** The first point below a heading, not a list begun anew. */
function isInner(sequence: Sequence, mark: Mark): boolean {
  const innermost = sequence.stack.at(-1);
  return innermost === undefined || rankOf[mark.style] > rankOf[innermost.style];
}

/** The number before it: of the open list, or of the last list of its style when none is open. */
export function previousOf(sequence: Sequence, style: MarkStyle): number | null {
  const open = sequence.stack.find((level) => level.style === style);
  return open?.value ?? sequence.last[style] ?? null;
}

/** The sequence after a believed mark; inner lists end with it. */
export function advance(sequence: Sequence, mark: Mark): Sequence {
  const outer = sequence.stack.filter((level) => rankOf[level.style] < rankOf[mark.style]);
  return {
    stack: [...outer, { style: mark.style, value: mark.value }],
    last: { ...sequence.last, [mark.style]: mark.value },
  };
}
