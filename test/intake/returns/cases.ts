/** A return of 县税务局 in the small district, read in its whole workspace: what is said of it, and what the ledger then holds. */
import { readFileSync } from 'node:fs';
import { diskAt } from '../../../src/disk/disk.ts';
import type { Quarter } from '../../../src/trade/calendar.ts';
import { wordMessage } from '../../../src/message/wording/word.ts';
import { ownDays, standingOf } from '../../../src/run/standing.ts';
import { memoryDisk, type MemoryDisk } from '../../memory-disk.ts';

const quarter = '2025Q2' as Quarter;
const folder = 'inputs/2025Q2/returns/';
const fixtures = new URL('../../fixtures/returns/', import.meta.url);

/** The bytes of a file in test/fixtures/returns. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(name, fixtures));
}

/** The small district without the tax office's return of the second quarter. */
export function district(): MemoryDisk {
  const real = diskAt(new URL('../../fixtures/small-district', import.meta.url).pathname);
  const disk = memoryDisk();
  for (const file of real.list('.')) disk.files.set(file, real.read(file) ?? new Uint8Array());
  disk.files.delete(`${folder}县税务局.csv`);
  return disk;
}

export type Told = {
  /** Messages about files of the tax office, notes left out, without the folder. */
  readonly said: readonly string[];
  readonly notes: readonly string[];
  /** What the ledger holds of the tax office: task, percent and progress of the return that counts. */
  readonly entries: readonly (readonly [string, number | null, string])[];
  /** Whether papers could be made. */
  readonly isGood: boolean;
};

/** Reads the quarter with these files in place of the tax office's own. */
export function told(files: Readonly<Record<string, string | Uint8Array>>): Told {
  const disk = district();
  for (const [name, content] of Object.entries(files))
    disk.files.set(`${folder}${name}`, typeof content === 'string' ? Buffer.from(content) : content);
  const { value, inputs, messages } = standingOf(disk, quarter, ownDays);
  const own = messages.filter(({ place }) => place?.file.includes('税务局') === true);
  const worded = (isNote: boolean): readonly string[] =>
    own
      .filter(({ severity }) => (severity === 'info') === isNote)
      .map((message) => wordMessage(message, 'zh').replaceAll(folder, ''));
  const returns = inputs?.reading.returns.filter(({ unit }) => unit.name === '县税务局') ?? [];
  const counted = value?.ledger.entries
    .filter(({ unit }) => unit.name === '县税务局')
    .flatMap(({ latest }) => latest ?? []);
  const entries = (counted ?? returns).map((each) => [each.taskId, each.percent, each.progress] as const);
  return { said: worded(false), notes: worded(true), entries, isGood: value !== null };
}
