/**
 * What lies where in inputs/ and templates/, and what lies there under a name that nobody reads. On Windows and a Mac `Closures.csv` is
 * closures.csv; elsewhere it is another file, and a quarter without its returns would be taken for a quarter in which nobody reported.
 */
import type { Disk } from '../disk/disk.ts';
import { error, info, warning, type Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { endingOf } from '../trade/file-name.ts';
import { nearestNames } from '../trade/nearest.ts';
import { listShipped } from './shipped.ts';
import { officeTables, quarterTables } from './tables.ts';

const ofOffice = ['office.yaml', ...Object.keys(officeTables)];
const ofQuarter = Object.keys(quarterTables);
const ofYear = ['integrity-reports.csv'];

/** An error for what is meant by its name and not found under it, a warning where a name is nearly one, a note for other tables. */
export function misnamedFiles(disk: Disk): readonly Message[] {
  const templates = listShipped('templates').filter((file) => file.endsWith('.hbs'));
  const inputs = disk.list('inputs').filter((file) => !isAside(file));
  const renamed = [
    ...inputs.flatMap((file) => misnamed(file, fitting(file, disk), disk)),
    ...disk.list('templates').flatMap((file) => misnamed(file, templates, disk)),
  ];
  const wrong = [...new Map(renamed.map((each) => [each.file, each])).values()];
  const strays = inputs.filter((file) => !wrong.some((each) => `${file}/`.startsWith(`${each.file}/`)));
  return [
    ...wrong.map(({ file, right }) => error(fileOnly(file), 'misnamed-file', { right })),
    ...strays.flatMap((file) => unread(file, fitting(file, disk))),
    ...disk.list('templates').flatMap((file) => unreadTemplate(file, templates, disk)),
  ];
}

/** `lettre.hbs`, and `letter.hbs.txt` of a text editor: a warning where the right one is not there; beside it, it is a copy that is kept. */
function unreadTemplate(file: string, templates: readonly string[], disk: Disk): readonly Message[] {
  const [, name] = /^templates\/([^/]+)\.hbs(?:\.[a-z]+)?$/u.exec(file) ?? [];
  const own = templates.filter((each) => !each.includes('/partials/'));
  const right = own.find((each) => folded(each) === folded(file));
  if (name === undefined || right !== undefined) return [];
  const stems = own.map((each) => each.slice('templates/'.length, -'.hbs'.length));
  const [stem] = [...stems.filter((each) => name.startsWith(each)), ...nearestNames(name, stems, 1)];
  const meant = stem === undefined ? [] : [`templates/${stem}.hbs`];
  const tell = meant.some((each) => disk.read(each) === null) ? warning : info;
  return [tell(fileOnly(file), 'unread-file', { nearest: meant })];
}

/** Hidden files, a note to whoever looks in, and what the program keeps for itself. */
function isAside(file: string): boolean {
  return /(?:^|\/)(?:[.~]|readme)/iu.test(file) || file.startsWith('inputs/register/');
}

/** What a file of inputs/ could be, by the folder it lies in; what is read under its own name is one of them. */
function fitting(file: string, disk: Disk): readonly string[] {
  const [, folder = '', ...rest] = file.split('/');
  if (rest.length === 0) return ofOffice.map((name) => `inputs/${name}`);
  const period = folded(folder).toUpperCase();
  if (/^\d{4}$/u.test(period)) return ofYear.map((name) => `inputs/${period}/${name}`);
  if (!/^\d{4}Q[1-4]$/u.test(period)) return [];
  const [returns = '', ...deeper] = rest;
  const isReturn =
    deeper.length > 0 &&
    (folded(returns) === 'returns' || (isNear(returns) && disk.list(`inputs/${period}/returns`).length === 0));
  if (isReturn) return [`inputs/${period}/returns/${deeper.join('/')}`];
  return ofQuarter.map((name) => `inputs/${period}/${name}`);
}

/** `return`, `retruns`. */
function isNear(folder: string): boolean {
  return nearestNames(folder, ['returns'], 1).length > 0;
}

type Renaming = { readonly file: string; readonly right: string };

/** The system that finds the file under its right name takes the two for one, and so do we. A folder is told once, not by its files. */
function misnamed(file: string, names: readonly string[], disk: Disk): readonly Renaming[] {
  const right = names.find((name) => name !== file && folded(name) === folded(file));
  if (right === undefined || disk.read(right) !== null) return [];
  const [written, meant] = [file.split('/'), right.split('/')];
  const upTo = written.findIndex((segment, at) => segment !== meant[at]) + 1;
  return [{ file: written.slice(0, upTo).join('/'), right: meant.slice(0, upTo).join('/') }];
}

function unread(file: string, names: readonly string[]): readonly Message[] {
  if (names.includes(file)) return [];
  const alike = names.filter((name) => endingOf(name) === endingOf(file).toLowerCase());
  const stems = new Map(alike.map((name) => [stemOf(name), name]));
  const nearest = nearestNames(stemOf(file), [...stems.keys()], 1).map((stem) => stems.get(stem) ?? stem);
  if (nearest.length > 0) return [warning(fileOnly(file), 'unread-file', { nearest })];
  return isTable(file) ? [info(fileOnly(file), 'unread-file', { nearest })] : [];
}

function isTable(file: string): boolean {
  return /\.(?:csv|xlsx?|et|ods|ya?ml)$/iu.test(file);
}

/** `units` of `inputs/units.csv`, with the folder of a return. */
function stemOf(file: string): string {
  const [, , ...below] = file.split('/');
  const name = below.length > 1 ? below.join('/') : file.slice(file.lastIndexOf('/') + 1);
  return name.slice(0, name.lastIndexOf('.'));
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
