/** The bytes of a paper that goes out: rendered from its tree, or the draft as a clerk edited it with number and dates filled in. */
import type { Document } from '../document/tree.ts';
import { documentText } from '../document/text.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors, info, warning } from '../message/message.ts';
import { fileOnly, placedIn } from '../message/place.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import { docxText, fillEdited } from '../write/docx/as-edited.ts';
import type { AsEdited } from './entry.ts';
import type { IssueContext, PaperToIssue } from './issue-context.ts';
import { newFigures, textChanges } from './text-difference.ts';

export type FrozenFiles = {
  /** By ending, the leading one first; empty with an error. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly replyDays: readonly CalendarDate[];
  readonly asEdited: AsEdited | null;
};

/** `document`, `replyDays`: numbered and dated. */
export async function frozenFiles(
  context: IssueContext,
  { draft, edited }: PaperToIssue,
  { document, replyDays }: { readonly document: Document; readonly replyDays: readonly CalendarDate[] },
): Promise<Result<FrozenFiles>> {
  const { value: rendered, messages: found } = await context.render(document, draft.kind);
  const messages = placedIn(draft.path, found);
  const isMade = rendered.size > 0 && !hasErrors(messages);
  const none = { files: new Map<string, Uint8Array>(), replyDays, asEdited: null };
  if (!isMade) return { value: none, messages: withError(messages, draft.path) };
  if (edited === undefined || edited === null) return { value: { ...none, files: rendered }, messages };
  const place = fileOnly(`out/${context.period ?? context.quarter}/${draft.path}.docx`);
  const filled = fillEdited(edited, document, { place, issuedOn: context.date });
  if (filled.value === null) return { value: none, messages: [...messages, ...filled.messages] };
  const changes = textChanges(docxText(rendered.get('docx') ?? new Uint8Array()), filled.value.text);
  const figures = newFigures(changes, documentText(document));
  const told: readonly Message[] = [
    info(place, 'edited-issued', { count: changes.length, isDocxOnly: rendered.size > 1 }),
    ...(figures.length === 0 ? [] : [warning(place, 'edited-figures', { figures })]),
    ...(filled.value.replyDays.length === replyDays.length
      ? []
      : [warning(place, 'edited-reply-days', { expected: replyDays.length, found: filled.value.replyDays.length })]),
  ];
  const { bytes, replyDays: asked } = filled.value;
  const files = new Map([['docx', bytes]]);
  return { value: { files, replyDays: asked, asEdited: { changes, figures } }, messages: [...messages, ...told] };
}

function withError(messages: readonly Message[], path: string): readonly Message[] {
  return hasErrors(messages) ? messages : [...messages, error(fileOnly(path), 'not-made')];
}
