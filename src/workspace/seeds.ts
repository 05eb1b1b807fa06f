/** seeds/: the one breakdown that an office works from, and the catalogue corrected by hand that takes its place. */
import { emptyReading, type Reading } from '../breakdown/assemble.ts';
import { catalogueCsv } from '../breakdown/catalogue-csv.ts';
import { readBreakdown } from '../breakdown/parse.ts';
import type { Disk } from '../disk/disk.ts';
import { remember } from '../disk/memory.ts';
import { sha256 } from '../disk/sha256.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { findUnit } from '../domain/roster.ts';
import { readRoster } from '../intake/roster.ts';
import { error, info, warning, type Message, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { isPassingFile } from '../trade/file-name.ts';

/** `parse` writes out/catalogue.csv; corrected and put here it takes the place of the document it came from. */
const correctedCatalogue = 'seeds/catalogue.csv';

/** The source document, with what was read by which rule; nothing where there are several. */
export function readSeed(disk: Disk): Result<Reading> {
  const several = severalBreakdowns(disk);
  const file = breakdownFile(disk);
  if (several.length > 0) return { value: emptyReading({ path: 'seeds', sha256: '' }), messages: several };
  const reading = readFile(disk, file);
  const messages = [...besides(disk, reading.value.catalogue), ...reading.messages];
  return { value: reading.value, messages: withoutListed(messages, disk) };
}

/** What looks like no unit and stands in the roster is one. */
function withoutListed(messages: readonly Message[], disk: Disk): readonly Message[] {
  const path = 'inputs/units.csv';
  const bytes = disk.read(path);
  if (bytes === null || !messages.some(({ code }) => code === 'odd-unit')) return messages;
  const roster = readRoster({ path, bytes }).value;
  return messages.filter((each) => each.code !== 'odd-unit' || findUnit(roster, each.data.name) === null);
}

/** The corrected catalogue, or the only document in seeds/. */
export function breakdownFile(disk: Disk): string {
  const files = documents(disk);
  return files.includes(correctedCatalogue) ? correctedCatalogue : (files[0] ?? 'seeds/');
}

/** An error that names them where seeds/ holds more than one document: the first by name is nobody's choice. */
export function severalBreakdowns(disk: Disk): readonly Message[] {
  const files = documents(disk);
  if (files.length < 2 || files.includes(correctedCatalogue)) return [];
  return [error(fileOnly('seeds'), 'several-breakdowns', { files })];
}

/** README, hidden files and what open programs leave beside a document do not count. */
function documents(disk: Disk): readonly string[] {
  return disk
    .list('seeds')
    .filter((file) => !/(?:^|\/)README/u.test(file) && !file.split('/').some((name) => isPassingFile(name)));
}

/** A corrected catalogue in force is named with its count beside the document's: it may have been made from another one. */
function besides(disk: Disk, { source, tasks }: Catalogue): readonly Message[] {
  if (source.path !== correctedCatalogue) return [];
  return documents(disk)
    .filter((file) => file !== correctedCatalogue)
    .map((document) => {
      const own = readFile(disk, document).value.catalogue.tasks;
      const ids = new Set(own.map(({ id }) => id));
      const isSame = own.length === tasks.length && tasks.every(({ id }) => ids.has(id));
      const tell = isSame ? info : warning;
      const data = { tasks: tasks.length, document, documentTasks: own.length, isSame };
      return tell(fileOnly(correctedCatalogue), 'catalogue-in-force', data);
    });
}

function readFile(disk: Disk, path: string): Result<Reading> {
  const bytes = disk.read(path) ?? new Uint8Array();
  return remember('breakdown', `${path}\n${sha256(bytes)}`, () => readBreakdown({ path, bytes }));
}

/** Whether out/catalogue.csv holds something else than what was written with out/catalogue.json: then somebody works on it. */
export function isEditedCatalogue(disk: Disk): boolean {
  const csv = disk.read('out/catalogue.csv');
  if (csv === null) return false;
  const json = disk.read('out/catalogue.json');
  const written = json === null ? null : catalogueIn(json);
  return written === null || !Buffer.from(catalogueCsv(written)).equals(csv);
}

/** The catalogue of out/catalogue.json, which leaves empty fields out; null where it is none. */
function catalogueIn(json: Uint8Array): Pick<Catalogue, 'title' | 'tasks'> | null {
  try {
    const { title, tasks } = JSON.parse(new TextDecoder().decode(json)) as Pick<Catalogue, 'title' | 'tasks'>;
    return { title, tasks: tasks.map((task) => ({ ...blank, ...task })) };
  } catch {
    return null;
  }
}

const blank = { leaders: [], target: null, standard: null };
