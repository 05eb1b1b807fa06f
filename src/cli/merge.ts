import { mergeParts } from '../build/merge.ts';
import { buildOutcome } from './build-outcome.ts';
import { folderOf } from './build.ts';
import { command, periodArgument, workspaceContext } from './command.ts';
import { overwriteOption, periodOption } from './options.ts';

/** `merge Q`: the parts that `build Q --shard` made, checked as a whole and put into out/Q/. */
export const mergeCommand = command(
  (each, words) => each.positional(...periodOption(words.period)).option(...overwriteOption(words)),
  (globals, { quarter, overwrite }: { readonly quarter: string; readonly overwrite: boolean }) => {
    const { disk } = workspaceContext(globals);
    const folder = folderOf(periodArgument(quarter, globals.lang));
    const { value, messages } = mergeParts({ disk, folder, overwrite });
    return buildOutcome(value, { folder, lang: globals.lang, messages });
  },
);
