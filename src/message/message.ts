/**
 * Messages: what went wrong, or was repaired, as data with a place. They travel beside the values from `parse` on
 * and are put into words once, in `src/message/wording/` (DESIGN.md §2; the manner of pandoc's LogMessage and publint's Message).
 */
import type { wordings } from './wording/wordings.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Where a thing stands. `row` and `column` count from 1, as Excel and editors show them; null where there is none. */
export type Place = {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly row: number | null;
  readonly column: number | null;
  /** Last row of the thing, when it spans several. */
  readonly endRow?: number;
};

type Wordings = typeof wordings;
export type Code = keyof Wordings;

/** What a message of one code carries: the argument of its wording; nothing when the wording takes none. */
export type DataOf<C extends Code> = Parameters<Wordings[C]['zh']>[0];

type DataArgument<C extends Code> = Parameters<Wordings[C]['zh']> extends [] ? [data?: undefined] : [data: DataOf<C>];

/** A code with the data its wording needs; a closed union over all tables in `src/message/wording/`. */
export type Problem = { [C in Code]: { readonly code: C; readonly data: DataOf<C> } }[Code];

export type Message = { readonly severity: Severity; readonly place: Place | null } & Problem;

/** A value and what was noticed on the way to it; with an error among the messages, the value is only good for further checking. */
export type Result<T> = { readonly value: T; readonly messages: readonly Message[] };

export function error<C extends Code>(place: Place | null, code: C, ...[data]: DataArgument<C>): Message {
  return message('error', place, { code, data });
}

export function warning<C extends Code>(place: Place | null, code: C, ...[data]: DataArgument<C>): Message {
  return message('warning', place, { code, data });
}

export function info<C extends Code>(place: Place | null, code: C, ...[data]: DataArgument<C>): Message {
  return message('info', place, { code, data });
}

function message<C extends Code>(
  severity: Severity,
  place: Place | null,
  problem: { code: C; data: DataOf<C> | undefined },
): Message {
  // The union of all codes cannot be narrowed by a type parameter; code and data belong together by the signatures above.
  return { severity, place, ...problem } as unknown as Message;
}

export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some((each) => each.severity === 'error');
}

export function errorsOf(messages: readonly Message[]): readonly Message[] {
  return messages.filter((each) => each.severity === 'error');
}
