/**
 * Folders to unzip, one a platform: Node, the bundled program, a sample, the manual and a starter; nothing is installed, nothing fetched.
 * `npm run bundle` [platform …] writes them to out/release/, with their hashes by SHA-256 and SM3 beside them. Two runs, the same bytes.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { diskAt, type Disk } from '../disk/disk.ts';
import { writeZip } from '../ooxml/zip.ts';
import type { ZipEntry } from '../ooxml/zip-data.ts';
import { manualPage } from './manual.ts';
import { nodeFor, platforms, type NodeFiles, type Platform } from './node.ts';
import { unixCommand, unixStarter, windowsCommand, windowsStarter } from './starters.ts';

/** `--dist DIR`, `--out DIR`: where the bundle lies and where the zips go. `--node FILE`: for a trial, this file instead of the registry's Node. */
function main(args: readonly string[]): void {
  const option = (name: string, otherwise: string): string =>
    args.includes(name) ? (args[args.indexOf(name) + 1] ?? otherwise) : otherwise;
  const repository = diskAt('.');
  const dist = diskAt(option('--dist', 'dist'));
  const out = diskAt(option('--out', 'out/release'));
  const trial = option('--node', '');
  const nodeOf = (platform: Platform): NodeFiles =>
    trial === '' ? nodeFor(platform, diskAt('node_modules/.cache/duban')) : trialNode(trial);
  const wanted = platforms.filter((each) => args.includes(each));
  const { version } = JSON.parse(textOf(repository, 'package.json')) as { readonly version: string };
  const zips = (wanted.length === 0 ? platforms : wanted).map((platform) => {
    const name = `duban-${version}-${platform}`;
    const bytes = writeZip(entriesOf({ repository, dist, platform, name, node: nodeOf(platform) }));
    out.write(`${name}.zip`, bytes);
    process.stdout.write(`${path.join(out.root, `${name}.zip`)}　${(bytes.length / 1e6).toFixed(1)} MB\n`);
    return { name: `${name}.zip`, bytes };
  });
  for (const [file, algorithm] of [
    ['SHA256SUMS', 'sha256'],
    ['SM3SUMS', 'sm3'],
  ] as const) {
    const lines = zips.map(({ name, bytes }) => `${createHash(algorithm).update(bytes).digest('hex')}  ${name}\n`);
    out.write(file, encoded(lines.join('')));
  }
}

type Parts = {
  readonly repository: Disk;
  readonly dist: Disk;
  readonly platform: Platform;
  /** Of the folder. */
  readonly name: string;
  readonly node: NodeFiles;
};

function trialNode(file: string): NodeFiles {
  return { program: read(diskAt(path.dirname(file)), path.basename(file)), licence: encoded('') };
}

function entriesOf({ repository, dist, platform, name, node }: Parts): readonly ZipEntry[] {
  const isWindows = platform === 'win-x64';
  const files: readonly ZipEntry[] = [
    isWindows
      ? { name: '督办.bat', bytes: encoded(windowsStarter) }
      : { name: '督办.sh', bytes: encoded(unixStarter), isExecutable: true },
    { name: '使用手册.html', bytes: encoded(manualPage(textOf(repository, 'docs/使用手册.md'))) },
    { name: 'LICENSE', bytes: read(repository, 'LICENSE') },
    { name: 'LICENSE-Node', bytes: node.licence },
    { name: isWindows ? 'bin/node.exe' : 'bin/node', bytes: node.program, isExecutable: true },
    isWindows
      ? { name: 'bin/duban.cmd', bytes: encoded(windowsCommand) }
      : { name: 'bin/duban', bytes: encoded(unixCommand), isExecutable: true },
    ...dist
      .list('.')
      .filter(isDelivered)
      .map((file) => ({ name: `app/dist/${file}`, bytes: read(dist, file) })),
    ...shippedFiles(repository).map((file) => ({ name: `app/${file}`, bytes: read(repository, file) })),
    ...sampleFiles(repository).map((file) => ({ name: `sample/${file}`, bytes: read(repository, file) })),
  ];
  return files.map((each) => ({ ...each, name: `${name}/${each.name}` }));
}

/** Compiled code is this computer's own: each keeps its own when the program first runs there. */
function isDelivered(file: string): boolean {
  return !file.startsWith('kept/');
}

/** What the program looks for beside its code: package.json says where it lies. */
function shippedFiles(repository: Disk): readonly string[] {
  const templates = repository.list('templates').filter((file) => !/\.(?:py|sh)$/u.test(file));
  return ['package.json', 'inputs/office.yaml', ...templates];
}

function sampleFiles(repository: Disk): readonly string[] {
  return ['seeds', 'inputs'].flatMap((folder) => repository.list(folder)).filter((file) => !/(?:^|\/)\./u.test(file));
}

function read(disk: Disk, file: string): Uint8Array {
  const bytes = disk.read(file);
  if (bytes === null) throw new Error(`${path.join(disk.root, file)} is missing; run \`npm run prepare\` first`);
  return bytes;
}

function textOf(disk: Disk, file: string): string {
  return new TextDecoder().decode(read(disk, file));
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

main(process.argv.slice(2));
