/** What no page's end may part, in every format: the lines that lead to a table, and the note below one. */
import { charactersALine } from './gbt9704.ts';
import { inlineText } from './text.ts';
import { emWidth } from './text-width.ts';
import type { Block } from './tree.ts';

/** Three lines: longer text does not only lead to what follows. */
const shortLead = 3 * charactersALine;

/** A few lines that lead to a table stay with it, and a table with the note below. */
export function belongsTo(block: Block, next: Block | undefined): boolean {
  if (block.type === 'table') return next?.type === 'paragraph' && next.style === 'note';
  return block.type === 'paragraph' && next?.type === 'table' && emWidth(inlineText(block.children)) <= shortLead;
}
