/** What must be known before yargs has read the arguments: the parser itself speaks a language, and may be what fails. */
import { diskAt } from '../disk/disk.ts';
import type { Language } from '../message/wording/language.ts';

/** The workspace as far as it can be told; `.` when it is not named. */
export function workspaceIn(args: readonly string[]): string {
  return optionIn(args, /^(?:-C|--workspace)(?:=|$)/u) ?? '.';
}

/**
 * --lang, else what the environment says (LC_*, LANG), else `language:` of office.yaml, else the system itself: a Chinese Windows sets
 * no variable.
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const given = optionIn(args, /^--lang(?:=|$)/u);
  if (given === 'zh' || given === 'en') return given;
  return languageOfLocale(localeIn(env)) ?? officeLanguage(workspaceIn(args)) ?? systemLanguage();
}

/** The value of an option, `--name value` or `--name=value`. */
function optionIn(args: readonly string[], name: RegExp): string | null {
  const at = args.findIndex((arg) => name.test(arg));
  const found = args[at];
  if (found === undefined) return null;
  return found.includes('=') ? found.slice(found.indexOf('=') + 1) : (args[at + 1] ?? null);
}

function localeIn(env: NodeJS.ProcessEnv): string {
  return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || env['LANGUAGE'] || '';
}

/** Null of what names no language: nothing, `C`, `POSIX`, `C.UTF-8`. */
function languageOfLocale(locale: string): Language | null {
  if (/^(?:C|POSIX)?(?:\.|$)/iu.test(locale)) return null;
  return /^zh/iu.test(locale) ? 'zh' : 'en';
}

/** Read without the library of the format, which would cost more than all the rest of the start; the key is of our own making. */
function officeLanguage(workspace: string): Language | null {
  try {
    const bytes = diskAt(workspace).read('inputs/office.yaml') ?? new Uint8Array();
    const found = /^(?:\uFEFF)?language:\s*["']?(zh|en)\b/mu.exec(new TextDecoder().decode(bytes))?.[1];
    return found === 'zh' || found === 'en' ? found : null;
  } catch {
    // What cannot be read is told by the command that needs it.
    return null;
  }
}

function systemLanguage(): Language {
  return languageOfLocale(Intl.DateTimeFormat().resolvedOptions().locale) ?? 'en';
}
