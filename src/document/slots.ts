/** Slots filled when a paper is issued: the one thing beside number and 成文日期 that a draft leaves open. Nothing else of the tree changes. */
import { addDays, type CalendarDate } from '../trade/calendar.ts';
import type { Block, Document, Inline, Slot } from './tree.ts';

/** The paper with its reply days, in reading order. `earlier`: days that a paper replaced by this one asked for; each is kept unless it has passed. */
export function withReplyDays(
  document: Document,
  issuedOn: CalendarDate,
  earlier: readonly CalendarDate[] = [],
): { readonly document: Document; readonly replyDays: readonly CalendarDate[] } {
  const replyDays: CalendarDate[] = [];
  const children = document.children.map((block) =>
    mapInlines(block, (inline) => {
      if (inline.type !== 'slot') return inline;
      const counted = addDays(issuedOn, inline.days);
      if (inline.slot !== 'replyDay') return { ...inline, on: counted };
      const kept = earlier[replyDays.length];
      const on = kept !== undefined && kept >= issuedOn ? kept : counted;
      replyDays.push(on);
      return { ...inline, on };
    }),
  );
  return { document: { ...document, children }, replyDays };
}

/** The slots of a paper, in reading order. */
export function slotsOf({ children }: Document): readonly Slot[] {
  const slots: Slot[] = [];
  for (const block of children) {
    mapInlines(block, (inline) => {
      if (inline.type === 'slot') slots.push(inline);
      return inline;
    });
  }
  return slots;
}

function mapInlines<B extends Block>(block: B, change: (inline: Inline) => Inline): B {
  const line = (inlines: readonly Inline[]): readonly Inline[] => inlines.map(change);
  const changed = ((): Block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, children: line(block.children) };
      case 'table': {
        const row = ({ cells }: (typeof block.rows)[number]) => ({
          cells: cells.map((cell) => ({ ...cell, lines: cell.lines.map(line) })),
        });
        return { ...block, header: block.header.map(row), rows: block.rows.map(row) };
      }
      case 'annex':
        return { ...block, children: block.children.map((each) => mapInlines(each, change)) };
      case 'figure':
      case 'attachmentNote':
      case 'pageBreak':
        return block;
    }
  })();
  // Each case gives back a block of its own type.
  return changed as B;
}
