/** Roll-call 述廉报告点名: whose yearly report of the unit's head has come in and whose has not (seed item 89). */
import { allUnits } from '../trade/figure-words.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { warning, type Message, type Place, type Result } from '../message/message.ts';
import { existsOn, findUnit, membersOf, type Roster, type Unit } from './roster.ts';

/** A row of the office's own register (inputs/2024/integrity-reports.csv). */
export type IntegrityReport = {
  readonly unit: Unit;
  /** Null: entered, but not handed in. */
  readonly submittedOn: CalendarDate | null;
  readonly note: string;
  readonly place: Place;
};

export type RollCall = {
  readonly asOf: CalendarDate;
  /** Every unit that owes a report, in roster order. */
  readonly lines: readonly {
    readonly unit: Unit;
    readonly submittedOn: CalendarDate | null;
    readonly note: string;
    /** Its row of the register; null when it has none. */
    readonly place: Place | null;
  }[];
};

/** Units are those of 各单位 that exist on `day`; a report handed in after `asOf` is not there yet. */
export function rollCall(
  roster: Roster,
  reports: readonly IntegrityReport[],
  { day, asOf }: { readonly day: CalendarDate; readonly asOf: CalendarDate },
): Result<RollCall> {
  const units = owing(roster, day);
  const byUnit = new Map(reports.map((report) => [report.unit.code, report]));
  const lines = units.map((unit) => {
    const report = byUnit.get(unit.code);
    const submittedOn = report?.submittedOn ?? null;
    return {
      unit,
      submittedOn: submittedOn !== null && submittedOn > asOf ? null : submittedOn,
      note: report?.note ?? '',
      place: report?.place ?? null,
    };
  });
  return { value: { asOf, lines }, messages: [...strangers(units, reports, day), ...laterOnes(reports, asOf)] };
}

/** Without such a group in the roster: every unit of the district. */
function owing(roster: Roster, day: CalendarDate): readonly Unit[] {
  const all = findUnit(roster, allUnits);
  const units = all?.kind === 'group' ? membersOf(roster, all, day) : roster.units;
  return units.filter((unit) => unit.kind === 'unit' && existsOn(unit, day));
}

function strangers(units: readonly Unit[], reports: readonly IntegrityReport[], day: CalendarDate): readonly Message[] {
  const codes = new Set(units.map(({ code }) => code));
  return reports
    .filter(({ unit }) => !codes.has(unit.code))
    .map(({ unit, place }) => warning(place, 'report-of-unlisted-unit', { unit: unit.name, day, until: unit.until }));
}

function laterOnes(reports: readonly IntegrityReport[], asOf: CalendarDate): readonly Message[] {
  return reports.flatMap(({ unit, submittedOn, place }) =>
    submittedOn === null || submittedOn <= asOf
      ? []
      : [warning(place, 'report-after-the-day', { unit: unit.name, on: submittedOn, asOf })],
  );
}
