/**
 * What must be issued again: the valid papers of a closed quarter against the duties of today and the figures as they stand corrected. A unit is
 * written to when its own named duties or its own figures changed; what is common to all is told to all in one paper.
 */
import { commonFacts, dutyFacts, figureFacts, partsOfField } from '../domain/facts.ts';
import { cardOf } from '../domain/of-ledger.ts';
import type { Unit } from '../domain/roster.ts';
import { compareFacts } from '../register/differences.ts';
import type { Change, RegisterEntry, Register, State } from '../register/entry.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { NumberedKind } from '../trade/paper-kinds.ts';
import type { Standing } from './standing.ts';

/**
 * changed: a letter says something else than would be said now · gained: the unit had no letter and has duties now · renamed: the letter of its
 * former name · lost: a letter, and nothing to answer for any more · common: what all were told · corrected: totals and ranks that all were told
 */
export type Cause = 'changed' | 'gained' | 'renamed' | 'lost' | 'common' | 'corrected';

export type Pending = {
  readonly cause: Cause;
  readonly kind: NumberedKind;
  /** Null for a paper to all. */
  readonly unit: Unit | null;
  /** The valid paper that it replaces; null where it replaces none. */
  readonly replaced: RegisterEntry | null;
  readonly changes: readonly Change[];
};

/** [] while the quarter is open, and while no letter of it is out. */
export function pendingOf(standing: Standing): readonly Pending[] {
  const { register, quarter, closed } = standing;
  const letters = validPapers(register, quarter, 'letter');
  if (closed === null || register.entries.every((entry) => entry.quarter !== quarter)) return [];
  return [
    ...(letters.length === 0 ? [] : letterChanges(standing, letters)),
    ...commonChanges(standing),
    ...corrections(standing),
  ];
}

function letterChanges(standing: Standing, letters: readonly RegisterEntry[]): readonly Pending[] {
  const { duties, workspace } = standing;
  const byCode = new Map(letters.map((entry) => [entry.addressee?.code ?? '', entry]));
  const own = ofToday(standing);
  const awaited = awaitingFirst(standing);
  const today = nameOfToday(standing);
  const formerly = new Map(letters.map((entry) => [today(entry.addressee?.code ?? ''), entry]));
  const kept = own.flatMap((unit): readonly Pending[] => {
    const letter = byCode.get(unit.code);
    if (letter !== undefined) return changedLetter(unit, letter, standing);
    const former = formerly.get(unit.code);
    if (former !== undefined)
      return [{ ...paperTo(unit, 'renamed'), replaced: former, changes: factsChanged(unit, former, standing) }];
    if (awaited.has(unit.code)) return [];
    const changes = compareFacts([], dutyFacts(unit, duties));
    // A task that came and was dropped before anybody heard of it leaves nothing but the unit's name.
    const hasDuty = changes.some(({ field }) => partsOfField(field).taskId !== null);
    return hasDuty ? [{ ...paperTo(unit, 'gained'), replaced: null, changes }] : [];
  });
  const answering = new Set(own.map(({ code }) => code));
  const lost = workspace.roster.units.flatMap((unit): readonly Pending[] => {
    const letter = answering.has(unit.code) ? undefined : formerly.get(unit.code);
    return letter === undefined ? [] : [{ cause: 'lost', kind: 'notice', unit, replaced: letter, changes: [] }];
  });
  return [...kept, ...lost];
}

/** Units of the ledger that had no letter yet: they get their first one by `issue`. One that lost all and was told so is none of them. */
function awaitingFirst({ register, quarter, ledger }: Standing): ReadonlySet<string> {
  const had = new Set(
    register.entries
      .filter(({ quarter: of, kind, state }) => of === quarter && kind === 'letter' && isOut(state))
      .map(({ addressee }) => addressee?.code),
  );
  return new Set(ledger.units.map(({ code }) => code).filter((code) => !had.has(code)));
}

/** Whether the paper was sent and not taken back: `issue` does not give it again. */
function isOut(state: State): boolean {
  return state === 'valid' || state === 'superseded';
}

function paperTo(unit: Unit, cause: Cause): Pick<Pending, 'cause' | 'kind' | 'unit'> {
  return { cause, kind: 'letter', unit };
}

/** Units that answer for a named task today. */
function ofToday({ duties }: Standing): readonly Unit[] {
  const named = new Set(duties.entries.filter(({ group }) => group === null).map(({ unit }) => unit.code));
  return duties.units.filter(({ code, kind }) => kind === 'unit' && named.has(code));
}

function changedLetter(unit: Unit, letter: RegisterEntry, standing: Standing): readonly Pending[] {
  const changes = factsChanged(unit, letter, standing);
  return changes.length === 0 ? [] : [{ ...paperTo(unit, 'changed'), replaced: letter, changes }];
}

function factsChanged(
  unit: Unit,
  letter: RegisterEntry,
  { register, ledger, duties, scorecards }: Standing,
): readonly Change[] {
  const stated = register.records.get(letter.number)?.facts ?? [];
  const figured = { ...unit, code: letter.addressee?.code ?? unit.code };
  const card = cardOf(scorecards, figured);
  return compareFacts(stated, [...dutyFacts(unit, duties), ...figureFacts(figured, ledger, card)]);
}

/** The code under which a unit goes on today: through every act of renaming that is in force, one after another. */
function nameOfToday({ workspace, duties }: Standing): (code: string) => string {
  const renamed = new Map(
    workspace.reassignments.flatMap(({ kind, from, to: [to], effectiveOn }) =>
      kind === 'rename' && to !== undefined && effectiveOn <= duties.asOf ? [[from.code, to.code] as const] : [],
    ),
  );
  return (code) => {
    const seen = new Set<string>();
    let now = code;
    while (!seen.has(now)) {
      seen.add(now);
      now = renamed.get(now) ?? now;
    }
    return now;
  };
}

/** Against what all were told last: the notice of changes, or the quarter's own figures. */
function commonChanges({ register, quarter, ledger, duties }: Standing): readonly Pending[] {
  const told = validPapers(register, quarter, 'changes').at(-1) ?? null;
  const before = told === null ? commonFacts(ledger) : (register.records.get(told.number)?.facts ?? []);
  const changes = compareFacts(before, commonFacts(duties));
  return changes.length === 0 ? [] : [{ cause: 'common', kind: 'changes', unit: null, replaced: null, changes }];
}

/** All were told totals and ranks by the 通报; once a figure is corrected, all are told so. */
function corrections({ register, quarter, closed }: Standing): readonly Pending[] {
  const told = [...validPapers(register, quarter, 'report'), ...validPapers(register, quarter, 'correction')];
  const revisions = told.map(({ revision }) => revision ?? 0);
  const isTold = closed === null || revisions.length === 0 || Math.max(...revisions) >= closed.revision;
  return isTold ? [] : [{ cause: 'corrected', kind: 'correction', unit: null, replaced: null, changes: [] }];
}

function validPapers({ entries }: Register, quarter: Quarter, kind: NumberedKind): readonly RegisterEntry[] {
  return entries.filter((entry) => entry.quarter === quarter && entry.kind === kind && entry.state === 'valid');
}
