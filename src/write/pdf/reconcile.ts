/**
 * The finished file against the paper: every piece of the document's text must stand in the bytes, whole, once, and nothing else
 * beside what layout adds and names as such (page numbers, repeated heads and spans, 续).
 */
import { error, type Message } from '../../message/message.ts';
import type { Page, TextItem } from './page.ts';
import type { Pieces, Where } from './pieces.ts';
import { pdfText, type PageText } from './reader/pdf-text.ts';

export function reconcile(bytes: Uint8Array, pages: readonly Page[], pieces: Pieces): readonly Message[] {
  let read: readonly PageText[];
  try {
    read = pdfText(bytes);
  } catch (problem) {
    return [error(null, 'pdf-unreadable', { reason: problem instanceof Error ? problem.message : '' })];
  }
  const planned = pages.map((page) => page.items.filter((item) => item.kind === 'text'));
  const found = pieces.texts.map(() => '');
  const extra: Message[] = [];
  for (let page = 0; page < Math.max(read.length, planned.length); page++) {
    extra.push(...sortRuns(read[page]?.runs.map((run) => run.text) ?? [], planned[page] ?? [], found));
  }
  const different = pieces.texts.flatMap((text, index) => {
    const actual = found[index] ?? '';
    return isSame(text, actual) ? [] : [differs(pieces.placeOf(index), text, actual)];
  });
  return [...different, ...extra];
}

/** Adds each run of a page to the piece that layout drew there; a run that is not what was drawn is a message. */
function sortRuns(runs: readonly string[], planned: readonly TextItem[], found: string[]): readonly Message[] {
  const messages: Message[] = [];
  for (let index = 0; index < Math.max(runs.length, planned.length); index++) {
    const run = runs[index] ?? '';
    const item = planned[index];
    if (item !== undefined && item.piece !== null) found[item.piece] += run;
    else if (!isSame(item?.value ?? '', run)) messages.push(differs({ kind: 'body' }, item?.value ?? '', run));
  }
  return messages;
}

/** White space carries no meaning: lines are broken at it, and blanks at line ends fall away. */
function isSame(expected: string, found: string): boolean {
  return expected === found || words(expected) === words(found);
}

function words(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** The texts from a little before the first difference. */
function differs(where: Where, expectedText: string, foundText: string): Message {
  const [expected, found] = [words(expectedText), words(foundText)];
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  const from = Math.max(0, at - 6);
  return error(null, 'pdf-text-differs', {
    where,
    expected: expected.slice(from, from + 24),
    found: found.slice(from, from + 24),
  });
}
