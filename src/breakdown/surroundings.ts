/** What stands around a number mark: whether the text before it has ended, and whether the same number or its successor comes later. */
import { isMeasured } from './decimal.ts';
import type { Ending } from './ending.ts';
import { endingAfter, endsSentence, isUnfinished, noEnding } from './ending.ts';
import type { Item } from './item.ts';
import type { Line } from './line.ts';
import { isShort, isValue } from './line-act.ts';
import { markStyles, rankOf } from './mark.ts';
import type { Mark, MarkStyle } from './mark.ts';
import type { Surroundings } from './sequence.ts';

/** Where each number of each style stands, in the order of the lines: clean marks, and all of them. */
export type MarkPlaces = {
  readonly clean: ReadonlyMap<string, readonly number[]>;
  readonly all: ReadonlyMap<string, readonly number[]>;
};

export function placesOf(marks: readonly (Mark | null)[]): MarkPlaces {
  const places = { clean: new Map<string, number[]>(), all: new Map<string, number[]>() };
  for (const [index, mark] of marks.entries()) {
    if (mark === null) continue;
    for (const key of [keyOf(mark.style, mark.value), mark.style]) {
      push(places.all, key, index);
      if (!mark.isDoubtful) push(places.clean, key, index);
    }
  }
  return places;
}

function keyOf(style: MarkStyle, value: number): string {
  return `${style} ${value}`;
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [index]);
  else list.push(index);
}

/** The first of some ascending places behind an index, or infinity. */
function firstAfter(places: readonly number[] | undefined, index: number): number {
  let low = 0;
  let high = places?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places?.[middle] ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return places?.[low] ?? Number.POSITIVE_INFINITY;
}

type Around = {
  readonly mark: Mark;
  readonly index: number;
  readonly places: MarkPlaces;
  readonly item: Item;
  readonly ending: Ending;
  readonly last: Line | null;
  readonly line: Line;
};

export function surroundings({ mark, index, places, item, ending, last, line }: Around): Surroundings {
  const { style, value } = mark;
  const cleanAfter = (each: number): number => firstAfter(places.clean.get(keyOf(style, each)), index);
  const successor = firstAfter(places.all.get(keyOf(style, value + 1)), index);
  // Numbers begin anew under every heading: whether one comes again is a question of this list alone. A first number ends with its heading.
  const listEnd = value === 1 ? Math.min(cleanAfter(1), outerAfter(style, places, index)) : cleanAfter(1);
  return {
    end: endBefore({ mark, item, ending, last, line }),
    comesAgain: value === 1 ? false : cleanAfter(value) < Math.min(listEnd, successor),
    hasSuccessor: successor < listEnd,
    isAfterUnits: ending.kind === 'units' || ending.kind === 'clause' || ending.kind === 'division',
    isMeasured: isMeasured(line.text),
    ownsDuty: endingAfter(noEnding, line.text).kind === 'clause',
    isBelowTitle: last !== null && item.paragraphs.length === 1 && isShort(item) && isNarrow(last, line),
  };
}

/** A line that a page's width broke is about as long as the next; a title ends where it ends. */
function isNarrow(last: Line, line: Line): boolean {
  return !isUnfinished(last.text) && last.text.length * 4 < line.text.length * 3;
}

/** The next number of an outer style. */
function outerAfter(style: MarkStyle, { clean }: MarkPlaces, index: number): number {
  const outer = markStyles.filter((each) => rankOf[each] < rankOf[style]);
  return Math.min(...outer.map((each) => firstAfter(clean.get(each), index)));
}

function endBefore({ mark, item, ending, last, line }: Omit<Around, 'index' | 'places'>): Surroundings['end'] {
  if (last === null || item.kind !== 'numbered') return 'sure';
  if (ending.kind === 'free' && item.mark !== null && rankOf[mark.style] > rankOf[item.mark.style]) return 'none';
  if (ending.open > 0) return 'none';
  if (isValue(ending.kind)) return /[、，,]$/u.test(last.text) ? 'possible' : 'sure';
  if (ending.kind === 'clause' || endsSentence(last.text)) return 'sure';
  // `种树。（区林业局负总责。区财政局保障资金）`: no clause that could be read, and the end of its task all the same.
  if (/[）)〕】]$/u.test(last.text) && endingAfter(noEnding, line.text).kind === 'clause') return 'sure';
  if (isUnfinished(last.text)) return 'none';
  if (line.isAfterBlank) return 'sure';
  return isShort(item) ? 'possible' : 'none';
}
