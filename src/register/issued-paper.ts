import type { Disk } from '../disk/disk.ts';
import { issuedFolder, type RegisterEntry } from './entry.ts';
import { readRegister } from './read-register.ts';

/** The register's row of a file in out/issued, in whatever format it was issued and from wherever it is named; null for other files. */
export function issuedPaper(disk: Disk, file: string): RegisterEntry | null {
  const path = file.replaceAll('\\', '/');
  const start = path.indexOf(`${issuedFolder}/`);
  if (start === -1) return null;
  const wanted = withoutEnding(path.slice(start));
  return readRegister(disk).value.entries.find((entry) => withoutEnding(entry.file.path) === wanted) ?? null;
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]*$/u, '');
}
