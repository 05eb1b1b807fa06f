/** LibreOffice, which takes seconds to begin: all files of a run ask one. It has the faces that come with Duban under the names of an office computer. */
import fs from 'node:fs';
import path from 'node:path';
import { ask } from './run/ask.ts';
import { onceARun } from './run/once.ts';
import type { Ended } from './run/program.ts';
import { isInstalled } from './pdf-tools.ts';

/** Why pages cannot be laid out here, or null. */
export function missingTool(): string | null {
  const missing = ['soffice', 'pdftotext', 'pdftoppm'].find((tool) => !isInstalled(tool));
  return missing === undefined ? null : `${missing} is not installed`;
}

/** Saves the files in the folder `into`, each under its name, as what LibreOffice calls the filter `to`. Throws when one is not there afterwards. */
export async function converted(to: string, into: string, files: readonly string[]): Promise<void> {
  const home = await onceARun('office faces', async (folder) => {
    // What is open from beginning to end: without a file it would go when the first question is answered.
    fs.writeFileSync(path.join(folder, 'open.rtf'), String.raw`{\rtf1 }`);
    fs.writeFileSync(path.join(folder, 'fonts.conf'), fontsConfiguration(folder));
  });
  const { stdout, stderr } = await ask<Ended>('office', { office: home, to, into, files });
  const made = (file: string): string => path.join(into, `${path.parse(file).name}.${to.replace(/:.*/u, '')}`);
  const lacking = files.filter((file) => !fs.existsSync(made(file)));
  if (lacking.length > 0) throw new Error(`LibreOffice did not convert ${lacking.join(', ')}: ${stdout}${stderr}`);
}

/** FandolSong.otf stays away: it has no hanzi, and LibreOffice prefers it to the bold face for any 宋. */
const faces = [
  ['FandolFang.otf', '仿宋'],
  ['FandolHei.otf', '黑体'],
  ['FandolKai.otf', '楷体'],
  ['FandolSong-Bold.otf', '方正小标宋简体', '宋体'],
] as const;

function fontsConfiguration(folder: string): string {
  fs.mkdirSync(path.join(folder, 'faces'));
  for (const [file] of faces) fs.symlinkSync(path.resolve('templates/fonts', file), path.join(folder, 'faces', file));
  const edit = (name: string, mode: string, value: string): string =>
    `<edit name="${name}" mode="${mode}" binding="same">${value}</edit>`;
  const rename = ([file, family, alias]: (typeof faces)[number]): string =>
    `<match target="scan"><test name="file" compare="contains"><string>${file}</string></test>${edit('family', 'assign', `<string>${family}</string>`)}` +
    `${alias === undefined ? '' : edit('family', 'append', `<string>${alias}</string>`)}${edit('weight', 'assign', '<const>regular</const>')}` +
    `${edit('style', 'assign', '<string>Regular</string>')}</match>`;
  const latin = `<match target="pattern"><test name="family"><string>Times New Roman</string></test>${edit('family', 'assign', '<string>宋体</string>')}</match>`;
  return (
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/faces</dir><dir>/usr/share/fonts</dir>` +
    `<cachedir>${folder}/cache</cachedir>${faces.map(rename).join('')}${latin}</fontconfig>`
  );
}
