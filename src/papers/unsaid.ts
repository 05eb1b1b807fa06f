/** What the office wrote to be said, and no paper says: a unit without a letter, a template of the office's own that leaves remarks out. */
import { documentText } from '../document/text.ts';
import type { Remark } from '../domain/remark.ts';
import { error, warning, type Message } from '../message/message.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { MadePaper } from './made.ts';

export function unsaidRemarks(
  papers: readonly MadePaper[],
  { remarks, quarter }: { readonly remarks: readonly Remark[]; readonly quarter: Quarter },
): readonly Message[] {
  return remarks.flatMap(({ unit, text, place }) => {
    const letter = papers.find(({ kind, addressee }) => kind === 'letter' && addressee?.code === unit.code);
    if (letter === undefined) return [warning(place, 'remark-without-letter', { unit: unit.name, quarter })];
    const said = withoutBlanks(documentText(letter.document).join(''));
    return said.includes(withoutBlanks(text)) ? [] : [error(place, 'remark-unsaid', { unit: unit.name })];
  });
}

/** Lines of a cell are paragraphs of the letter. */
function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
