/** One paper frozen: numbered, dated, rendered once and for all; its files and its record staged. */
import { formatDocumentNumber } from '../document/official-text.ts';
import { withReplyDays } from '../document/slots.ts';
import type { Result } from '../message/message.ts';
import { frozenFiles } from './frozen-files.ts';
import type { HashedFile, IssueAct } from './act.ts';
import type { IssuedRecord, Register } from './entry.ts';
import type { IssueContext, Paper } from './issue-context.ts';
import type { Staging } from './journal.ts';
import type { Numbered } from './numbering.ts';
import { kindName } from '../trade/paper-kinds.ts';
import { numberedDocument } from './numbering.ts';
import { annexFolder, issueOf, pathOf, printRecord, recordPath } from './record.ts';

/** The act of its issue; null when it could not be rendered. */
export async function freeze(
  context: IssueContext,
  { staging, register }: { readonly staging: Staging; readonly register: Register },
  { item: paper, number: given, ordinal }: Numbered<Paper>,
): Promise<Result<IssueAct | null>> {
  const { draft } = paper;
  const earlier = paper.replaces === null ? [] : (register.records.get(paper.replaces)?.replyDays ?? []);
  const numbered = numberedDocument(draft.document, given, context.date);
  const dated = withReplyDays(numbered, context.date, earlier);
  const { value: frozen, messages } = await frozenFiles(context, paper, dated);
  if (frozen.files.size === 0) return { value: null, messages };
  const add = (path: string, bytes: Uint8Array): HashedFile => ({ path, sha256: staging.add(path, bytes) });
  const base = pathOf(given, draft);
  // What goes to all with tables goes with all of them: the 通报.
  const annexes = draft.kind === 'report' ? (context.annexes ?? []) : [];
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
    replyDays: frozen.replyDays,
    files: [...frozen.files].map(([ending, bytes]) => add(`${base}.${ending}`, bytes)),
    annexes: annexes.map(({ path, bytes }) => add(`${annexFolder(given)}/${path}`, bytes)),
    writer: context.writer,
    replaces: paper.replaces,
    reason: paper.reason,
    changes: paper.changes,
    facts: paper.facts,
    asEdited: frozen.asEdited,
    document: dated.document,
  };
  return { value: issueOf(record, add(recordPath(given), printRecord(record))), messages };
}
