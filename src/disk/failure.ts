/** What the system refuses, as it reaches the rest of the program: an error with a code and the file that was meant. */

/** Node names no file when a write, a sync or a close fails, and the temporary file when a rename does. */
export function about<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (cause) {
    if (cause instanceof Error && codeOf(cause) !== '') Object.assign(cause, { path: file, dest: undefined });
    throw cause;
  }
}

/** The same of what ends later. */
export async function aboutLater<T>(file: string, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (cause) {
    return about(file, () => {
      throw cause;
    });
  }
}

/** `ENOSPC`; '' of what is no error of the system. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** A path that was read from a file or typed, and leads out of the folder it belongs in. */
export function outside(file: string): Error {
  return Object.assign(new Error(`${file} is outside the workspace`), { code: 'EOUTSIDE', path: file });
}

type Attempted<T> = { readonly value: T; readonly refused: null } | { readonly refused: string; readonly file: string };

/**
 * What a step answers; or the code of what the system refuses in it, and the full path of the file. Only that is the clerk's matter: anything
 * else is a bug of ours.
 */
export function attempted<T>(step: () => T): Attempted<T> {
  try {
    return { value: step(), refused: null };
  } catch (cause) {
    const code = codeOf(cause);
    const file = cause instanceof Error && 'path' in cause ? String(cause.path) : '';
    if (/^E[A-Z\d]+$/u.test(code)) return { refused: code, file };
    throw cause;
  }
}
