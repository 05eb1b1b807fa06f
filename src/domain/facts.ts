/**
 * Facts: what a paper states, field by field, so that an issued one can be held to what is true now. A unit's letter states its named duties and
 * its own figures of the quarter; what is common to all (who leads, who cooperates, which tasks all units share) is told to all in one paper.
 */
import { isDropped } from './task-change.ts';
import type { AssignedTask, Entry, Ledger } from './entry.ts';
import { ownEntries } from './of-ledger.ts';
import type { Unit } from './roster.ts';
import { roleWords } from '../trade/claims.ts';
import { factFields } from '../trade/figure-words.ts';
import type { Scorecard } from './score.ts';

export type Fact = readonly [field: string, value: string];

type Duties = Pick<Ledger, 'entries'>;

const { duty, figure, unit: ofUnit, common } = factFields;

/** What the unit answers for, in the order of the catalogue; a task that was dropped is no duty any more. */
export function dutyFacts(unit: Unit, duties: Duties): readonly Fact[] {
  return [[ofUnit.name, unit.name], ...namedOf(unit, duties).filter(isDuty).flatMap(dutiesOf)];
}

function dutiesOf({ task, role, plan }: Entry): readonly Fact[] {
  return [
    [`${task.id} ${duty.role}`, roleWords[role]],
    [`${task.id} ${duty.deadline}`, plan?.deadline ?? task.deadline ?? ''],
    [`${task.id} ${duty.text}`, task.text],
  ];
}

/** What its papers said of its progress in the quarter, as codes; `card`: its score, where it is scored. */
export function figureFacts(unit: Unit, duties: Duties, card: Scorecard | null): readonly Fact[] {
  const score: readonly Fact[] = card === null ? [] : [[ofUnit.score, String(card.score)]];
  const assessed = namedOf(unit, duties).filter(({ isAssessed }) => isAssessed);
  return [
    ...score,
    ...assessed.flatMap(({ task, status, percent, light }): readonly Fact[] => [
      [`${task.id} ${figure.filing}`, [status ?? '', percent === null ? '' : `${percent}%`].join(' ').trim()],
      [`${task.id} ${figure.light}`, light ?? ''],
    ]),
  ];
}

/** Who leads and who cooperates in every task, groups by their own name; what a task says that was reworded and that units share as a group. */
export function commonFacts({ tasks }: Pick<Ledger, 'tasks'>): readonly Fact[] {
  return tasks.flatMap(({ task, leads, cooperators }: AssignedTask): readonly Fact[] =>
    !isDropped(task)
      ? [
          [`${task.id} ${common.leads}`, namesOf(leads)],
          [`${task.id} ${common.cooperators}`, namesOf(cooperators)],
          ...(isReworded(task) && [...leads, ...cooperators].some(({ kind }) => kind === 'group')
            ? [[`${task.id} ${duty.text}`, task.text] as const]
            : []),
        ]
      : [],
  );
}

/** Only then: what the breakdown itself says has been told. */
function isReworded({ acts }: AssignedTask['task']): boolean {
  return acts?.some(({ kind }) => kind === 'reword') ?? false;
}

/** `95 牵头单位` → task 95 and what is said of it; a fact of the unit itself has no task. */
export function partsOfField(field: string): { readonly taskId: string | null; readonly of: string } {
  const at = field.lastIndexOf(' ');
  return at === -1 ? { taskId: null, of: field } : { taskId: field.slice(0, at), of: field.slice(at + 1) };
}

/** Whether the fact is one of the quarter's figures, which only a correction changes. */
export function isFigure(field: string): boolean {
  const { of } = partsOfField(field);
  return of === ofUnit.score || Object.values(figure).some((each) => each === of);
}

/** Whether the task is still anybody's. */
function isDuty({ task }: Entry): boolean {
  return !isDropped(task);
}

function namedOf(unit: Unit, duties: Duties): readonly Entry[] {
  return ownEntries(duties, unit).filter(({ group }) => group === null);
}

function namesOf(units: readonly Unit[]): string {
  return units.map((unit) => unit.name).join('、');
}
