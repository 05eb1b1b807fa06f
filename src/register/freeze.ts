/** One paper frozen: numbered, dated, rendered once and for all; its files and its record staged. */
import { formatDocumentNumber } from '../document/official-text.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors } from '../message/message.ts';
import { fileOnly, placedIn } from '../message/place.ts';
import type { HashedFile, IssueAct } from './act.ts';
import type { IssuedRecord } from './entry.ts';
import type { IssueContext, Paper } from './issue-context.ts';
import type { Staging } from './journal.ts';
import type { Numbered } from './numbering.ts';
import { kindName } from '../trade/paper-kinds.ts';
import { numberedDocument } from './numbering.ts';
import { issueOf, pathOf, printRecord, recordPath } from './record.ts';

/** The act of its issue; null when it could not be rendered. */
export async function freeze(
  context: IssueContext,
  staging: Staging,
  { item: paper, number: given, ordinal }: Numbered<Paper>,
): Promise<Result<IssueAct | null>> {
  const { draft } = paper;
  const document = numberedDocument(draft.document, given, context.date);
  const { value: rendered, messages: found } = await context.render(document, draft.kind);
  const messages = placedIn(draft.path, found);
  if (rendered.size === 0 || hasErrors(messages)) return { value: null, messages: withError(messages, draft.path) };
  const base = pathOf(given, draft);
  const files = [...rendered].map(([ending, bytes]): HashedFile => {
    const path = `${base}.${ending}`;
    return { path, sha256: staging.add(path, bytes) };
  });
  const record: IssuedRecord = {
    version: 2,
    ordinal,
    number: formatDocumentNumber(given),
    documentNumber: given,
    kind: draft.kind,
    kindName: kindName(draft.kind),
    quarter: context.quarter,
    revision: paper.revision,
    issuedOn: context.date,
    addressee: draft.addressee,
    files,
    writer: context.writer,
    replaces: paper.replaces,
    reason: paper.reason,
    changes: paper.changes,
    facts: paper.facts,
    document,
  };
  const path = recordPath(given);
  const kept = { path, sha256: staging.add(path, printRecord(record)) };
  return { value: issueOf(record, kept), messages };
}

function withError(messages: readonly Message[], path: string): readonly Message[] {
  return hasErrors(messages) ? messages : [...messages, error(fileOnly(path), 'not-made')];
}
