/** Members of groups (各单位, XX各派出所) as of a day, and units that hold tasks outside their own dates. */
import type { AssignedTask } from './entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { warning, type Message } from '../message/message.ts';
import { groupBy } from './grouping.ts';
import { endsItsUnit, type Reassignment } from './reassignment.ts';
import { existsOn, membersOf, type Roster, type Unit } from './roster.ts';

type Moment = { readonly asOf: CalendarDate; readonly rows: readonly Reassignment[] };

/** Members of every group that a task names, by the group's code, in roster order. */
export function groupMembers(
  tasks: readonly AssignedTask[],
  roster: Roster,
  moment: Moment,
): ReadonlyMap<string, readonly Unit[]> {
  const groups = new Map(
    tasks
      .flatMap((task) => task.holders)
      .filter((holder) => holder.unit.kind === 'group')
      .map((holder) => [holder.unit.code, holder.unit]),
  );
  const endings = new Map(
    moment.rows
      .filter((row) => row.effectiveOn <= moment.asOf && endsItsUnit(row))
      .map((row) => [row.from.code, row.to]),
  );
  return new Map([...groups].map(([code, group]) => [code, currentMembers(group, roster, { ...moment, endings })]));
}

type Succession = Moment & { readonly endings: ReadonlyMap<string, readonly Unit[]> };

function currentMembers(group: Unit, roster: Roster, succession: Succession): readonly Unit[] {
  const { asOf, endings } = succession;
  const ownDays = membersOf(roster, group, asOf);
  // A member that the roster no longer lists on the day hands its place to its successors all the same.
  const listed = group.members === 'all' ? ownDays : roster.units.filter((unit) => group.members.includes(unit.code));
  const codes = new Set(
    listed
      .flatMap((unit) => successorsOf(unit, endings))
      .filter((unit) => existsOn(unit, asOf))
      .map((unit) => unit.code),
  );
  return roster.units.filter((unit) => codes.has(unit.code));
}

/** Endings never run in a circle: reassignment-order.ts has refused those. */
function successorsOf(unit: Unit, endings: Succession['endings']): readonly Unit[] {
  const next = endings.get(unit.code);
  return next === undefined ? [unit] : next.flatMap((each) => successorsOf(each, endings));
}

/** Until the duty has really moved, the old body keeps it (国发〔2018〕17号): a warning, not an error. */
export function strayUnits(tasks: readonly AssignedTask[], asOf: CalendarDate): readonly Message[] {
  const held = tasks.flatMap((task) => task.holders.map((holder) => ({ unit: holder.unit, task: task.task.id })));
  const stray = held.filter(({ unit }) => !existsOn(unit, asOf));
  return [...groupBy(stray, ({ unit }) => unit).entries()].map(([unit, pairs]) => {
    const data = { unit: unit.name, from: unit.from, until: unit.until, tasks: pairs.map((pair) => pair.task), asOf };
    return warning(unit.place, 'unit-outside-its-dates', data);
  });
}
