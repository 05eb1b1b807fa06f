/** Which input files a paper was made from, for the manifest: what everything rests on, and the returns of the units concerned. */
import { previousQuarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import type { Standing } from './prepare.ts';
import { unitCodeIn } from '../trade/paper-path.ts';
import { breakdownFile } from '../workspace/workspace.ts';

/** By the path of a paper: a unit's papers name the files of its own tasks' returns, the others all of the quarter. */
export function inputsOf(disk: Disk, standing: Standing): (path: string) => readonly string[] {
  const { quarter, ledger } = standing;
  const registers = ['units', 'plan', 'closures', 'reassignments'].map((name) => `inputs/${name}.csv`);
  const candidates = [breakdownFile(disk), 'inputs/office.yaml', ...registers, `inputs/${quarter}/adjustments.csv`];
  const common = candidates.filter((file) => disk.read(file) !== null);
  const all = [quarter, previousQuarter(quarter)].flatMap((each) => disk.list(`inputs/${each}/returns`));
  const ofUnit = new Map<string, Set<string>>();
  for (const { unit, latest, previous, corrected } of ledger.entries) {
    const files = ofUnit.get(unit.code) ?? new Set();
    for (const each of [latest, previous, ...corrected]) if (each !== null) files.add(each.place.file);
    ofUnit.set(unit.code, files);
  }
  return (path) => {
    const code = unitCodeIn(path);
    return [...common, ...(code === null ? all : (ofUnit.get(code) ?? []))].toSorted();
  };
}
