/** Names of bags: `X001-2024Q3-01`, then -02 for the bag that replaces it. */
import type { Disk } from '../disk/disk.ts';
import { safeName } from '../trade/file-name.ts';
import type { ArchivedBag } from './archive-log.ts';

export const archiveFolder = 'out/archive';

export type BagNames = { readonly name: string; readonly previous: string | null };

/** What the bags of a quarter have in common. */
export function bagBase(fondsCode: string, quarter: string): string {
  return `${safeName(fondsCode)}-${quarter}`;
}

/** Counts the bags of the log and those that lie in out/archive: a run may have been killed between the two. */
export function nextBag(disk: Disk, base: string, log: readonly ArchivedBag[]): BagNames {
  const lying = disk.list(archiveFolder).map((file) => file.slice(archiveFolder.length + 1).split('/')[0] ?? '');
  const numbers = [...log.map(({ bag }) => bag), ...lying].flatMap((name) => {
    const count = name.startsWith(`${base}-`) ? /^\d{2,}$/u.exec(name.slice(base.length + 1)) : null;
    return count === null ? [] : [Number(count[0])];
  });
  const last = Math.max(0, ...numbers);
  return { name: bagName(base, last + 1), previous: last === 0 ? null : bagName(base, last) };
}

function bagName(base: string, count: number): string {
  return `${base}-${String(count).padStart(2, '0')}`;
}
