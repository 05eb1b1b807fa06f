/** What the system refuses to be read (held by another program, no right): told with its place, and all else is told with it. */
import path from 'node:path';
import { noteOther } from '../disk/asked.ts';
import type { Disk } from '../disk/disk.ts';
import { attempted } from '../disk/failure.ts';
import { error, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';

/** Of what numbers rest on: `without`, with an error, where it cannot be read. Nothing may be issued then. */
export function readOr<T>({ root }: Disk, without: T, read: () => Result<T>): Result<T> {
  const done = attempted(read);
  if (done.refused === null) return done.value;
  const file = path.relative(root, done.file).split(path.sep).join('/');
  return noteOther({ value: without, messages: [error(fileOnly(file), 'not-read', { reason: done.refused })] });
}
