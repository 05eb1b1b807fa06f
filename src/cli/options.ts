/** Options that several commands have: name, type, default and words of each stand here once. `.option(...dryRunOption(words))`. */
import type { Words } from './command.ts';

/** The quarter that a command is about. */
export const quarterOption = (words: Words) => required('quarter', words.quarter);

/** The same, where the newest is meant when none is named. */
export const quarterIfAny = (words: Words) => ['quarter', { type: 'string', describe: words.quarter }] as const;

/** A quarter or a year, each command with its own words of which. */
export const periodOption = (describe: string) => required('quarter', describe);

/** The number of an issued paper. */
export const numberOption = (words: Words) => required('number', words.number);

/** Says what would be done, and writes nothing. */
export const dryRunOption = (words: Words) => flag('dry-run', words.dryRun);

/** Though the day is unusual. */
export const thatDayOption = (words: Words) => flag('yes-that-day', words.yesThatDay);

/** Papers that were edited by hand are issued as they stand. */
export const asEditedOption = (words: Words) => flag('as-edited', words.asEdited);

/** Papers that were edited by hand are made anew. */
export const overwriteOption = (words: Words) => flag('overwrite', words.overwrite);

/** Papers by kind or by path. */
export const onlyOption = (words: Words) =>
  ['only', { type: 'string', array: true, default: noText, describe: words.only }] as const;

/** The one task that an act is about. */
export const taskOption = (words: Words) => required('task', words.oneTask);

/** Since when an act holds. */
export const effectiveOption = (words: Words) => required('effective', words.effective);

/** The document on which an act rests. */
export const basisOption = (words: Words) => required('basis', words.basis);

const noText: string[] = [];

function required<const K extends string>(name: K, describe: string) {
  return [name, { type: 'string', demandOption: true, describe }] as const;
}

function flag<const K extends string>(name: K, describe: string) {
  return [name, { type: 'boolean', default: false, describe }] as const;
}
