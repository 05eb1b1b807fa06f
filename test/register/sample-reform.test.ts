/** The sample's reform through the register: the letters issued again are exactly those that two assignments, compared by hand, ask for. */
import { expect, test } from 'vitest';
import type { CalendarDate, Quarter } from '../../src/trade/calendar.ts';
import type { Disk } from '../../src/disk/disk.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { assignTasks, type AssignedTasks } from '../../src/domain/assignment.ts';
import { draftsIn, rewording } from '../../src/run/issuing.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { reissueDrafts } from '../../src/register/reissue.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { wordQuarter } from '../../src/run/prepare.ts';
import { rowOf } from '../../src/trade/paper-kinds.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { copyOfInputs } from '../run/workspace.ts';

const quarter = '2024Q3' as Quarter;
const issuedOn = '2024-10-10' as CalendarDate;
const reissuedOn = '2024-11-20' as CalendarDate;

/** The drafts of a day, with a renderer that only has to be repeatable: what is issued to whom is the matter here. */
async function onDay(disk: Disk, day: CalendarDate | null) {
  const { value: worded } = await wordQuarter(disk, quarter, { asOf: day, isDrawn: false });
  if (worded === null) throw new Error('the sample does not stand');
  const drafts = draftsIn(worded.papers).filter(({ kind }) => rowOf(kind).issued === 'quarter');
  return { ...worded, drafts, office: worded.standing.workspace.office };
}

const context = {
  quarter,
  writer: 'test',
  jobs: 2,
  ignoreEdits: false,
  render: (document: unknown) =>
    Promise.resolve({ value: new Map([['docx', new TextEncoder().encode(JSON.stringify(document))]]), messages: [] }),
};

test('the reform issues exactly the letters again that two assignments ask for, and a second run issues nothing', async () => {
  const disk = diskAt(copyOfInputs('sample-reform'));
  const before = await onDay(disk, null);
  const issue = { ...context, disk, date: issuedOn, series: before.office.series, drafts: before.drafts };
  const issued = await issueDrafts(issue);
  expect(issued.messages).toEqual([]);

  const after = await onDay(disk, reissuedOn);
  const reissue = { ...context, disk, date: reissuedOn, series: after.office.series, drafts: after.drafts };
  const word = rewording(after);
  const { value: reissued, messages } = await reissueDrafts({ ...reissue, word });
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);

  const expected = expectedReissue(before.standing.workspace);
  const found = (cause: string): readonly string[] =>
    reissued.filter((each) => each.cause === cause).map(({ addressee }) => addressee?.name ?? '');
  expect(found('changed').toSorted()).toEqual(expected.changed);
  expect(found('gained').toSorted()).toEqual(expected.gained);
  expect(found('lost').toSorted()).toEqual(expected.lost);
  // Every letter replaced names its predecessor; old units get a notice, no letter.
  expect(reissued.filter(({ cause }) => cause === 'lost').every(({ number }) => number.includes('X督调'))).toBe(true);

  expect((await reissueDrafts({ ...reissue, word })).value).toEqual([]);
  expect(verifyIssued(disk).messages).toEqual([]);
});

/** Straight from the two assignments: what each unit would read about its own and the common tasks. */
function expectedReissue(workspace: Workspace) {
  const old = statements(assignTasks(issuedOn, workspace).value, workspace);
  const now = statements(assignTasks(reissuedOn, workspace).value, workspace);
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return {
    changed: names.filter((name) => old.has(name) && now.has(name) && old.get(name) !== now.get(name)),
    gained: names.filter((name) => !old.has(name) && now.has(name)),
    lost: names.filter((name) => old.has(name) && !now.has(name)),
  };
}

function statements(assigned: AssignedTasks, workspace: Workspace): ReadonlyMap<string, string> {
  const said = new Map<string, string[]>();
  for (const { task, leads, cooperators } of assigned.tasks) {
    const named = new Set([...leads, ...cooperators].map(({ code }) => code));
    const members = [...leads, ...cooperators].flatMap(({ code }) => assigned.members.get(code) ?? []);
    const common = members.filter(({ code }) => !named.has(code));
    const leadNames = leads.map(({ name }) => name).join();
    for (const unit of [...leads, ...cooperators, ...common]) {
      if (unit.kind !== 'unit') continue;
      const isNamed = named.has(unit.code);
      const line = isNamed
        ? `${task.id} ${leads.includes(unit) ? 'lead' : 'with'} ${leadNames} / ${cooperators.map(({ name }) => name).join()}`
        : `${task.id} common ${leadNames}`;
      said.set(unit.name, [...(said.get(unit.name) ?? []), line]);
    }
  }
  expect(workspace.catalogue.tasks).toHaveLength(134);
  return new Map([...said].map(([name, lines]) => [name, [...new Set(lines)].toSorted().join('\n')]));
}
