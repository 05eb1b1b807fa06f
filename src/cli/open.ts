import { spawn } from 'node:child_process';
import path from 'node:path';
import { diskAt } from '../disk/disk.ts';
import type { Language } from '../message/wording/language.ts';
import { nextWords } from '../message/wording/next.ts';
import type { Message } from '../message/message.ts';
import { command, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { isWorkspaceAt, lastWorkspace, rememberWorkspace, starterFolder } from './last-workspace.ts';
import { nextLines, nextOf } from './next.ts';

/** `open [folder]`: the window of the starters. The workspace used last, what comes next in it, and a prompt where `duban` works. */
export const openCommand = command(
  (each, words) => each.positional('folder', { type: 'string', describe: words.folder }),
  (globals, args) => open(globals, args.folder),
);

async function open(globals: Globals, given: string | undefined): Promise<CommandOutcome> {
  const folder = path.resolve(
    given ?? (isWorkspaceAt(globals.workspace) ? globals.workspace : (lastWorkspace() ?? '.')),
  );
  rememberWorkspace(folder);
  const { lang, date = null } = globals;
  // The prompt stands in the folder: commands need not name it. Which one a first workspace gets, only a dropped folder says.
  const isFirst = given === undefined && !isWorkspaceAt(folder);
  const next = await nextOf({ disk: diskAt(folder), date }, { lang, workspace: '.' }, null);
  // What is wrong in the workspace keeps no window from being opened.
  const messages = next.messages.map((message): Message => ({ ...message, severity: 'warning' }));
  const words = nextWords[lang];
  const step = next.step?.step === 'init' && !isFirst ? { ...next.step, commands: ['duban init .'] } : next.step;
  const sample = isFirst && isWorkspaceAt(path.join(starterFolder() ?? '', 'sample')) ? [words.sample()] : [];
  const lines = [words.opened(folder), ...sample, ...nextLines({ ...next, step }, lang), words.prompt()];
  const after = globals.json ? {} : { after: () => shellIn(folder, lang) };
  return { value: { folder, next: step }, lines, messages, ...after };
}

/** The user's own shell, in this window, until it is left; how its last command ended is nobody's matter. */
function shellIn(folder: string, lang: Language): Promise<void> {
  const isWindows = process.platform === 'win32';
  const shell = isWindows ? (process.env['ComSpec'] ?? 'cmd.exe') : (process.env['SHELL'] ?? '/bin/sh');
  // Ctrl-C is meant for what runs in the shell.
  process.removeAllListeners('SIGINT');
  process.on('SIGINT', () => undefined);
  // Where the computer says nothing, the commands that follow speak as the window did.
  const env = { LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8', ...process.env };
  const child = spawn(shell, isWindows ? ['/k'] : [], { cwd: folder, stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}
