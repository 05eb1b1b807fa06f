/** 职责移交通知: to a unit that has nothing to answer for any more, what it hands over, to whom and on which basis. */
import { roleWords } from '../trade/claims.ts';
import type { Ledger } from '../domain/entry.ts';
import type { Paper } from '../document/paper.ts';
import type { Office } from '../domain/office.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { Unit } from '../domain/roster.ts';
import { officialMeta } from './meta.ts';
import { groundShape, groundsOf, movesFrom } from './moves.ts';

export const noticeShape = {
  breakdown: 'text',
  /** The letter that is void from now on. */
  replaces: 'text',
  count: 'number',
  moves: [{ no: 'text', text: 'text', role: 'text', to: 'text' }],
  /** From which day on, and on which basis. */
  grounds: [groundShape],
} as const;

export type NoticeParts = {
  readonly ledger: Ledger;
  readonly office: Office;
  readonly breakdown: string;
  readonly replaces: string;
  /** The ledger's day: the letter that is replaced spoke of it. */
  readonly asOf: CalendarDate;
};

export function noticePaper(unit: Unit, parts: NoticeParts): Paper<typeof noticeShape> {
  const moves = movesFrom(unit, parts.ledger);
  const meta = officialMeta(parts.office, {
    format: 'letter',
    series: parts.office.series.notice,
    asOf: parts.asOf,
  });
  return {
    template: 'notice',
    shape: noticeShape,
    view: {
      breakdown: parts.breakdown,
      replaces: parts.replaces,
      count: moves.length,
      moves: moves.map(({ no, text, role, reassignment: { to } }) => ({
        no,
        text,
        role: roleWords[role],
        to: to.map(({ name }) => name).join('、'),
      })),
      grounds: groundsOf(moves),
    },
    meta: { ...meta, recipients: [unit.name], copiedTo: parts.office.copiedTo },
  };
}
