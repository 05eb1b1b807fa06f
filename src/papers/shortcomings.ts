/** 存在问题: the kinds of shortcoming of a report. One that nobody has is left out; the others are numbered without a gap. */
import type { ShapeFields, ViewOf } from '../document/shape.ts';

const shortcomingShape = { part: 'number', units: 'blank' } as const satisfies ShapeFields;

type Shortcomings<Kind extends string> = Readonly<Record<Kind, typeof shortcomingShape>>;

/** Of the kinds that a report knows, in the order of its template. */
export function shortcomingsShape<const Kind extends string>(kinds: readonly Kind[]): Shortcomings<Kind> {
  return recordOf(kinds, () => shortcomingShape);
}

/** `units` words who has the shortcoming, and is empty where nobody has. （一） goes to the first that somebody has. */
export function numberedShortcomings<const Kind extends string>(
  kinds: readonly Kind[],
  units: Readonly<Record<Kind, string>>,
): Readonly<Record<Kind, ViewOf<typeof shortcomingShape>>> {
  const present = kinds.filter((kind) => units[kind] !== '');
  return recordOf(kinds, (kind) => ({
    part: present.indexOf(kind) + 1,
    units: units[kind],
  }));
}

function recordOf<Kind extends string, Value>(
  kinds: readonly Kind[],
  valueOf: (kind: Kind) => Value,
): Readonly<Record<Kind, Value>> {
  // `Object.fromEntries` forgets which keys it was given.
  return Object.fromEntries(kinds.map((kind) => [kind, valueOf(kind)])) as Readonly<Record<Kind, Value>>;
}
