/** The commands, in the order of the work. */
import type { Command } from './command.ts';

/** A command as the list of `--help` has it. Its file, and all the libraries that it brings along, is loaded only when it is asked for. */
type ListedCommand = {
  /** As it is typed; also the key of its description. */
  readonly name: string;
  /** Its positional arguments as yargs writes them. */
  readonly takes: string;
  readonly load: () => Promise<Command>;
};

/** yargs takes `help` for `--help`; as a command it has this name. */
export const manualCommand = 'manual';

export const commands = [
  { name: 'next', takes: '[quarter]', load: async () => (await import('./next.ts')).nextCommand },
  { name: 'parse', takes: '[file]', load: async () => (await import('./parse.ts')).parseCommand },
  { name: 'roster', takes: '', load: async () => (await import('./roster.ts')).rosterCommand },
  { name: 'forms', takes: '<quarter>', load: async () => (await import('./forms.ts')).formsCommand },
  { name: 'check', takes: '[quarter]', load: async () => (await import('./check.ts')).checkCommand },
  { name: 'build', takes: '<quarter>', load: async () => (await import('./build.ts')).buildCommand },
  { name: 'merge', takes: '<quarter>', load: async () => (await import('./merge.ts')).mergeCommand },
  { name: 'issue', takes: '<quarter>', load: async () => (await import('./issue.ts')).issueCommand },
  { name: 'close', takes: '<quarter>', load: async () => (await import('./quarter-acts.ts')).closeCommand },
  { name: 'reassign', takes: '', load: async () => (await import('./dated-acts.ts')).reassignCommand },
  { name: 'extend', takes: '', load: async () => (await import('./dated-acts.ts')).extendCommand },
  { name: 'task', takes: '<act>', load: async () => (await import('./dated-acts.ts')).taskCommand },
  { name: 'reissue', takes: '<quarter>', load: async () => (await import('./issue.ts')).reissueCommand },
  { name: 'correct', takes: '<quarter>', load: async () => (await import('./quarter-acts.ts')).correctCommand },
  { name: 'withdraw', takes: '<number>', load: async () => (await import('./quarter-acts.ts')).withdrawCommand },
  { name: 'archive', takes: '<quarter>', load: async () => (await import('./archive.ts')).archiveCommand },
  { name: 'verify', takes: '<path>', load: async () => (await import('./verify.ts')).verifyCommand },
  { name: 'seal', takes: '', load: async () => (await import('./quarter-acts.ts')).sealCommand },
  { name: 'reprint', takes: '<number>', load: async () => (await import('./verify.ts')).reprintCommand },
  { name: 'status', takes: '<quarter>', load: async () => (await import('./status.ts')).statusCommand },
  { name: 'due', takes: '', load: async () => (await import('./due.ts')).dueCommand },
  { name: 'trace', takes: '<file> [text]', load: async () => (await import('./trace.ts')).traceCommand },
  { name: 'templates', takes: '', load: async () => (await import('./templates.ts')).templatesCommand },
  { name: 'help', takes: '', load: async () => (await import('./help.ts')).helpCommand },
  { name: 'open', takes: '[folder]', load: async () => (await import('./open.ts')).openCommand },
  { name: 'init', takes: '<folder>', load: async () => (await import('./init.ts')).initCommand },
] as const satisfies readonly ListedCommand[];
