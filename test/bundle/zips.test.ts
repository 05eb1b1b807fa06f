/** The folders that are handed out: unzipped anywhere and started with nothing, they make what the repository's program makes. */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { manualPage } from '../../src/bundle/manual.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { zipNames } from '../../src/ooxml/zip.ts';
import { times } from '../long.ts';
import { bundledProgram, duban, repository, run } from '../run/program.ts';
import { copyOfDistrict, copyOfInputs, stateOf } from '../run/workspace.ts';

// In place of Node the zips have a few bytes, for which this computer's own stands in once they are unzipped; in the long form it is zipped.
// The registry's is fetched by `npm run bundle` and in the long form only (test/bundle/node.test.ts).
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const isLong = times(0, 1) === 1;
const folder = path.join(inject('runFolder'), 'zips');
const { version } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8')) as { version: string };
const zip = (platform: string, out = 'bare') => path.join(folder, out, `duban-${version}-${platform}.zip`);

/** In place of Node. */
const noNode = path.join(folder, 'no-node');
const code = path.join(folder, 'code');

async function pack(out: string, node: string, ...platforms: readonly string[]): Promise<void> {
  const dist = path.dirname(await bundledProgram());
  const to = path.join(folder, out);
  const args = [path.join(code, 'zips.js'), '--dist', dist, '--out', to, '--node', node, ...platforms];
  const { exitCode, stderr } = await run(process.execPath, args, { cwd: repository });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
}

/** With the manifest; the stamp also names the makers of faces, which lie in the repository's templates and are not handed out. */
function papersIn(built: string): Readonly<Record<string, string>> {
  const { '.stamp': _, ...papers } = stateOf(built);
  return papers;
}

beforeAll(async () => {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(noNode, 'no node\n'.repeat(1000));
  const bundler = path.join(repository, 'node_modules/.bin/rolldown');
  await run(bundler, ['src/bundle/zips.ts', '--platform', 'node', '--dir', code], { cwd: repository });
  await pack('bare', noNode, 'linux-x64', 'win-x64');
  if (isLong) await pack('out', process.execPath, 'linux-x64');
});

/** Once, in a folder with blanks and Chinese. */
function unzipped(): string {
  const place = path.join(folder, '存储 盘');
  const program = path.join(place, `duban-${version}-linux-x64`);
  if (fs.existsSync(program)) return program;
  execFileSync('unzip', ['-q', zip('linux-x64', isLong ? 'out' : 'bare'), '-d', place]);
  const node = path.join(program, 'bin/node');
  fs.accessSync(node, fs.constants.X_OK);
  if (!isLong) fs.copyFileSync(process.execPath, node);
  return program;
}

test('unzipped in a folder with blanks, without a PATH, a HOME and a Node of the computer, it builds a workspace byte for byte', async () => {
  const starter = path.join(unzipped(), '督办.sh');
  // The small district; in the long form the sample.
  const [quarter, copy] = isLong ? (['2024Q4', copyOfInputs] as const) : (['2025Q2', copyOfDistrict] as const);
  const [own, other] = [copy('unzipped workspace'), copy('unzipped-for-comparison')];
  execFileSync('/usr/bin/env', ['-i', starter, '-C', own, 'build', quarter], { cwd: '/', stdio: 'ignore' });
  expect((await duban(['build', quarter], { cwd: other })).exitCode).toBe(0);
  const papers = papersIn(path.join(own, 'out', quarter));
  expect(papers).toEqual(papersIn(path.join(other, 'out', quarter)));
  expect(Object.keys(papers).length).toBeGreaterThan(10);
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
    'app/templates/letter.hbs',
    'app/templates/fonts/FandolFang.otf',
    'app/inputs/office.yaml',
    'sample/inputs/units.csv',
  ]) {
    expect(inside).toContain(each);
  }
  expect(inside.filter((name) => name.endsWith('.node'))).toEqual([]);
});

test('the starter for Windows has lines that cmd reads in every code page: bytes below 128, CRLF, no mark at the beginning', () => {
  const starter = execFileSync('unzip', ['-p', zip('win-x64'), '*/督办.bat']).toString('latin1');
  expect(starter).toMatch(/^(?:[\u0020-\u007E]+\r\n)+$/u);
  const lines = starter.split('\r\n');
  // Every label that is jumped to is there, and cmd starts no line with a path that is not quoted.
  const labels = lines.filter((line) => line.startsWith(':')).map((line) => line.slice(1));
  const jumps = [...starter.matchAll(/goto (\w+)/gu)].map((match) => match[1] ?? '');
  expect(new Set(jumps)).toEqual(new Set(labels));
  expect(lines.filter((line) => line.includes('%~') && !/"[^"]*%~/u.test(line))).toEqual([]);
  expect(lines).toMatchInlineSnapshot(`
    [
      "@echo off",
      "setlocal",
      "set "DUBAN_FOLDER=%~dp0."",
      "set "PATH=%~dp0bin;%PATH%"",
      "if "%~1"=="" goto window",
      "if not "%~2"=="" goto typed",
      "if exist "%~1\\" goto dropped",
      ":typed",
      ""%~dp0bin\\node.exe" "%~dp0app\\dist\\cli.js" %*",
      "exit /b %errorlevel%",
      ":dropped",
      "chcp 65001 >nul",
      ""%~dp0bin\\node.exe" "%~dp0app\\dist\\cli.js" open "%~1\\." --lang zh",
      "if not "%errorlevel%"=="0" pause",
      "exit /b",
      ":window",
      "chcp 65001 >nul",
      ""%~dp0bin\\node.exe" "%~dp0app\\dist\\cli.js" open --lang zh",
      "if not "%errorlevel%"=="0" pause",
      "",
    ]
  `);
  const command = execFileSync('unzip', ['-p', zip('win-x64'), '*/bin/duban.cmd']).toString('latin1');
  expect(command).toBe('@"%~dp0node.exe" "%~dp0..\\app\\dist\\cli.js" %*\r\n');
});

test('two runs give the same bytes, and the lists of hashes fit them', async () => {
  await pack('again', noNode, 'linux-x64');
  const again = fs.readFileSync(zip('linux-x64', 'again'));
  expect(fs.readFileSync(zip('linux-x64')).equals(again)).toBe(true);
  const line = `${sha256(again)}  ${path.basename(zip('linux-x64'))}\n`;
  expect(fs.readFileSync(path.join(folder, 'bare/SHA256SUMS'), 'utf8')).toContain(line);
  expect(fs.readFileSync(path.join(folder, 'bare/SM3SUMS'), 'utf8')).toMatch(
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

/** The user without rights, on every Linux. */
const nobody = 65_534;

describe('the window of 督办.sh', () => {
  const workspace = copyOfDistrict('窗口 工作区');

  /** What the window shows when these lines are typed into it. */
  function windowed(args: readonly string[], typed: readonly string[], { uid, cwd = '/' }: Started = {}): string {
    const env = { HOME: path.join(folder, '家'), SHELL: '/bin/sh' };
    const input = [...typed, 'exit', ''].join('\n');
    const starter = path.join(unzipped(), '督办.sh');
    const { stdout, stderr, status } = spawnSync(starter, args, { cwd, env, input, encoding: 'utf8', uid, gid: uid });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  }

  // What was opened before is another test's.
  beforeEach(() => fs.rmSync(path.join(unzipped(), 'last-workspace.txt'), { force: true }));

  type Started = { readonly uid?: number; readonly cwd?: string };

  test('without a workspace it says how to make one, and a made one is the one of the next window', () => {
    const first = windowed([], ['duban init 新的 --lang zh', 'pwd'], { cwd: unzipped() });
    expect(first).toContain('下一步：建立工作区');
    expect(first).toContain('程序自带一个示例工作区');
    expect(first).toContain('下一步：放入责任分解意见');
    const second = windowed([], ['pwd', 'duban next --lang zh']);
    expect(second).toContain(`工作区：${path.join(unzipped(), '新的')}\n`);
    expect(second.match(/下一步：放入责任分解意见/gu)).toHaveLength(2);
    // A folder that is gone is no fault.
    fs.rmSync(path.join(unzipped(), '新的'), { recursive: true });
    expect(windowed([], [])).toContain('下一步：建立工作区');
  });

  test('dropped on it, a folder is opened and remembered', () => {
    const told = windowed([workspace], ['pwd']);
    expect(told).toMatch(new RegExp(`^工作区：${workspace}\\n2025Q2 下一步：生成草稿\\n`, 'u'));
    expect(told.trimEnd().endsWith(workspace)).toBe(true);
    expect(windowed([], [])).toContain(`工作区：${workspace}\n`);
  });

  test('in a folder that cannot be written, the user’s profile remembers', () => {
    const home = path.join(folder, '家');
    fs.mkdirSync(home);
    fs.chmodSync(inject('runFolder'), 0o755);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) fs.chownSync(home, nobody, nobody);
    else fs.chmodSync(unzipped(), 0o555);
    const who = isRoot ? { uid: nobody } : {};
    windowed([workspace], [], who);
    expect(fs.readFileSync(path.join(home, '.config/duban/last-workspace.txt'), 'utf8')).toBe(`${workspace}\n`);
    expect(fs.existsSync(path.join(unzipped(), 'last-workspace.txt'))).toBe(false);
    expect(windowed([], [], who)).toContain(`工作区：${workspace}\n`);
    if (!isRoot) fs.chmodSync(unzipped(), 0o755);
  });
});

test('`duban help` says where the manual lies, and needs no desktop', () => {
  const env = { PATH: '/nowhere' };
  const starter = path.join(unzipped(), '督办.sh');
  const { stdout, status } = spawnSync(starter, ['help', '--json'], { env, encoding: 'utf8' });
  expect(status).toBe(0);
  const { manual } = JSON.parse(stdout) as { readonly manual: string };
  expect(fs.readFileSync(manual, 'utf8')).toBe(fs.readFileSync(path.join(unzipped(), '使用手册.html'), 'utf8'));
});
