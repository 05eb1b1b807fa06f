/** Templates of the workspace against those that come with the program: which ones the office has changed, and how. */
import path from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { error, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { textChanges, type TextChange } from '../register/text-difference.ts';
import { decodeText } from '../table/decode.ts';
import { nearestNames } from '../trade/nearest.ts';
import { programFolder } from '../workspace/program.ts';
import { listShipped, readShipped } from '../workspace/shipped.ts';

/** shipped: the program's own is in force · same: a copy of it lies in the workspace · changed · own: the program has none of that name */
export type ComparedTemplate = {
  readonly file: string;
  readonly standing: 'shipped' | 'same' | 'changed' | 'own';
  /** Lines as the program has them and as they stand in the workspace. */
  readonly changes: readonly TextChange[];
};

const folder = 'templates';
const isTemplate = (file: string): boolean => file.endsWith('.hbs');

export function compareTemplates(disk: Disk): Result<readonly ComparedTemplate[]> {
  const known = listShipped(folder).filter(isTemplate);
  // The program's own folder is a workspace, too: its sample.
  const isProgram = path.resolve(disk.root) === path.resolve(programFolder);
  const messages: Message[] = [];
  const linesOf = (bytes: Uint8Array, file: string): readonly string[] => {
    const decoded = decodeText(bytes, file);
    messages.push(...decoded.messages);
    return decoded.value.text.split(/\r?\n/u);
  };
  const value = [...new Set([...known, ...disk.list(folder).filter(isTemplate)])].toSorted().map((file) => {
    const bytes = isProgram ? null : disk.read(file);
    if (bytes === null) return { file, standing: 'shipped', changes: [] } as const;
    if (!known.includes(file)) return { file, standing: 'own', changes: [] } as const;
    const changes = textChanges(linesOf(readShipped(file), file), linesOf(bytes, file));
    return { file, standing: changes.length === 0 ? 'same' : 'changed', changes } as const;
  });
  return { value, messages };
}

/** A copy of the program's own to be changed; the file made, null with an error. */
export function takeTemplate(disk: Disk, written: string): Result<string | null> {
  const name = `${written.replace(/^templates\//u, '').replace(/\.hbs$/u, '')}.hbs`;
  const file = `${folder}/${name}`;
  const known = listShipped(folder).filter(isTemplate);
  if (!known.includes(file)) {
    const names = known.map((each) => each.slice(folder.length + 1));
    return {
      value: null,
      messages: [error(null, 'template-unknown', { name, nearest: nearestNames(name, names, 3) })],
    };
  }
  if (disk.writeNew(file, readShipped(file))) return { value: file, messages: [] };
  return { value: null, messages: [error(fileOnly(file), 'template-taken')] };
}
