import { diskAt } from '../disk.ts';
import { newWorkspace } from '../new-workspace.ts';
import type { Globals } from './command.ts';
import type { AddCommand } from './commands.ts';
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
  const next =
    globals.lang === 'zh'
      ? '把责任分解意见放入 seeds，改好 inputs 中的文件，再运行 duban check'
      : 'put the breakdown into seeds, edit inputs, then run duban check';
  return {
    value: { folder, files },
    lines: files.length === 0 ? [] : [...files.map((file) => `${folder}/${file}`), next],
    messages,
  };
}
