/** What is done with Results: a value and its messages travel together, and no step loses either. */
import type { Message, Result } from './message.ts';

/** A value of which there is nothing to say. */
export function silent<T>(value: T): Result<T> {
  return { value, messages: [] };
}

/** No value, and why. */
export function failed(messages: readonly Message[]): Result<null> {
  return { value: null, messages };
}

/** What was noticed before stands before what the step notices. */
export function after<T>(before: readonly Message[], { value, messages }: Result<T>): Result<T> {
  return { value, messages: [...before, ...messages] };
}

/** The value made into another; what was noticed stays. */
export function mapped<T, U>({ value, messages }: Result<T>, make: (value: T) => U): Result<U> {
  return { value: make(value), messages };
}

/** Many as one: the values, and everything noticed, in their order. */
export function together<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  return { value: results.map(({ value }) => value), messages: results.flatMap(({ messages }) => messages) };
}

/** What several steps found alike is told once, where it was found first. */
export function once(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
