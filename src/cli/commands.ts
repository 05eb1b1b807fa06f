/** The commands, in the order of the work. Each adds itself to the parser and hands its outcome to `run`. */
import type { AddCommand } from './command.ts';
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
