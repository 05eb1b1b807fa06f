import { diskAt } from '../disk/disk.ts';
import { newWorkspace } from '../run/init.ts';
import { resultWords } from '../message/wording/results.ts';
import type { Globals, AddCommand } from './command.ts';
import type { Outcome } from './console.ts';

/** `init DIR`: a new empty workspace with commented office.yaml and templates. */
export const initCommand: AddCommand = (parser, words, run) =>
  parser.command(
    'init <folder>',
    words.init,
    (each) => each.positional('folder', { type: 'string', demandOption: true, describe: words.folder }),
    (args) => run(args, (globals) => Promise.resolve(init(globals, args.folder))),
  );

function init(globals: Globals, folder: string): Outcome {
  const { value: files, messages } = newWorkspace(diskAt(folder));
  const next = resultWords[globals.lang].initialised();
  return {
    value: { folder, files },
    lines: files.length === 0 ? [] : [...files.map((file) => `${folder}/${file}`), next],
    messages,
  };
}
