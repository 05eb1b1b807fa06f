/** The newest quarter that was begun: what `check` and `next` are about when none is named. */
import type { Disk } from '../disk/disk.ts';
import type { Register } from '../register/entry.ts';
import { parseQuarter, type Quarter } from '../trade/calendar.ts';

/** By its folder in inputs/ or out/, or by what is registered of it; null before anything was begun. */
export function newestQuarter(disk: Disk, { lines }: Register): Quarter | null {
  const folders = ['inputs', 'out'].flatMap((each) => disk.list(each)).map((file) => file.split('/')[1] ?? '');
  const begun = new Set([...folders.map(parseQuarter), ...lines.map(({ act }) => act.quarter)]);
  return (
    [...begun]
      .filter((quarter) => quarter !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
