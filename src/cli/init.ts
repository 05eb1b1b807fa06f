import { diskAt } from '../disk/disk.ts';
import { newWorkspace } from '../run/init.ts';
import { resultWords } from '../message/wording/results.ts';
import { command, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

/** `init DIR`: a new empty workspace with commented office.yaml and templates. */
export const initCommand = command(
  (each, words) => each.positional('folder', { type: 'string', demandOption: true, describe: words.folder }),
  (globals, args) => init(globals, args.folder),
);

function init(globals: Globals, folder: string): CommandOutcome {
  const { value: files, messages } = newWorkspace(diskAt(folder));
  const next = resultWords[globals.lang].initialised();
  return {
    value: { folder, files },
    lines: files.length === 0 ? [] : [...files.map((file) => `${folder}/${file}`), next],
    messages,
  };
}
