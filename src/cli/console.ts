/** What people see: results on stdout, messages and progress on stderr (DESIGN.md §4). */
import type { Language } from '../message/wording/language.ts';
import type { Message } from '../message/message.ts';
import { visible, wordMessage, wordText } from '../message/wording/word.ts';

export type Console = {
  readonly language: Language;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

/** What a command gives: a value for --json, lines for people, and the messages; errors among them make exit code 1. */
export type CommandOutcome = {
  readonly value: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  readonly messages: readonly Message[];
  /** What begins when all that is printed. */
  readonly after?: () => Promise<void>;
};

export function printOutcome(outcome: CommandOutcome, console: Console): void {
  if (!console.isQuiet || outcome.messages.some(({ severity }) => severity === 'error'))
    printMessages(outcome.messages, console);
  if (console.isJson) {
    const messages = outcome.messages.map((message) => messageJson(message, console.language));
    process.stdout.write(`${JSON.stringify({ ...outcome.value, messages }, null, 2)}\n`);
  } else {
    for (const line of outcome.lines.flatMap((each) => each.split('\n'))) process.stdout.write(`${visible(line)}\n`);
  }
}

export function printMessages(messages: readonly Message[], { language, isQuiet }: Console): void {
  for (const message of messages) {
    if (isQuiet && message.severity !== 'error') continue;
    process.stderr.write(`${coloured(wordMessage(message, language), message.severity)}\n`);
  }
}

/** A message as --json prints it. */
export function messageJson(message: Message, language: Language) {
  const { severity, code, place } = message;
  return { severity, code, place, text: wordText(message, language) };
}

const colours = { error: '31', warning: '33', info: '2' } as const;

/** Colour on a terminal only; NO_COLOR is obeyed (no-color.org). */
function coloured(text: string, severity: Message['severity']): string {
  const isPlain = process.stderr.isTTY !== true || (process.env['NO_COLOR'] ?? '') !== '';
  return isPlain ? text : `\u001B[${colours[severity]}m${text}\u001B[0m`;
}
