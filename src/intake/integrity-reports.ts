/** Reads inputs/<year>/integrity-reports.csv: 单位,提交日期,备注. The office's own register of the yearly 述廉报告. */
import { yearOf } from '../trade/calendar.ts';
import type { IntegrityReport } from '../domain/roll-call.ts';
import type { Roster } from '../domain/roster.ts';
import { error, type Message, type Result } from '../message/message.ts';
import type { InputFile } from '../table/file.ts';
import { unitIn } from './names.ts';
import { officeForm, readRows, repeatedRows } from './rows.ts';
import type { Cells } from '../table/cells.ts';

const form = officeForm(['单位', '提交日期', '备注'], ['备注']);

type Known = { readonly roster: Roster; readonly year: number };

/** In the order of the file. A blank date means that the unit has not handed in yet; a unit stands in one row only. */
export function readIntegrityReports(file: InputFile, known: Known): Result<readonly IntegrityReport[]> {
  const { value, messages } = readRows(file, form, (cells) => readReport(cells, known));
  return { value, messages: [...messages, ...doubles(value)] };
}

function readReport(cells: Cells, { roster, year }: Known): IntegrityReport | null {
  const unit = unitIn(cells, '单位', roster);
  const submittedOn = cells.date('提交日期');
  if (unit === null) return null;
  if (unit.kind !== 'unit') cells.report(error(cells.place('单位'), 'report-of-no-unit', { unit: unit.name }));
  // After the year's end is the rule: heads of units report on the whole year.
  if (submittedOn !== null && yearOf(submittedOn) < year) {
    cells.report(error(cells.place('提交日期'), 'report-before-the-year', { on: submittedOn, year }));
  }
  return { unit, submittedOn, note: cells.text('备注'), place: cells.place('单位') };
}

function doubles(reports: readonly IntegrityReport[]): readonly Message[] {
  return repeatedRows(reports, ({ unit }) => unit.code).map(({ again: { unit, place }, row }) => {
    return error(place, 'report-twice', { unit: unit.name, row });
  });
}
