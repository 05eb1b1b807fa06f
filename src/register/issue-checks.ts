/** What must be right with the drafts before numbers are given: nobody's edits are lost. */
import { readManifest } from '../build/manifest.ts';
import type { Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import type { Draft } from './draft.ts';
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { sha256 } from '../disk/sha256.ts';

/** Drafts in out/Q that were edited by hand: an issued paper is made from the data, and would lose the edits in silence. */
export function editedDrafts(disk: Disk, quarter: Quarter, drafts: readonly Draft[]): readonly Message[] {
  const folder = `out/${quarter}`;
  const made = new Map(readManifest(disk, folder).value.files.map((file) => [file.path, file.sha256]));
  return drafts.flatMap(({ path }) => {
    const file = `${path}.docx`;
    const bytes = disk.read(`${folder}/${file}`);
    if (bytes === null || made.get(file) === sha256(bytes)) return [];
    return [error(fileOnly(`${folder}/${file}`), 'draft-edited')];
  });
}
