/** Node from the registry: its bytes are those that were recorded, or nothing is packed. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { nodeFor, platforms } from '../../src/bundle/node.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { memoryDisk } from '../memory-disk.ts';
import { repository } from '../run/program.ts';

// In the long run Node for three systems is fetched: 125 MB.
vi.setConfig({ testTimeout: 600_000 });

const folder = path.join(repository, 'node_modules/.cache/duban');
const isLong = (process.env['DUBAN_LONG'] ?? '') !== '';
const cached = (platform: string): boolean =>
  fs.existsSync(folder) && fs.readdirSync(folder).some((file) => file.startsWith(`node-${platform}-`));

// The package for Windows has its licence from that for Linux.
test.each(platforms.filter((each) => isLong || (cached(each) && cached('linux-x64'))))(
  'the package for %s has the recorded bytes, a program and a licence',
  (platform) => {
    const { program, licence } = nodeFor(platform, diskAt(folder));
    expect(program.length).toBeGreaterThan(50_000_000);
    expect(new TextDecoder().decode(licence)).toContain('Node.js is licensed');
  },
);

test.each(platforms)('other bytes for %s are refused and thrown away', (platform) => {
  const disk = memoryDisk();
  const read = (file: string): Uint8Array | null => {
    if (/^node-[\w-]+-\d+\.\d+\.\d+\.tgz$/u.test(file) && disk.list('').length === 0)
      disk.write(file, Buffer.from('x'));
    return disk.read(file);
  };
  expect(() => nodeFor(platform, { ...disk, read })).toThrow(/has other bytes than were recorded/u);
  expect(disk.list('')).toEqual([]);
});
