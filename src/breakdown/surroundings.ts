/** What stands around a number mark: whether the text before it has ended, and whether the same number or its successor comes later. */
import type { Ending } from './ending.ts';
import { endsSentence, isUnfinished } from './ending.ts';
import type { Item } from './item.ts';
import type { Line } from './line.ts';
import { isShort, isValue } from './line-act.ts';
import { rankOf } from './mark.ts';
import type { Mark } from './mark.ts';
import type { Surroundings } from './sequence.ts';

/** For each style and number the last line that begins with it cleanly. */
export function lastPlacesOf(marks: readonly (Mark | null)[]): ReadonlyMap<string, number> {
  return new Map(
    marks.flatMap((mark, index) =>
      mark === null || mark.isDoubtful ? [] : [[`${mark.style} ${mark.value}`, index] as const],
    ),
  );
}

type Around = {
  readonly mark: Mark;
  readonly index: number;
  readonly lastPlaces: ReadonlyMap<string, number>;
  readonly item: Item;
  readonly ending: Ending;
  readonly last: Line | null;
  readonly line: Line;
};

export function surroundings({ mark, index, lastPlaces, item, ending, last, line }: Around): Surroundings {
  const lastPlaceOf = (value: number): number => lastPlaces.get(`${mark.style} ${value}`) ?? -1;
  return {
    end: endBefore({ mark, item, ending, last, line }),
    comesAgain: lastPlaceOf(mark.value) > index,
    hasSuccessor: lastPlaceOf(mark.value + 1) > index,
  };
}

function endBefore({ mark, item, ending, last, line }: Omit<Around, 'index' | 'lastPlaces'>): Surroundings['end'] {
  if (last === null || item.kind !== 'numbered') return 'sure';
  if (ending.kind === 'free' && item.mark !== null && rankOf[mark.style] > rankOf[item.mark.style]) return 'none';
  if (ending.open > 0) return 'none';
  if (isValue(ending.kind)) return /[、，,]$/u.test(last.text) ? 'possible' : 'sure';
  if (ending.kind === 'clause' || endsSentence(last.text)) return 'sure';
  if (isUnfinished(last.text)) return 'none';
  if (line.isAfterBlank) return 'sure';
  return isShort(item) ? 'possible' : 'none';
}
