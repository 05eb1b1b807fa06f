/** Arguments in, and one of these exit codes: 0 all good · 1 something in the data is wrong · 2 could not run · 130, 143, 129 told to end. */
import path from 'node:path';
import type { Language } from '../message/wording/language.ts';
import { hasErrors } from '../message/message.ts';
import { wordSystemError, reasonOf } from '../message/wording/system.ts';
import { CannotRun } from './command.ts';
import { languageOf, workspaceIn } from './early.ts';
import { isWorkspaceAt, rememberWorkspace } from './last-workspace.ts';
import { parserOf, type End } from './parser.ts';
import { commandWords } from '../message/wording/commands.ts';

/**
 * How a process may be told to end, by Ctrl-C, by another program or by the window that is closed; and what a shell says of one that did. The
 * folder of out/ is then as it was before, or as it should be.
 */
const endings = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export async function main(typed: readonly string[]): Promise<number> {
  const args = withCommand(typed);
  const language = languageOf(args, process.env);
  let exitCode = 0;
  const end: End = async (outcome, { lang, json, quiet }) => {
    // The words of all messages are many, and --help needs none of them.
    const { printOutcome } = await import('./console.ts');
    printOutcome(outcome, { language: lang, isJson: json, isQuiet: quiet });
    exitCode = hasErrors(outcome.messages) ? 1 : 0;
    await outcome.after?.();
  };
  watchOutput(language);
  for (const [signal, code] of Object.entries(endings)) process.once(signal, () => process.exit(code));
  // What a library throws outside of any promise of ours.
  process.on('uncaughtException', (cause) => void fail(cause, args, language).finally(() => process.exit(2)));
  rememberWorkspace(workspaceIn(args));
  try {
    await parserOf(args, language, end).parseAsync();
    return exitCode;
  } catch (cause) {
    await fail(cause, args, language);
    return 2;
  }
}

/**
 * A workspace alone is opened. cmd cuts an argument at `,`, `;` and `=`, and Explorer quotes what is dropped only where it has a blank: the
 * starter then sees two arguments, and only here is the folder whole again.
 */
function withCommand(typed: readonly string[]): readonly string[] {
  const [folder = ''] = typed;
  const isFolder = typed.length === 1 && path.isAbsolute(folder) && isWorkspaceAt(folder);
  return isFolder ? ['open', folder, '-C', folder] : typed;
}

async function fail(cause: unknown, args: readonly string[], language: Language): Promise<void> {
  const text = explain(cause, language) ?? (await import('./fault.ts')).tellFault(cause, workspaceIn(args), language);
  process.stderr.write(`${text}\n`);
  // Who reads JSON gets JSON, whatever happened.
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ messages: [cannotRun(text)] }, null, 2)}\n`);
}

function cannotRun(text: string) {
  return { severity: 'error', code: 'cannot-run', place: null, text };
}

/** Null of what is a fault of the program. */
function explain(cause: unknown, language: Language): string | null {
  if (cause instanceof CannotRun) return cause.message;
  if (cause instanceof Error && cause.name === 'YError') return cause.message;
  return wordSystemError(cause, language);
}

/** Output that cannot be written. A reader that has seen enough (`duban … | head`) is no failure; a full device is: exit code 2. */
function watchOutput(language: Language): void {
  process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit();
    process.stderr.write(`${commandWords[language].noOutput(reasonOf(code, language))}\n`);
    process.exit(2);
  });
  // Nobody is left to be told.
  process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.exit(2);
  });
}
