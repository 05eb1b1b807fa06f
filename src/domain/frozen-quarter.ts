/**
 * The frozen quarter: its figures and everything they were made from, as one text. It needs none of the live inputs: recomputed from its own
 * parts it gives its own figures, or the program has changed and the frozen ones stand.
 */
import type { Entry } from './entry.ts';
import { judge, type Figured, type QuarterParts } from './judged.ts';
import type { Scorecard } from './score.ts';
import type { Unit } from './roster.ts';

type Frozen = { readonly version: 1; readonly parts: QuarterParts; readonly figures: Figures };

/** What papers print, part by part in the order of the ledger, and the scores. */
type Figures = {
  readonly entries: readonly (EntryFigures & { readonly task: string; readonly unit: string })[];
  readonly scorecards: readonly Scorecard[];
};

const figureFields = [
  'planned',
  'filing',
  'daysLate',
  'status',
  'percent',
  'isClosed',
  'isReopened',
  'isOverdue',
  'light',
  'reason',
  'previousLight',
  'wasClosed',
  'wasOverdue',
] as const satisfies readonly (keyof Entry)[];

type EntryFigures = Pick<Entry, (typeof figureFields)[number]>;

export function printFrozen(parts: QuarterParts, figured: Figured): Uint8Array {
  const frozen: Frozen = { version: 1, parts, figures: figuresOf(figured) };
  const units = new Set<unknown>(parts.roster.units);
  const text = JSON.stringify(
    frozen,
    function (this: unknown, _key: string, value: unknown) {
      // A unit is written once, in the roster; everywhere else its code stands for it.
      if (units.has(value) && this !== parts.roster.units) return { $unit: (value as Unit).code };
      return value instanceof Map ? { $map: [...(value as ReadonlyMap<unknown, unknown>)] } : value;
    },
    1,
  );
  return new TextEncoder().encode(`${text}\n`);
}

/** `isRecomputed` false: today's program makes other figures from the same parts; the frozen ones are given. */
export type Thawed = Figured & { readonly parts: QuarterParts; readonly isRecomputed: boolean };

/** The hash in the register has proved that the text is ours. */
export function readFrozen(bytes: Uint8Array): Thawed {
  const { parts, figures } = revived(JSON.parse(new TextDecoder().decode(bytes))) as Frozen;
  const { value: today } = judge(parts);
  const isRecomputed = JSON.stringify(figuresOf(today)) === JSON.stringify(figures);
  if (isRecomputed) return { ...today, parts, isRecomputed };
  const frozen = new Map(figures.entries.map((entry) => [`${entry.unit} ${entry.task}`, entry]));
  const entries = today.ledger.entries.map((entry) => {
    const { task, unit, ...kept } = frozen.get(`${entry.unit.code} ${entry.task.id}`) ?? { task: '', unit: '' };
    return task === '' && unit === '' ? entry : { ...entry, ...kept };
  });
  return { ledger: { ...today.ledger, entries }, scorecards: figures.scorecards, parts, isRecomputed };
}

function figuresOf({ ledger, scorecards }: Figured): Figures {
  const entries = ledger.entries.map((entry) => ({
    task: entry.task.id,
    unit: entry.unit.code,
    // The fields are those of EntryFigures, each taken from the entry.
    ...(Object.fromEntries(figureFields.map((field) => [field, entry[field]])) as EntryFigures),
  }));
  return { entries, scorecards };
}

/** Maps and units as they were. */
function revived(parsed: { readonly parts: { readonly roster: { readonly units: readonly Unit[] } } }): unknown {
  const units = new Map(parsed.parts.roster.units.map((unit) => [unit.code, unit]));
  const revive = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(revive);
    if (typeof value !== 'object' || value === null) return value;
    if ('$unit' in value) return units.get(String(value.$unit)) ?? value;
    if ('$map' in value) return new Map(revive(value.$map) as [unknown, unknown][]);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revive(each)]));
  };
  const whole = revive(parsed) as { parts: { roster: { units: unknown } } };
  whole.parts.roster.units = parsed.parts.roster.units;
  return whole;
}
