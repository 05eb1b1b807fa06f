/** inputs/office.yaml: who issues, number series, filing days, lights, scoring, fonts. Wrong values are refused with line and column. */
import { calendarDate } from '../trade/calendar.ts';
import type { Fonts } from '../document/fonts.ts';
import type { Office } from '../domain/office.ts';
import { findUnit, nearestUnits, type Roster } from '../domain/roster.ts';
import { error, hasErrors, warning, type Message, type Result } from '../message/message.ts';
import { failed } from '../message/result.ts';
import type { InputFile } from '../table/file.ts';
import { officeSchema, type OfficeFile } from './office-schema.ts';

import { readChecked } from './checked-yaml.ts';
import { scoringOf } from './scoring.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** All of office.yaml: what the ledger's rules need, and the faces that only the formats need. */
export type OfficeSettings = Office & { readonly fonts: Fonts };

/** Null when the file cannot serve; every problem is told at once. Own units are resolved through the roster. */
export function readOffice(file: InputFile, roster: Roster): Result<OfficeSettings | null> {
  const read = readChecked(file, officeSchema());
  if (read.value === null) return failed(read.messages);
  const { data, yaml } = read.value;
  // A series without a code of its own has that of the letters: one blank is told once.
  const told = unfilled(data, yaml);
  const blanks = told.filter((each, at) => told.findIndex(({ place }) => place?.row === each.place?.row) === at);
  if (blanks.length > 0) return failed([...read.messages, ...blanks]);
  const ownUnits = ownUnitsOf(data, roster, yaml);
  const scoring = scoringOf(data.scoring, (path) => yaml.placeOf(['scoring', ...path]));
  const messages = [
    ...read.messages,
    ...ownUnits.messages,
    ...scoring.messages,
    ...innerBodies(data, yaml),
    ...lightProblems(data, yaml),
    ...dayProblems(data, yaml),
  ];
  if (hasErrors(messages)) return failed(messages);
  return { value: officeOf(data, { ownUnits: ownUnits.value, scoring: scoring.value }), messages };
}

/** What a new workspace leaves to the office to fill in. */
export const toFillIn = '〔请填写〕';

function unfilled(value: unknown, yaml: YamlFile, path: YamlPath = []): readonly Message[] {
  if (typeof value === 'string') {
    return value.includes(toFillIn) ? [error(yaml.placeOf(path), 'office-not-filled', { key: path.join('.') })] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    unfilled(inner, yaml, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** 条例: inner sections other than the general office send no official papers outside. A government's own 督查室 may be more than that. */
const innerBody = /(?:室|科|股|处)$/u;
const outerBody = /纪委|监委|委员会|[局部院厅]/u;

function innerBodies(data: OfficeFile, yaml: YamlFile): readonly Message[] {
  const isInner = (name: string): boolean =>
    innerBody.test(name) && outerBody.test(name.slice(0, -1)) && !/办公[室厅]$/u.test(name);
  return (['name', 'mark'] as const).flatMap((key) =>
    isInner(data[key]) ? [warning(yaml.placeOf([key]), 'office-inner-body', { name: data[key] })] : [],
  );
}

function ownUnitsOf(data: OfficeFile, roster: Roster, yaml: YamlFile): Result<readonly string[]> {
  const found = data.ownUnits.map((written, index) => ({ written, index, unit: findUnit(roster, written) }));
  const messages = found
    .filter(({ unit }) => unit === null)
    .map(({ written, index }) => {
      const nearest = nearestUnits(roster, written);
      return error(yaml.placeOf(['ownUnits', index]), 'office-unknown-unit', { written, nearest });
    });
  return { value: found.flatMap(({ unit }) => (unit === null ? [] : [unit.code])), messages };
}

function lightProblems({ lights }: OfficeFile, yaml: YamlFile): readonly Message[] {
  if (lights.redAbove >= lights.yellowFrom) return [];
  const data = {
    key: 'lights.redAbove',
    found: String(lights.redAbove),
    expected: { zh: `不小于 yellowFrom（${lights.yellowFrom}）`, en: `at least yellowFrom (${lights.yellowFrom})` },
  };
  return [error(yaml.placeOf(['lights', 'redAbove']), 'office-wrong', data)];
}

/** A day that exists in every year. */
function dayProblems({ filingDays }: OfficeFile, yaml: YamlFile): readonly Message[] {
  return ([1, 2, 3, 4] as const).flatMap((quarter) => {
    const { month, day } = dayOf(filingDays[quarter]);
    if (calendarDate(2023, month, day) !== null) return [];
    const expected = { zh: '每年都有的一天', en: 'a day that every year has' };
    const data = { key: `filingDays.${quarter}`, found: filingDays[quarter], expected };
    return [error(yaml.placeOf(['filingDays', quarter]), 'office-wrong', data)];
  });
}

function officeOf(data: OfficeFile, resolved: Pick<Office, 'ownUnits' | 'scoring'>): OfficeSettings {
  const { claims, ...lights } = data.lights;
  const days = data.filingDays;
  return {
    ...data,
    ...resolved,
    filingDays: { 1: dayOf(days[1]), 2: dayOf(days[2]), 3: dayOf(days[3]), 4: dayOf(days[4]) },
    lights: {
      ...lights,
      claims: {
        'not-started': claims.未启动,
        'on-track': claims.正常推进,
        behind: claims.滞后,
        overdue: claims.逾期,
        completed: claims.办结,
      },
    },
  };
}

/** The schema has checked the form. */
function dayOf(monthAndDay: string): { readonly month: number; readonly day: number } {
  const [month = 0, day = 0] = monthAndDay.split('-').map(Number);
  return { month, day };
}
