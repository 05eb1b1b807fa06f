/** The office's own `templates/reference.docx`, looked at without the library that makes packages: `check` must know what `build` will say. */
import type { Disk } from '../disk/disk.ts';
import type { Message } from '../message/message.ts';
import { referenceProblems } from '../write/docx/reference.ts';

type ReferenceFile = { readonly path: string; readonly bytes: Uint8Array };

/** Null when the office has none. */
export function referenceFile(disk: Disk): ReferenceFile | null {
  const path = 'templates/reference.docx';
  const bytes = disk.read(path);
  return bytes === null ? null : { path, bytes };
}

/** Why it cannot serve; [] when it can, or when there is none. */
export function referenceFaults(disk: Disk): readonly Message[] {
  const file = referenceFile(disk);
  return file === null ? [] : referenceProblems(file);
}
