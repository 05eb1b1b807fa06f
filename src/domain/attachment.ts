/** Attachment 佐证材料: a paper that came with a return and is no table: a scan, a picture, a Word file, a .zip without a table. */
import type { Unit } from './roster.ts';

export type Attachment = {
  /** The file on the disk; a .zip when it lies in one. */
  readonly file: string;
  /** As it is told: behind the name of its .zip, as in a folder. */
  readonly name: string;
  /** The unit that its name or its folder's name names. */
  readonly unit: Unit | null;
  /** Of the file on the disk, when the quarter was closed; without it the quarter is open. */
  readonly proof?: { readonly size: number; readonly sha256: string };
};
