/** The small district in memory, for tests that change it step by step. */
import fs from 'node:fs';
import path from 'node:path';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';
import { smallDistrict } from './program.ts';

export function districtInMemory(): MemoryDisk {
  const disk = memoryDisk();
  for (const folder of ['inputs', 'seeds'])
    for (const name of fs.readdirSync(path.join(smallDistrict, folder), { recursive: true, encoding: 'utf8' })) {
      const full = path.join(smallDistrict, folder, name);
      if (fs.statSync(full).isFile()) disk.write(`${folder}/${name.replaceAll('\\', '/')}`, fs.readFileSync(full));
    }
  return disk;
}
