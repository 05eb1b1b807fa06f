import { spawn } from 'node:child_process';
import path from 'node:path';
import { commandWords } from '../message/wording/commands.ts';
import { diskAt } from '../disk/disk.ts';
import { programFolder } from '../workspace/program.ts';
import { command, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

/** `help`: where the manual lies; on a desktop it is opened, too. */
export const helpCommand = command(
  (each) => each,
  (globals) => help(globals),
);

/** As a page, which the bundle makes; the sources have the text. */
const manuals = ['dist/manual.html', 'docs/使用手册.md'];

function help({ lang, json, quiet }: Globals): CommandOutcome {
  const program = diskAt(programFolder);
  const file = manuals.find((each) => program.read(each) !== null) ?? '';
  const manual = path.join(programFolder, file);
  const after = json || quiet ? {} : { after: () => openPage(manual) };
  return { value: { manual }, lines: [commandWords[lang].manualLies(manual)], messages: [], ...after };
}

/** Whoever has no desktop, or no browser, has read where it lies. */
function openPage(file: string): Promise<void> {
  const opener = openerOf(process.platform, process.env);
  if (opener !== null && process.stdout.isTTY === true) {
    const child = spawn(opener, [file], { detached: true, stdio: 'ignore' });
    child.on('error', () => undefined);
    child.unref();
  }
  return Promise.resolve();
}

/** The program that opens a file as a double-click would; null where nothing is drawn. */
export function openerOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if (platform === 'win32') return 'explorer.exe';
  if (platform === 'darwin') return 'open';
  return env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined ? null : 'xdg-open';
}
