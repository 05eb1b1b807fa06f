/** Reads the returns of a quarter: every file, every row, all problems at once. */
import { collectGarbage } from '../../disk/garbage.ts';
import { after, mapped, together } from '../../message/result.ts';
import { ofTheMoment } from '../../disk/memory.ts';
import type { Attachment } from '../../domain/attachment.ts';
import type { Return } from '../../domain/return.ts';
import type { Unit } from '../../domain/roster.ts';
import { error, info, warning } from '../../message/message.ts';
import type { Message, Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../../table/file.ts';
import { bounds } from '../../trade/bounds.ts';
import { cut } from '../../table/sheet.ts';
import { emptyTable } from '../../table/table.ts';
import { unitOfFile } from './file-unit.ts';
import { incomingOf, isPassing } from './incoming.ts';
import type { FileReading, ReceivedFile, ReturnsReading, ReturnsRequest } from './reading.ts';
import { indexReturns, quarterSense } from './sense.ts';
import type { SenseTerms } from './sense.ts';
import { readFile } from './read-file.ts';

/** Accepted rows become returns; every other row is rejected with a message or skipped and said. The order of `files` does not matter. */
export function readReturns(request: ReturnsRequest): Result<ReturnsReading> {
  const files = request.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (files.length > bounds.files) return tooMany(files);
  const messages: Message[] = [];
  const returns: Return[] = [];
  const readings: FileReading[] = [];
  const attachments: Attachment[] = [];
  const terms = { ...request, lastQuarter: indexReturns(request.previous) };
  for (const file of files) {
    collectGarbage();
    const one = guarded(file, terms);
    messages.push(...one.messages);
    returns.push(...one.value.returns);
    readings.push(...one.value.files);
    attachments.push(...one.value.attachments);
  }
  messages.push(...attachmentMessages(attachments, readings));
  if (request.expectations !== null) messages.push(...quarterSense(returns, request.expectations));
  return { value: { returns, files: readings, attachments }, messages };
}

function tooMany(files: readonly InputFile[]): Result<ReturnsReading> {
  const folder = files[0]?.path.replace(/\/returns\/.*$/u, '/returns') ?? '';
  const message = error(fileOnly(folder), 'too-many-files', { found: files.length, limit: bounds.files });
  return { value: { returns: [], files: [], attachments: [] }, messages: [message] };
}

/** A fault of the program's own in one file is told as that file's: the others are read all the same. */
function guarded(file: ReceivedFile, terms: SenseTerms): Result<ReturnsReading> {
  try {
    return readOne(file, terms);
  } catch (fault) {
    const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
    return ofTheMoment(unread(file, terms, error(fileOnly(file.path), 'file-failed', { fault: cut(text) })));
  }
}

function unread({ path }: InputFile, { roster }: SenseTerms, message: Message): Result<ReturnsReading> {
  const reading = { file: path, unit: unitOfFile(path, roster), table: emptyTable(path), rows: [] };
  return { value: { returns: [], files: [reading], attachments: [] }, messages: [message] };
}

/** One file of the folder: a return, several in a .zip, or a paper that goes with one. */
function readOne(file: ReceivedFile, terms: SenseTerms): Result<ReturnsReading> {
  const { refused } = file;
  if (refused !== undefined && !isPassing(file))
    return unread(file, terms, error(fileOnly(file.path), 'file-refused', { reason: refused }));
  const { value, messages } = incomingOf(file);
  const attachments = value.attachments.map((each) => ({ ...each, unit: unitOfFile(each.name, terms.roster) }));
  const read = together(value.tables.map((table) => readFile(table, unitOfFile(table.path, terms.roster), terms)));
  return after(
    messages,
    mapped(read, (files) => ({
      returns: files.flatMap(({ returns }) => returns),
      files: files.map(({ reading }) => reading),
      attachments,
    })),
  );
}

/** Each is noted; a unit that sent nothing else has not filed, and somebody must ask for the table. */
function attachmentMessages(attachments: readonly Attachment[], files: readonly FileReading[]): readonly Message[] {
  const filing = new Set<Unit | null>(files.flatMap(({ unit, rows }) => [unit, ...rows.map((row) => row.unit)]));
  const told = new Set<Unit>();
  return attachments.flatMap(({ name, unit }) => {
    const place = fileOnly(name);
    const note = info(place, 'attachment', { unit: unit?.name ?? null });
    if (unit === null || filing.has(unit) || told.has(unit)) return [note];
    told.add(unit);
    return [note, warning(place, 'attachment-without-return', { unit: unit.name })];
  });
}
