/** The acts by which an office changes duties between quarters (DESIGN.md §5 “Acts, not edits”): each has its day, its basis and its row. */
import type { Place } from '../message/message.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { compareTexts } from './compare.ts';
import type { Extension } from './extension.ts';
import type { Reassignment } from './reassignment.ts';
import type { TaskChange } from './task-change.ts';

export type EffectiveAct = { readonly on: CalendarDate; readonly basis: string; readonly place: Place };

type Acts = {
  readonly reassignments: readonly Reassignment[];
  readonly taskChanges: readonly TaskChange[];
  readonly extensions: readonly Extension[];
};

/** Those that change something, by the day on which they do; an extension that was refused or is not decided yet changes nothing. */
export function effectiveActs({ reassignments, taskChanges, extensions }: Acts): readonly EffectiveAct[] {
  return [
    ...reassignments.map(({ effectiveOn: on, basis, place }) => ({ on, basis, place })),
    ...taskChanges.map(({ on, basis, place }) => ({ on, basis, place })),
    ...extensions.flatMap(({ decision, decidedOn: on, basis, place }) =>
      decision === 'granted' && on !== null ? [{ on, basis, place }] : [],
    ),
  ].toSorted((a, b) => compareTexts(a.on, b.on));
}
