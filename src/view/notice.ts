/** 职责移交通知: to a unit that has nothing to answer for any more, what it hands over, to whom and on which basis. */
import type { CalendarDate } from '../calendar.ts';
import type { Paper } from '../document/paper.ts';
import type { ViewOf } from '../document/shape.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Office } from '../domain/office.ts';
import type { Unit } from '../domain/roster.ts';
import { officialMeta } from './meta.ts';
import { roleWords } from './words.ts';

export const moveShape = {
  no: 'text',
  text: 'text',
  role: 'text',
  from: 'text',
  to: 'text',
  on: 'date',
  basis: 'text',
} as const;

export type MoveRow = ViewOf<typeof moveShape>;

export const noticeShape = {
  breakdown: 'text',
  /** The letter that is void from now on. */
  replaces: 'text',
  count: 'number',
  hasMoves: 'flag',
  moves: [moveShape],
} as const;

export type NoticeParts = {
  readonly ledger: Ledger;
  readonly office: Office;
  readonly breakdown: string;
  readonly replaces: string;
};

export function noticePaper(unit: Unit, parts: NoticeParts): Paper<typeof noticeShape> {
  const moves = movesFrom(unit, parts.ledger);
  const meta = officialMeta(parts.office, {
    format: 'letter',
    series: parts.office.series.notice,
    asOf: parts.ledger.asOf,
  });
  return {
    template: 'notice',
    shape: noticeShape,
    view: {
      breakdown: parts.breakdown,
      replaces: parts.replaces,
      count: moves.length,
      hasMoves: moves.length > 0,
      moves,
    },
    meta: { ...meta, recipients: [unit.name], copiedTo: parts.office.copiedTo },
  };
}

/** What the unit has handed over. */
export function movesFrom(unit: Unit, ledger: Ledger): readonly MoveRow[] {
  return moveRows(ledger, (from) => from.code === unit.code);
}

/** What the unit has taken over from others. */
export function movesTo(unit: Unit, ledger: Ledger): readonly MoveRow[] {
  return moveRows(ledger, (_, to) => to.some(({ code }) => code === unit.code));
}

function moveRows(ledger: Ledger, concerns: (from: Unit, to: readonly Unit[]) => boolean): readonly MoveRow[] {
  return ledger.tasks.flatMap(({ task, moves }) =>
    moves
      .filter(({ reassignment }) => concerns(reassignment.from, reassignment.to))
      .map(({ role, reassignment: { from, to, effectiveOn, basis } }) => ({
        no: task.no,
        text: task.text,
        role: roleWords[role],
        from: from.name,
        to: to.map(({ name }) => name).join('、'),
        on: effectiveOn satisfies CalendarDate,
        basis,
      })),
  );
}
