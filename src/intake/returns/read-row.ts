/** One row of a return file: each cell by its own reader, all its problems at once. */
import type { Quarter } from '../../trade/calendar.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Return } from '../../domain/return.ts';
import { findUnit, nearestUnits } from '../../domain/roster.ts';
import type { Roster, Unit } from '../../domain/roster.ts';
import { error, warning } from '../../message/message.ts';
import { taskIn } from '../names.ts';
import { cut, isBlank } from '../../table/sheet.ts';
import type { Cells, FractionRule } from '../../table/cells.ts';
import { ownText, sharedText } from './row-text.ts';
import { extensionAsked, isZeroReport, roleOfWord, statusOfWord } from './form.ts';
import { roleWords, statusWords } from '../../trade/claims.ts';
import type { ClaimedStatus } from '../../trade/claims.ts';

export type RowTerms = {
  readonly quarter: Quarter;
  readonly catalogue: Catalogue;
  readonly roster: Roster;
  readonly fractions: FractionRule;
  /** The unit the file comes from, for rows that name none. */
  readonly fileUnit: Unit | null;
  /** What the unit claimed for the task last quarter. */
  readonly lastStatus: (unit: Unit, taskId: string) => ClaimedStatus | null;
};

export type RowParts = {
  readonly unit: Unit | null;
  readonly taskId: string | null;
  /** Null when something it needs could not be read; the messages say what. */
  readonly return: Return | null;
};

/** Reads all cells before giving up on any, so that one message can name every problem of the row. */
export function readRow(cells: Cells, terms: RowTerms): RowParts {
  const unit = unitOf(cells, terms);
  const taskId = taskIn(cells, '任务编号', terms.catalogue);
  const claimedRole = cells.word('本单位角色', roleOfWord, Object.values(roleWords));
  const progress = progressOf(cells);
  const percent = cells.percent('完成比例', terms.fractions);
  const status = statusOf(cells, { unit, taskId, progress, percent }, terms);
  const phone = phoneOf(cells);
  const filedBy = filedByOf(cells);
  const filedOn = cells.requiredDate('填报日期');
  const known = { unit, taskId };
  if (unit === null || taskId === null || progress === null) return { ...known, return: null };
  if (status === null || filedOn === null) return { ...known, return: null };
  const texts = {
    progress: ownText(progress),
    problems: sharedText(cells.text('存在问题')),
    nextSteps: sharedText(cells.text('下一步措施')),
    evidence: sharedText(cells.text('佐证材料')),
    filedBy: sharedText(filedBy),
    phone: sharedText(phone),
  };
  const claims = { claimedRole, percent, status, isZeroReport: isZeroReport(progress) };
  const { quarter } = terms;
  const read = {
    quarter,
    unit,
    taskId,
    ...texts,
    ...claims,
    filedOn: sharedText(filedOn),
    ...wishOf(cells),
    ...proposalOf(cells, progress),
    place: cells.place(),
  };
  return { ...known, return: read };
}

/** Nothing where nothing is asked for. */
function wishOf(cells: Cells): Pick<Return, 'asksFor'> {
  const until = cells.text(extensionAsked.until);
  return until === '' ? {} : { asksFor: { until, reason: cells.text(extensionAsked.reason) } };
}

/** 是 proposes what was reported; 否 and its like propose nothing. */
function proposalOf(cells: Cells, progress: string): Pick<Return, 'proposes'> {
  const written = cells.text('推荐');
  const folded = written.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, '');
  if (/^(?:否|无|没有|不|不推荐|暂无|未推荐)?$/u.test(folded) && !isTick(written)) return {};
  return { proposes: isTick(written) || /^(?:是|推荐|拟推荐|同意推荐|有)$/u.test(folded) ? progress : written };
}

function isTick(written: string): boolean {
  return /^\s*[√✓✔☑]\s*$/u.test(written);
}

function unitOf(cells: Cells, { roster, fileUnit }: RowTerms): Unit | null {
  const written = cells.text('填报单位');
  if (written === '') {
    if (fileUnit === null) cells.report(error(cells.place('填报单位'), 'no-unit', undefined));
    return fileUnit;
  }
  const unit = findUnit(roster, written);
  const place = cells.place('填报单位');
  if (unit === null) {
    cells.report(error(place, 'unknown-unit', { written: cut(written), nearest: nearestUnits(roster, written) }));
    return null;
  }
  if (unit.kind === 'group') {
    cells.report(error(place, 'unit-is-group', { name: unit.name }));
    return null;
  }
  if (fileUnit !== null && fileUnit !== unit)
    cells.report(warning(place, 'other-unit-in-file', { written: unit.name, file: fileUnit.name }));
  return unit;
}

/** 无 and dashes are no progress report; 本季度无进展 is one. */
function progressOf(cells: Cells): string | null {
  const written = cells.required('进展情况');
  if (written === null || !/^[-—–/\\无略同上。.]+$/u.test(written.normalize('NFKC'))) return written;
  cells.report(error(cells.place('进展情况'), 'empty-progress', { written: cut(written) }));
  return null;
}

type Reported = Pick<RowParts, 'unit' | 'taskId'> & Pick<Return, 'percent'> & { readonly progress: string | null };

/** Who reports that nothing happened, and no 状态, leaves it where it was: at last quarter's, and at 未启动 where nothing was ever reported. */
function statusOf(
  cells: Cells,
  { unit, taskId, progress, percent }: Reported,
  { lastStatus }: RowTerms,
): ClaimedStatus | null {
  const isUnsaid = cells.has('状态') && isBlank(cells.text('状态')) && progress !== null && isZeroReport(progress);
  const last = unit === null || taskId === null ? null : lastStatus(unit, taskId);
  // What has a percent was begun; how it stands only the unit can say.
  if (!isUnsaid || (last === null && (percent ?? 0) > 0))
    return cells.requiredWord('状态', statusOfWord, Object.values(statusWords));
  const status = last ?? 'not-started';
  const data = { status: statusWords[status], isLast: last !== null };
  cells.report(warning(cells.place('状态'), 'zero-report-status', data));
  return status;
}

function phoneOf(cells: Cells): string {
  const written = cells.text('联系电话');
  if (/^\d(?:\.\d+)?E\+?\d+$/iu.test(written.normalize('NFKC')))
    cells.report(error(cells.place('联系电话'), 'spoiled-number', { written: cut(written) }));
  return written;
}

/** A blank name stops nothing, but the office will have nobody to ask. */
function filedByOf(cells: Cells): string {
  const written = cells.text('填报人');
  if (written === '' && cells.has('填报人'))
    cells.report(warning(cells.place('填报人'), 'missing-value', { column: '填报人' }));
  return written;
}
