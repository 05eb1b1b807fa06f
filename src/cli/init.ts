import { diskAt } from '../disk/disk.ts';
import { newWorkspace } from '../run/init.ts';
import { command, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { rememberWorkspace } from './last-workspace.ts';
import { nextOf, stepLines } from './next.ts';

/** `init DIR`: a new empty workspace with commented office.yaml and empty registers. */
export const initCommand = command(
  (each, words) => each.positional('folder', { type: 'string', demandOption: true, describe: words.folder }),
  (globals, args) => init(globals, args.folder),
);

async function init(globals: Globals, folder: string): Promise<CommandOutcome> {
  const disk = diskAt(folder);
  const { value: files, messages } = newWorkspace(disk);
  if (files.length === 0) return { value: { folder, files }, lines: [], messages };
  rememberWorkspace(folder);
  const next = await nextOf({ disk, date: globals.date ?? null }, { ...globals, workspace: folder }, null);
  const lines = [...files.map((file) => `${folder}/${file}`), ...stepLines(next, globals.lang)];
  return { value: { folder, files, next: next.step }, lines, messages };
}
