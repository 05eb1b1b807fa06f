/**
 * How much a template may ask for. Wording needs a hundredth of it; more is a loop that multiplies or a file put there by mistake, and would
 * keep the computer busy for hours before anybody is told.
 */
import { error, type Message } from '../message/message.ts';
import { silent } from '../message/result.ts';

export const templateBounds = {
  /** Characters of one template file. */
  characters: 200_000,
  /** Blocks inside blocks. */
  depth: 30,
  /** Characters of a template with all its partials put in. */
  expanded: 1_000_000,
  /** Turns of all {{#each}} of one paper. */
  turns: 200_000,
  /** Characters of the HTML of one paper. */
  html: 8_000_000,
} as const;

export type Bound = keyof typeof templateBounds;

type Source = { readonly file: string; readonly text: string };

/** Before it is parsed: the parser itself takes minutes over blocks nested by the thousand. */
export function sourceBounds({ file, text }: Source): readonly Message[] {
  if (text.length > templateBounds.characters) return [tooMuch(file, 'characters', text.length)];
  const depth = deepest(text);
  return depth > templateBounds.depth ? [tooMuch(file, 'depth', depth)] : [];
}

function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [, sign] of text.matchAll(/\{\{~?([#/]|\^(?!\s*~?\}))/gu)) {
    depth += sign === '/' ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** With partials put in: ten that each call the next one ten times are ten thousand million. */
export function expandedBounds(sources: readonly Source[], nameOf: (file: string) => string): readonly Message[] {
  const byName = new Map(
    sources.filter(({ file }) => file.includes('partials/')).map((each) => [nameOf(each.file), each.text]),
  );
  const sizes = new Map<string, number>();
  const sizeOf = (text: string): number => {
    const calls = [...text.matchAll(/\{\{~?#?>\s*([\w-]+)/gu)].map(([, name = '']) => name);
    return calls.reduce((sum, name) => Math.min(Number.MAX_SAFE_INTEGER, sum + partialSize(name)), text.length);
  };
  const partialSize = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    // A partial that calls itself is told elsewhere.
    sizes.set(name, 0);
    const size = sizeOf(byName.get(name) ?? '');
    sizes.set(name, size);
    return size;
  };
  return sources.flatMap(({ file, text }) => {
    const size = sizeOf(text);
    return size > templateBounds.expanded ? [tooMuch(file, 'expanded', size)] : [];
  });
}

/** Counts the turns of one paper. */
export type Turns = { readonly start: () => void; readonly take: (turns: number) => void };

export function countTurns(): Turns {
  let left = 0;
  return {
    start: () => {
      left = templateBounds.turns;
    },
    take: (turns) => {
      left -= turns;
      if (left < 0) throw new Runaway('turns', templateBounds.turns - left);
    },
  };
}

/** Thrown out of Handlebars, which knows no other way to stop. */
export class Runaway extends Error {
  readonly bound: Bound;
  readonly found: number;
  constructor(bound: Bound, found: number) {
    super(bound);
    this.bound = bound;
    this.found = found;
  }
}

/** What `run` makes, unless it is too much. */
export function bounded(
  file: string,
  run: () => string,
): { readonly value: string; readonly messages: readonly Message[] } {
  try {
    const value = run();
    return value.length > templateBounds.html
      ? { value: '', messages: [tooMuch(file, 'html', value.length)] }
      : silent(value);
  } catch (cause) {
    if (cause instanceof Runaway) return { value: '', messages: [tooMuch(file, cause.bound, cause.found)] };
    throw cause;
  }
}

function tooMuch(file: string, bound: Bound, found: number): Message {
  return error({ file, row: null, column: null }, 'template-too-much', { bound, found, most: templateBounds[bound] });
}
