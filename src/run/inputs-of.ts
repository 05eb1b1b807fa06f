/** Which input files a paper was made from, for the manifest: what everything rests on, and the returns of the units concerned. */
import type { Disk } from '../disk/disk.ts';
import type { Entry } from '../domain/entry.ts';
import { groupBy } from '../domain/grouping.ts';
import { historyOf } from '../domain/history.ts';
import { previousQuarter, type Quarter } from '../trade/calendar.ts';
import { paperKinds, type PaperKind, type PlainKind } from '../trade/paper-kinds.ts';
import { unitCodeIn } from '../trade/paper-path.ts';
import { isPassingFile } from '../trade/file-name.ts';
import { returnNames } from '../workspace/quarter-inputs.ts';
import { breakdownFile } from '../workspace/seeds.ts';
import { officeTables } from '../workspace/tables.ts';
import type { Standing } from './standing.ts';
import type { YearStanding } from './year-standing.ts';

/** Of a file of out/, by its path and kind. */
export type InputsOf = (path: string, kind: PaperKind | PlainKind) => readonly string[];

/** Of the office, and of a quarter beside its returns. */
const common = Object.keys(officeTables).map((name) => `inputs/${name}`);

function besideReturns(quarter: Quarter): readonly string[] {
  return ['adjustments.csv', 'remarks.csv'].map((name) => `inputs/${quarter}/${name}`);
}

/** A unit's papers name the files of its own tasks' returns, the others all of the quarter. */
export function inputsOf(disk: Disk, { quarter, ledger }: Standing): InputsOf {
  const own = present(disk, [...foundation(disk), ...besideReturns(quarter)]);
  const all = [quarter, previousQuarter(quarter)].flatMap((each) => sentIn(disk, each));
  const ofUnit = filesByUnit(ledger.entries.map((entry) => ({ code: entry.unit.code, entry })));
  return withTemplates(disk, byPath(own, all, ofUnit));
}

/** Without what Excel and the system put beside what was sent, and nobody but them may read at times. */
function sentIn(disk: Disk, quarter: Quarter): readonly string[] {
  return returnNames(disk, quarter).filter((file) => !isPassingFile(file));
}

/** A unit's extract names the files of its own returns, the special report all, the roll-call its register. */
export function yearInputsOf(disk: Disk, { quarters, year }: YearStanding): InputsOf {
  const names = quarters.map(({ ledger }) => ledger.quarter);
  const own = present(disk, [...foundation(disk), ...names.flatMap(besideReturns)]);
  const all = names.flatMap((quarter) => sentIn(disk, quarter));
  const stages = historyOf(quarters.map(({ ledger }) => ledger)).flatMap(({ entry, stages: each }) =>
    each.map(({ entry: then }) => ({ code: entry.unit.code, entry: then })),
  );
  const others = withTemplates(disk, byPath(own, all, filesByUnit(stages)));
  const called = present(disk, ['inputs/office.yaml', 'inputs/units.csv']);
  const register = `inputs/${year}/integrity-reports.csv`;
  return (path, kind) =>
    path === paperKinds['roll-call'].path ? [...called, register].toSorted() : others(path, kind);
}

/** Of the workspace: the template of the kind, with the partials that it takes in. */
function withTemplates(disk: Disk, inputs: InputsOf): InputsOf {
  const sources = disk.list('templates').filter((file) => file.endsWith('.hbs'));
  const texts = new Map(sources.map((file) => [file, new TextDecoder().decode(disk.read(file) ?? new Uint8Array())]));
  const takeIn = (file: string, into: Set<string>): Set<string> => {
    const text = texts.get(file);
    if (text === undefined || into.has(file)) return into;
    into.add(file);
    for (const [, name] of text.matchAll(/\{\{#?>\s*([\w-]+)/gu)) takeIn(`templates/partials/${name}.hbs`, into);
    return into;
  };
  const ofKind = remembering((kind: string) => [...takeIn(`templates/${kind}.hbs`, new Set())]);
  return (path, kind) => [...inputs(path, kind), ...ofKind(kind)].toSorted();
}

function remembering<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function byPath(
  own: readonly string[],
  all: readonly string[],
  ofUnit: ReadonlyMap<string, readonly string[]>,
): InputsOf {
  return (path) => {
    const code = unitCodeIn(path);
    return [...own, ...(code === null ? all : (ofUnit.get(code) ?? []))].toSorted();
  };
}

function foundation(disk: Disk): readonly string[] {
  return [breakdownFile(disk), 'inputs/office.yaml', ...common];
}

function present(disk: Disk, files: readonly string[]): readonly string[] {
  return files.filter((file) => disk.read(file) !== null);
}

function filesByUnit(
  entries: readonly { readonly code: string; readonly entry: Entry | null }[],
): ReadonlyMap<string, readonly string[]> {
  const files = entries.flatMap(({ code, entry }) => returnFilesOf(entry).map((file) => ({ code, file })));
  const byUnit = groupBy(files, ({ code }) => code);
  return new Map([...byUnit].map(([code, each]) => [code, [...new Set(each.map(({ file }) => file))]]));
}

function returnFilesOf(entry: Entry | null): readonly string[] {
  const returns = entry === null ? [] : [entry.latest, entry.previous, ...entry.corrected];
  return returns.flatMap((each) => (each === null ? [] : [each.place.file]));
}
