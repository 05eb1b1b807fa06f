/** One paper frozen: numbered, dated, rendered once and for all; its files and its record staged. */
import { formatDocumentNumber } from '../document/official-text.ts';
import { withReplyDays } from '../document/slots.ts';
import type { Result } from '../message/message.ts';
import { frozenFiles } from './frozen-files.ts';
import type { HashedFile } from '../disk/sha256.ts';
import type { AnnexFile, IssueAct } from './act.ts';
import type { Draft } from './draft.ts';
import type { IssuedRecord, Register } from './entry.ts';
import type { IssueContext, PaperToIssue } from './issue-context.ts';
import type { Staging } from './journal.ts';
import type { Numbered } from './numbering.ts';
import { kindName } from '../trade/paper-kinds.ts';
import { numberedDocument } from './numbering.ts';
import { annexFolder, issueOf, pathOf, printRecord, recordPath } from './record.ts';

/** The act of its issue; null when it could not be rendered. */
export async function freeze(
  context: IssueContext,
  { staging, register }: { readonly staging: Staging; readonly register: Register },
  numbered: Numbered<PaperToIssue>,
): Promise<Result<IssueAct | null>> {
  const { item: paper, number: given, ordinal } = numbered;
  const { draft } = paper;
  const dated = filledIn(numbered, context, register);
  const { value: frozen, messages } = await frozenFiles(context, paper, dated);
  if (frozen.files.size === 0) return { value: null, messages };
  const add = (path: string, bytes: Uint8Array): HashedFile => ({ path, sha256: staging.add(path, bytes) });
  const base = pathOf(given, draft);
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
    annexes: annexesFor(draft, context).map(({ path, bytes, title = path, use = 'annex' }): AnnexFile => ({
      ...add(`${annexFolder(given)}/${path}`, bytes),
      title,
      use,
    })),
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

/** Number, date and days of reply; a paper that replaces another keeps the days that one asked for. */
function filledIn(
  { item: { draft, replaces }, number }: Numbered<PaperToIssue>,
  { date }: IssueContext,
  register: Register,
) {
  const earlier = replaces === null ? [] : (register.records.get(replaces)?.replyDays ?? []);
  return withReplyDays(numberedDocument(draft.document, number, date), date, earlier);
}

/** What goes to all with tables goes with all of them: the 通报. */
function annexesFor({ kind }: Draft, { annexes }: IssueContext): NonNullable<IssueContext['annexes']> {
  return kind === 'report' ? (annexes ?? []) : [];
}
