/** The unit a file comes from, by its name: for returns without 填报单位, and to notice one that lies in another unit's file. */
import { findUnit, foldUnitName } from '../../domain/roster.ts';
import type { Roster, Unit } from '../../domain/roster.ts';

/**
 * `012-区财政局.csv`, `区财政局2024年第三季度反馈（更正）.xlsx`: exactly one unit stands in the name, or null. A name that says nothing leaves it
 * to the folder or the .zip around it.
 */
export function unitOfFile(path: string, roster: Roster): Unit | null {
  for (const name of path.split('/').toReversed()) {
    const unit = unitOfName(name, roster);
    if (unit !== null) return unit;
  }
  return null;
}

function unitOfName(name: string, roster: Roster): Unit | null {
  const stem = foldUnitName(name.replace(/\.[^.]*$/u, ''));
  const whole = findUnit(roster, stem);
  if (whole !== null) return whole;
  const parts = stem.split(/[-_()（）【】[\].·,，]/u).flatMap((part) => findUnit(roster, part) ?? []);
  const [first] = parts;
  if (first !== undefined) return parts.every((unit) => unit === first) ? first : null;
  return unitWithin(stem, roster);
}

/** The one name within the stem that is no part of a longer one: 区委 inside 区委办公室 does not count. */
function unitWithin(stem: string, roster: Roster): Unit | null {
  const inside = namesOf(roster).filter(({ name }) => name.length > 2 && stem.includes(name));
  const longest = inside.filter(
    ({ name }) => !inside.some((other) => other.name !== name && other.name.includes(name)),
  );
  const [first] = longest;
  return first !== undefined && longest.every(({ unit }) => unit === first.unit) ? first.unit : null;
}

type Named = { readonly unit: Unit; readonly name: string };

// Folded once for all files of a roster, which is never changed.
const folded = new WeakMap<Roster, readonly Named[]>();

function namesOf(roster: Roster): readonly Named[] {
  const names =
    folded.get(roster) ??
    roster.units.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => ({ unit, name: foldUnitName(name) })));
  folded.set(roster, names);
  return names;
}
