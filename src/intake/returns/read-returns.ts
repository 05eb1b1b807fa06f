/** Reads the returns of a quarter: every file, every row, all problems at once. */
import type { Return } from '../../domain/return.ts';
import { error, info } from '../../message/message.ts';
import type { Message, Result } from '../../message/message.ts';
import { fileOnly } from '../../message/place.ts';
import type { InputFile } from '../../table/file.ts';
import { cut } from '../../table/sheet.ts';
import { emptyTable } from '../../table/table.ts';
import { unitOfFile } from './file-unit.ts';
import type { ReturnsRequest } from './request.ts';
import { quarterSense } from './sense-quarter.ts';
import { readFile } from './read-file.ts';
import type { FileReading, ReturnsReading } from './reading.ts';

/** Accepted rows become returns; every other row is rejected with a message or skipped and said. The order of `files` does not matter. */
export function readReturns(request: ReturnsRequest): Result<ReturnsReading> {
  const files = request.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const messages: Message[] = [];
  const returns: Return[] = [];
  const readings: FileReading[] = [];
  for (const file of files) {
    const set = setAside(file.path);
    if (set !== null) {
      messages.push(set);
      continue;
    }
    const reading = guarded(file, request);
    messages.push(...reading.messages);
    returns.push(...reading.value.returns);
    readings.push(reading.value.reading);
  }
  if (request.expectations !== null) messages.push(...quarterSense(returns, request.expectations));
  return { value: { returns, files: readings }, messages };
}

/** A fault of the program's own in one file is told as that file's: the others are read all the same. */
function guarded(file: InputFile, request: ReturnsRequest): ReturnType<typeof readFile> {
  try {
    return readFile(file, request);
  } catch (fault) {
    const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
    const reading = {
      file: file.path,
      unit: unitOfFile(file.path, request.roster),
      table: emptyTable(file.path),
      rows: [],
    };
    return {
      value: { returns: [], reading },
      messages: [error(fileOnly(file.path), 'file-failed', { fault: cut(text) })],
    };
  }
}

/** What lies in the folder and is no return: lock files of an open Excel, thumbnails; anything else that is no table is an error. */
function setAside(path: string): Message | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const place = { file: path, row: null, column: null };
  if (/^(?:~\$|\.|Thumbs\.db$|desktop\.ini$)/u.test(name)) return info(place, 'file-ignored', undefined);
  return /\.(?:csv|txt|tsv|xlsx|xlsm|xls|et)$/iu.test(name) ? null : error(place, 'file-of-other-kind', undefined);
}
