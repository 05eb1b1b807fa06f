/** The package: packed by npm, installed without a network into an empty project, it runs from its own files. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { bundledProgram, duban, repository, run, smallDistrict, type Ended } from '../run/program.ts';
import { stateOf } from '../run/workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const folder = path.join(inject('runFolder'), 'package');
const project = path.join(folder, '空 项目');
const manifest = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly files: readonly string[];
  readonly dependencies?: unknown;
};

/** npm with nothing to fall back on: an empty cache, no home, no registry. */
async function npm(args: readonly string[], cwd: string): Promise<void> {
  const env = { HOME: path.join(folder, '家'), npm_config_cache: path.join(folder, 'cache') };
  const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { exitCode, stderr } = await run('npm', [...args, ...options], { cwd, env });
  if (exitCode !== 0) throw new Error(stderr);
}

/** As `npm ci` leaves the repository, with more in it than is handed out. */
async function source(): Promise<string> {
  const root = path.join(folder, 'source');
  const taken = ['package.json', 'README.md', 'README.zh-CN.md', 'LICENSE', 'docs', 'inputs', 'seeds', 'templates'];
  for (const each of taken) fs.cpSync(path.join(repository, each), path.join(root, each), { recursive: true });
  fs.cpSync(path.dirname(await bundledProgram()), path.join(root, 'dist'), { recursive: true });
  return root;
}

beforeAll(async () => {
  const root = await source();
  await npm(['pack', '--pack-destination', folder], root);
  fs.mkdirSync(project);
  fs.writeFileSync(path.join(project, 'package.json'), '{ "private": true }\n');
  await npm(['install', path.join(folder, `duban-${manifest.version}.tgz`)], project);
});

/** West of Greenwich, without a language. */
const env = { TZ: 'America/St_Johns', LC_ALL: 'C' };

const installed = (args: readonly string[], cwd: string): Promise<Ended> =>
  run(path.join(project, 'node_modules/.bin/duban'), args, { cwd, env });

test('it needs no other package, and brings what package.json lists and nothing else', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(fs.readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['duban']);
  const files = Object.keys(stateOf(path.join(project, 'node_modules/duban')));
  const listed = [...manifest.files.filter((each) => !each.startsWith('!')), 'package.json', 'README.md', 'LICENSE'];
  expect(files.filter((file) => !listed.some((each) => `${file}/`.startsWith(`${each}/`)))).toEqual([]);
  expect(listed.filter((each) => !files.some((file) => `${file}/`.startsWith(`${each}/`)))).toEqual([]);
});

test('it says its version, checks a workspace and builds it byte for byte as the repository does', async () => {
  expect((await installed(['--version'], project)).stdout).toBe(`${manifest.version}\n`);
  const [own, other] = ['own', 'other'].map((name) => {
    const workspace = path.join(folder, name);
    for (const each of ['inputs', 'seeds'])
      fs.cpSync(path.join(smallDistrict, each), path.join(workspace, each), { recursive: true });
    return workspace;
  });
  if (own === undefined || other === undefined) throw new Error('two workspaces');
  const checked = await installed(['check', '2025Q2', '--lang', 'zh'], own);
  expect(checked).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('可以生成公文') as string });
  expect(await installed(['build', '2025Q2', '--quiet', '--jobs', '2'], own)).toMatchObject({
    exitCode: 0,
    stderr: '',
  });
  await duban(['build', '2025Q2', '--quiet'], { cwd: other });
  const papersIn = (workspace: string) => {
    const { '.stamp': _, ...papers } = stateOf(path.join(workspace, 'out/2025Q2'));
    return Object.fromEntries(Object.entries(papers).filter(([file]) => file !== '.check'));
  };
  expect(papersIn(own)).toEqual(papersIn(other));
  expect(Object.keys(papersIn(own)).length).toBeGreaterThan(10);
});

test('no library in the bundle has a part that is compiled for one system, or runs anything when it is installed', async () => {
  const dist = path.dirname(await bundledProgram());
  const notices = fs.readFileSync(path.join(dist, 'LICENSES.txt'), 'utf8');
  const names = [...notices.matchAll(/^(?<name>(?:@[\w.-]+\/)?[\w.-]+) (?<version>\d[\w.-]*), licence: /gmu)];
  const bundled = new Set(names.map((match) => match.groups?.['name'] ?? ''));
  expect(bundled).toContain('fontkit');
  const { packages } = JSON.parse(fs.readFileSync(path.join(repository, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
  };
  const own = Object.entries(packages).filter(([place]) => bundled.has(place.replace(/^.*node_modules\//u, '')));
  expect(own.length).toBeGreaterThanOrEqual(bundled.size);
  expect(own.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  const compiled = own.flatMap(([place]) => nativeIn(path.join(repository, place)));
  expect([...compiled, ...nativeIn(dist)]).toEqual([]);
  // The test can fail: the bundler itself is such a package, and no part of the bundle.
  expect(nativeIn(path.join(repository, 'node_modules/@rolldown'))).not.toEqual([]);
});

function nativeIn(place: string): readonly string[] {
  const files = fs.readdirSync(place, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /(?:\.node|\.so|\.dll|\.dylib|(?:^|[/\\])binding\.gyp)$/u.test(file));
}
