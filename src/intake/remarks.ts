/** Reads inputs/<quarter>/remarks.csv: 单位,内容,依据. What the office adds to one unit's letter. */
import type { Remark } from '../domain/remark.ts';
import type { Roster } from '../domain/roster.ts';
import { error, type Message, type Result } from '../message/message.ts';
import type { Cells } from '../table/cells.ts';
import type { InputFile } from '../table/file.ts';
import { unitIn } from './names.ts';
import { officeForm, readRows, repeatedRows } from './rows.ts';

/** The columns in the order in which the file has them. */
export const remarkColumns = ['单位', '内容', '依据'] as const;

const form = officeForm(remarkColumns);

/** In the order of the file. */
export function readRemarks(
  file: InputFile | null,
  { roster }: { readonly roster: Roster },
): Result<readonly Remark[]> {
  const rows = readRows(file, form, (cells) => readRemark(cells, roster));
  return { value: rows.value, messages: [...rows.messages, ...doubleRemarks(rows.value)] };
}

function readRemark(cells: Cells, roster: Roster): Remark | null {
  const unit = unitIn(cells, '单位', roster);
  const text = cells.required('内容');
  const basis = cells.required('依据');
  if (unit === null || text === null || basis === null) return null;
  if (unit.kind !== 'unit') {
    cells.report(error(cells.place('单位'), 'remark-to-no-unit', { unit: unit.name }));
    return null;
  }
  return { unit, text, basis, place: cells.place() };
}

/** A letter that says a sentence twice was not meant. */
function doubleRemarks(remarks: readonly Remark[]): readonly Message[] {
  return repeatedRows(remarks, ({ unit, text }) => `${unit.code} ${text}`).map(({ again: { unit, place }, row }) => {
    return error(place, 'remark-twice', { unit: unit.name, row });
  });
}
