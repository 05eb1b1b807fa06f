/**
 * A fault of the program, told so that a clerk can mail it on: a file with versions, the kind of error and the places in the code. No
 * message of the error and no path of the computer goes into it, because either may hold what the office keeps to itself.
 */
import type { Language } from '../message/wording/language.ts';
import os from 'node:os';
import path from 'node:path';
import { diskAt } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';
import { commandWords } from '../message/wording/commands.ts';
import { programFolder, programVersion } from '../workspace/program.ts';

/** Writes the report and says where it lies; when it can be written nowhere, what it says in short. */
export function tellFault(cause: unknown, workspace: string, language: Language): string {
  const report = faultReport(cause);
  const words = commandWords[language];
  const file = written(report, workspace);
  return file === null ? words.faultInShort(report.split('\n').slice(0, 4).join(' · ')) : words.fault(file);
}

/** Of the same fault always the same text, and so the same file. */
export function faultReport(cause: unknown): string {
  const versions = `duban ${programVersion()} · node ${process.version} · ${process.platform} ${process.arch}`;
  return `${[versions, ...chain(cause)].join('\n')}\n`;
}

/** The error and what caused it, each with its places. */
function chain(cause: unknown, depth = 0): readonly string[] {
  if (!(cause instanceof Error)) return [`thrown: ${typeof cause}`];
  const code = 'code' in cause ? ` ${wordOnly(String(cause.code))}` : '';
  const below = cause.cause === undefined || depth === 5 ? [] : ['caused by', ...chain(cause.cause, depth + 1)];
  return [`${wordOnly(cause.name)}${code}`.trimEnd(), ...places(cause), ...below];
}

/** Of our own code and the libraries relative to the program; of Node by its own names. */
function places({ stack = '', message }: Error): readonly string[] {
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return frames.flatMap((frame) => {
    const [, name = '', file = '', line = ''] =
      /^\s+at (?:async )?(?:(.+) \()?(\S.*?):(\d+):\d+\)?$/u.exec(frame) ?? [];
    return line === '' ? [] : [`  ${placeOf(file)}:${line} ${wordOnly(name)}`.trimEnd()];
  });
}

function placeOf(file: string): string {
  if (file.startsWith('node:')) return file;
  const library = file.lastIndexOf('/node_modules/');
  if (library !== -1) return file.slice(library + 1);
  const inside = path.relative(programFolder, file.replace(/^file:\/\//u, ''));
  return /^\.\.|:/u.test(inside) || path.isAbsolute(inside) ? 'elsewhere' : inside.split(path.sep).join('/');
}

function wordOnly(text: string): string {
  return /^[\w.$<>[\] ]*$/u.test(text) ? text : '';
}

function written(report: string, workspace: string): string | null {
  const name = `duban-fault-${sha256(report).slice(0, 8)}.txt`;
  for (const folder of [workspace, os.tmpdir()]) {
    try {
      const disk = diskAt(path.resolve(folder));
      // Nobody looks for it in a folder that is no workspace.
      if (folder === workspace && disk.list('inputs').length === 0) continue;
      disk.write(name, new TextEncoder().encode(report));
      return path.join(disk.root, name);
    } catch {
      // The fault may be one of the disk; the next place is tried, and last of all the screen.
    }
  }
  return null;
}
