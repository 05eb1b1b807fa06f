/**
 * `correct Q --unit U --task N … --basis TEXT`: one figure of a closed quarter replaced, everything recomputed from what was frozen with it, and
 * kept as the next revision. What was frozen before stays.
 */
import type { ClaimedStatus } from '../trade/claims.ts';
import { archivedNumbers } from '../archive/archived-numbers.ts';
import type { Disk } from '../disk/disk.ts';
import { printFrozen } from '../domain/frozen-quarter.ts';
import { judge, type Figured, type QuarterParts } from '../domain/judged.ts';
import { figureFacts } from '../domain/facts.ts';
import { cardOf } from '../domain/of-ledger.ts';
import { findUnit, nearestUnits, type Unit } from '../domain/roster.ts';
import type { Return } from '../domain/return.ts';
import { error, hasErrors, type Message, type Result } from '../message/message.ts';
import { cut } from '../table/sheet.ts';
import { failed } from '../message/result.ts';
import { fileOnly } from '../message/place.ts';
import { compareFacts } from '../register/differences.ts';
import { registerFile, type Change, type ClosedQuarter } from '../register/entry.ts';
import { registerToAdd } from './register-to-add.ts';
import { finishKilled } from '../register/with-register.ts';
import { correctQuarter, correctQuarterDry } from '../register/revise-quarter.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import { frozenFigures } from '../register/frozen-quarter.ts';

export type CorrectAsked = {
  readonly quarter: Quarter;
  readonly unit: string;
  readonly task: string;
  /** What is other than the return said; a field left out stays. `filedOn`: a return that had been overlooked. */
  readonly percent: number | null;
  readonly status: ClaimedStatus | null;
  readonly progress: string | null;
  readonly filedOn: CalendarDate | null;
  readonly basis: string;
  readonly date: CalendarDate;
  /** A day that looks wrong is meant. */
  readonly isThatDay: boolean;
  readonly isDry: boolean;
};

/** The units whose own figures changed, with each change. */
export type Corrected = {
  readonly closed: ClosedQuarter;
  readonly units: readonly { readonly unit: string; readonly changes: readonly Change[] }[];
};

/** Null with an error. */
export async function correct(disk: Disk, asked: CorrectAsked): Promise<Result<Corrected | null>> {
  const { quarter, date, basis, isThatDay, isDry } = asked;
  const { value: register, messages: found } = registerToAdd(disk);
  if (hasErrors(found)) return failed(found);
  const closed = register.quarters.get(quarter);
  if (closed === undefined) {
    return failed([...found, error(fileOnly(registerFile), 'correct-open-quarter', { quarter })]);
  }
  const frozen = frozenFigures(disk, register, { quarter, revision: null });
  if (frozen.value === null) return failed([...found, ...frozen.messages]);
  const corrected = correctedParts(frozen.value.parts, asked);
  if (corrected.value === null) return failed(corrected.messages);
  const { value: figured } = judge(corrected.value);
  const units = unitChanges(frozen.value, figured);
  const known = archivedNumbers(disk);
  if (units.length === 0) {
    // Repeated after a death it changes nothing, for its figures stand already.
    const finished = isDry ? [] : await finishKilled({ disk, known });
    const { unit, task } = asked;
    return failed([...finished, error(null, 'correction-changes-nothing', { unit, task })]);
  }
  const request = {
    disk,
    known,
    quarter,
    date,
    basis,
    isThatDay,
    base: closed.revision,
    frozen: printFrozen(corrected.value, figured),
  };
  const { value, messages } = isDry ? correctQuarterDry(request) : await correctQuarter(request);
  return { value: value === null ? null : { closed: value, units }, messages: [...frozen.messages, ...messages] };
}

/** The parts with one return replaced, or added where there was none. */
function correctedParts(parts: QuarterParts, asked: CorrectAsked): Result<QuarterParts | null> {
  const unit = findUnit(parts.roster, asked.unit);
  if (unit === null) {
    const nearest = nearestUnits(parts.roster, asked.unit);
    return failed([error(null, 'correct-unknown-unit', { written: asked.unit, nearest })]);
  }
  const isTask = parts.catalogue.tasks.some(({ id }) => id === asked.task);
  if (!isTask) return failed([error(null, 'correct-unknown-task', { task: cut(asked.task) })]);
  const problems = problemsOf(asked);
  if (problems.length > 0) return failed(problems);
  const isMeant = (each: Return): boolean => each.unit.code === unit.code && each.taskId === asked.task;
  const last = parts.returns.findLast(isMeant);
  const corrected = last === undefined ? newReturn(unit, asked, parts) : changed(last, asked);
  if (corrected === null) {
    return failed([error(null, 'correct-needs-day', { unit: unit.name, task: asked.task })]);
  }
  const others = last === undefined ? parts.returns : parts.returns.filter((each) => each !== last);
  return { value: { ...parts, returns: [...others, corrected] }, messages: [] };
}

function problemsOf({ percent, status, progress, filedOn }: CorrectAsked): readonly Message[] {
  const isNothing = percent === null && status === null && progress === null && filedOn === null;
  const isOutside = percent !== null && (percent < 0 || percent > 100 || Number.isNaN(percent));
  if (isNothing) return [error(null, 'correct-nothing')];
  return isOutside ? [error(null, 'correct-percent', { percent })] : [];
}

function changed(last: Return, { percent, status, progress, filedOn }: CorrectAsked): Return {
  return {
    ...last,
    percent: percent ?? last.percent,
    status: status ?? last.status,
    progress: progress ?? last.progress,
    filedOn: filedOn ?? last.filedOn,
    isZeroReport: false,
  };
}

/** A return that had come and was overlooked: the day on which it came must be said. */
function newReturn(unit: Unit, asked: CorrectAsked, { quarter }: QuarterParts): Return | null {
  const { percent, status, progress, filedOn, task } = asked;
  if (filedOn === null || status === null) return null;
  return {
    quarter,
    unit,
    taskId: task,
    percent,
    status,
    filedOn,
    progress: progress ?? '',
    claimedRole: null,
    problems: '',
    nextSteps: '',
    evidence: '',
    filedBy: '',
    phone: '',
    isZeroReport: false,
    place: fileOnly(registerFile),
  };
}

function unitChanges(before: Figured, after: Figured): Corrected['units'] {
  return after.ledger.units.flatMap((unit) => {
    const facts = ({ ledger, scorecards }: Figured) => figureFacts(unit, ledger, cardOf(scorecards, unit));
    const changes = compareFacts(facts(before), facts(after));
    return changes.length === 0 ? [] : [{ unit: unit.name, changes }];
  });
}
