/**
 * Reads inputs/<quarter>/receipts.csv: 发文字号,单位,签收人,签收日期,回执日期. Who signed for a paper, and when its answer came. It is the office's own
 * list, written after the papers are out: nothing that is issued depends on it.
 */
import type { Disk } from '../disk/disk.ts';
import { groupBy } from '../domain/grouping.ts';
import type { Roster, Unit } from '../domain/roster.ts';
import { unitIn } from '../intake/names.ts';
import { officeFile, officeForm, readRows } from '../intake/rows.ts';
import { error, warning, type Message, type Place, type Result } from '../message/message.ts';
import type { Register, RegisterEntry } from '../register/entry.ts';
import { asNumber, numbersLike } from '../register/numbers.ts';
import type { Cells } from '../table/cells.ts';
import { cut } from '../table/sheet.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';

/** The columns in the order in which the file has them; 单位 is needed only for papers that go to all. */
export const receiptColumns = ['发文字号', '单位', '签收人', '签收日期', '回执日期'] as const;

export type Receipt = {
  readonly number: string;
  readonly unitCode: string;
  readonly signedBy: string;
  readonly signedOn: CalendarDate;
  /** The day on which the answer came; null while it is awaited. */
  readonly repliedOn: CalendarDate | null;
  readonly place: Place;
};

const form = officeForm(receiptColumns, ['单位', '回执日期']);

type Known = { readonly quarter: Quarter; readonly register: Register; readonly roster: Roster };

/** In the order of the file; none when there is no such file. */
export function readReceipts(disk: Disk, known: Known): Result<readonly Receipt[]> {
  const file = officeFile(disk, `inputs/${known.quarter}/receipts.csv`);
  const rows = readRows(file, form, (cells) => readReceipt(cells, known));
  return { value: rows.value, messages: [...rows.messages, ...doubles(rows.value)] };
}

function readReceipt(cells: Cells, known: Known): Receipt | null {
  const paper = paperIn(cells, known);
  const isNamed = cells.text('单位') !== '';
  const unit = isNamed ? unitIn(cells, '单位', known.roster) : null;
  const signedBy = cells.required('签收人');
  const signedOn = cells.requiredDate('签收日期');
  const repliedOn = cells.date('回执日期');
  if (signedOn !== null && repliedOn !== null && repliedOn < signedOn)
    cells.report(error(cells.place('回执日期'), 'receipt-reply-first', { signedOn, repliedOn }));
  if (paper === null) return null;
  if (signedOn !== null) checkDay(cells, signedOn, { paper, register: known.register });
  const unitCode = isNamed && unit === null ? null : receiverOf(cells, unit, paper);
  if (unitCode === null || signedBy === null || signedOn === null) return null;
  return { number: paper.number, unitCode, signedBy, signedOn, repliedOn, place: cells.place() };
}

/** A paper of this quarter that was sent. */
function paperIn(cells: Cells, { quarter, register }: Known): RegisterEntry | null {
  const written = cells.required('发文字号');
  if (written === null) return null;
  const number = asNumber(written);
  const paper = register.entries.find((entry) => entry.number === number);
  const place = cells.place('发文字号');
  if (paper === undefined) {
    const nearest = numbersLike(
      number,
      register.entries.filter((entry) => entry.quarter === quarter).map((entry) => entry.number),
    );
    cells.report(error(place, 'receipt-unknown-number', { written: cut(written), nearest }));
    return null;
  }
  if (paper.quarter !== quarter) {
    cells.report(error(place, 'receipt-other-quarter', { number, quarter: paper.quarter }));
    return null;
  }
  if (paper.state !== 'void') return paper;
  cells.report(error(place, 'receipt-of-void', { number }));
  return null;
}

/** Nobody signs for a paper before it is issued; after its recall it should not be out any more. */
function checkDay(
  cells: Cells,
  signedOn: CalendarDate,
  { paper: { number, issuedOn, state }, register }: { readonly paper: RegisterEntry; readonly register: Register },
): void {
  const place = cells.place('签收日期');
  if (signedOn < issuedOn) cells.report(error(place, 'receipt-before-issue', { number, issuedOn, signedOn }));
  if (state !== 'recalled') return;
  const recall = register.lines.find(({ act }) => act.type === 'recall' && act.number === number);
  const on = recall?.act.date;
  if (on !== undefined && signedOn >= on) cells.report(warning(place, 'receipt-after-recall', { number, on }));
}

/** The code of whoever received it; a paper to all is signed for by each, so the row must say by whom. */
function receiverOf(cells: Cells, unit: Unit | null, { number, addressee }: RegisterEntry): string | null {
  if (addressee === null) {
    if (unit === null) cells.report(error(cells.place('单位'), 'receipt-needs-unit', { number }));
    return unit?.code ?? null;
  }
  if (unit === null || unit.code === addressee.code) return addressee.code;
  cells.report(
    error(cells.place('单位'), 'receipt-not-addressee', { number, unit: unit.name, addressee: addressee.name }),
  );
  return null;
}

function doubles(receipts: readonly Receipt[]): readonly Message[] {
  const groups = groupBy(receipts, ({ number, unitCode }) => `${unitCode} ${number}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ number, place }) => error(place, 'receipt-twice', { number, row: first?.place.row ?? null })),
  );
}
