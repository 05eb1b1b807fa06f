/** The workspace: which files it has, read once and checked at the edge (DESIGN.md §3). */
import type { Closure, Plan } from '../domain/entry.ts';
import type { Disk } from '../disk/disk.ts';
import { rememberReading } from '../disk/remembered-reading.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { resolveTasks } from '../domain/resolve.ts';
import type { Reassignment } from '../domain/reassignment.ts';
import type { Roster } from '../domain/roster.ts';
import type { Extension } from '../domain/extension.ts';
import { wholeCatalogue, type TaskChange } from '../domain/task-change.ts';
import { readExtensions } from '../intake/extensions.ts';
import { readTaskChanges } from '../intake/task-changes.ts';
import { error, hasErrors, type Message, type Result } from '../message/message.ts';
import { failed } from '../message/result.ts';
import { fileOnly } from '../message/place.ts';
import { readClosures } from '../intake/closures.ts';
import type { InputFile } from '../table/file.ts';
import { readOffice, type OfficeSettings } from '../intake/office.ts';
import { readPlan } from '../intake/plan.ts';
import { readReassignments } from '../intake/reassignments.ts';
import { officeFile } from '../intake/rows.ts';
import { misnamedFiles } from './layout.ts';
import { readSeed, severalBreakdowns } from './seeds.ts';
import { readRoster } from '../intake/roster.ts';

export type Workspace = {
  readonly office: OfficeSettings;
  readonly catalogue: Catalogue;
  readonly roster: Roster;
  readonly plans: readonly Plan[];
  readonly closures: readonly Closure[];
  readonly reassignments: readonly Reassignment[];
  readonly taskChanges: readonly TaskChange[];
  readonly extensions: readonly Extension[];
};

/** Everything that does not belong to one quarter; null when something in it is wrong, and all of it is told at once. */
export function readWorkspace(disk: Disk): Result<Workspace | null> {
  const { value: read, identity } = rememberReading(disk, { kind: 'workspace', of: '' }, readWhole);
  if (read.value !== null) identities.set(read.value, identity);
  return read;
}

const identities = new WeakMap<Workspace, string | null>();

/** Stands for all that the workspace was read from; null where nothing is remembered. */
export function identityOfWorkspace(workspace: Workspace): string | null {
  return identities.get(workspace) ?? null;
}

function readWhole(disk: Disk): Result<Workspace | null> {
  const named = misnamedFiles(disk);
  const missing = [...named, ...missingFiles(disk)];
  if (hasErrors(missing)) return failed([...missing, ...unlistedUnits(disk)]);
  const seed = readSeed(disk);
  const taskChanges = readTaskChanges(officeFile(disk, 'inputs/task-changes.csv'));
  const whole = wholeCatalogue(seed.value.catalogue, taskChanges.value);
  const catalogue = { value: whole.value, messages: [...seed.messages, ...taskChanges.messages, ...whole.messages] };
  const roster = readRoster(required(disk, 'inputs/units.csv'));
  const office = readOffice(required(disk, 'inputs/office.yaml'), roster.value);
  const names = { catalogue: catalogue.value, roster: roster.value };
  const plans = readPlan(officeFile(disk, 'inputs/plan.csv'), catalogue.value);
  const closures = readClosures(officeFile(disk, 'inputs/closures.csv'), catalogue.value);
  const reassignments = readReassignments(officeFile(disk, 'inputs/reassignments.csv'), names);
  const extensions = readExtensions(officeFile(disk, 'inputs/extensions.csv'), names);
  const parts = [catalogue, roster, office, plans, closures, reassignments, extensions];
  const messages = [...named, ...parts.flatMap((part) => part.messages)];
  // Before the roster is whole, what the office or a plan says of units it does not have hides which ones are missing.
  if (roster.value.units.length === 0) return failed([...unlistedUnits(disk), ...seed.messages]);
  const unlisted = resolveTasks(catalogue.value, roster.value).messages;
  if (office.value === null || hasErrors(messages)) return failed([...messages, ...unlisted]);
  const value = {
    ...names,
    office: office.value,
    plans: plans.value,
    closures: closures.value,
    reassignments: reassignments.value,
    taskChanges: taskChanges.value,
    extensions: extensions.value,
  };
  return { value, messages };
}

/** Where no roster is there: every name of the breakdown, and the command that lists them. */
function unlistedUnits(disk: Disk): readonly Message[] {
  const file = required(disk, 'inputs/units.csv');
  const roster = file.bytes.length === 0 ? { units: [] } : readRoster(file).value;
  const { catalogue } = readSeed(disk).value;
  if (roster.units.length > 0 || catalogue.tasks.length === 0) return [];
  const names = new Set(catalogue.tasks.flatMap((task) => [...task.leads, ...task.cooperators, ...task.responsible]));
  return [error(fileOnly('inputs/units.csv'), 'roster-missing', { names: [...names] })];
}

function missingFiles(disk: Disk): readonly Message[] {
  const needed = ['inputs/units.csv', 'inputs/office.yaml'].filter((file) => disk.read(file) === null);
  return [...needed.map((file) => error(fileOnly(file), 'missing-file')), ...severalBreakdowns(disk)];
}

/** An absent file reads as empty; its absence is told by `missingFiles`. */
function required(disk: Disk, file: string): InputFile {
  return officeFile(disk, file) ?? { path: file, bytes: new Uint8Array() };
}
