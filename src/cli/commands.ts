/** The commands, in the order of the work. Each adds itself to the parser and hands its outcome to `run`. */
import type { Argv } from 'yargs';
import type { commandWords } from '../wording/commands.ts';
import type { Globals } from './command.ts';
import type { Outcome } from './console.ts';
import { archiveCommand } from './archive.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { issueCommand, reissueCommand } from './issue.ts';
import { formsCommand } from './forms.ts';
import { initCommand } from './init.ts';
import { parseCommand } from './parse.ts';
import { reassignCommand } from './reassign.ts';
import { statusCommand } from './status.ts';
import { traceCommand } from './trace.ts';
import { reprintCommand, verifyCommand } from './verify.ts';

export type Words = (typeof commandWords)['zh' | 'en'];
export type Run = (globals: Globals, command: (globals: Globals) => Promise<Outcome>) => Promise<void>;
export type AddCommand = (parser: Argv<Globals>, words: Words, run: Run) => Argv<Globals>;

export const commands: readonly AddCommand[] = [
  parseCommand,
  formsCommand,
  checkCommand,
  buildCommand,
  issueCommand,
  reassignCommand,
  reissueCommand,
  archiveCommand,
  verifyCommand,
  reprintCommand,
  statusCommand,
  traceCommand,
  initCommand,
];
