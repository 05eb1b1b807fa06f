/** The sample's reform, after its quarter was issued: who gets a paper of its own, who is told by the one notice to all, and why. */
import { expect, test } from 'vitest';
import { diskAt } from '../../src/disk/disk.ts';
import { assignTasks, type AssignedTasks } from '../../src/domain/assignment.ts';
import { issueDrafts } from '../../src/register/issue.ts';
import { reissuePapers } from '../../src/register/reissue-papers.ts';
import { verifyIssued } from '../../src/register/verify-issued.ts';
import { figuresBehind } from '../../src/run/issue.ts';
import { wordQuarter } from '../../src/run/prepare.ts';
import type { Days } from '../../src/run/standing.ts';
import { ownDays } from '../../src/run/standing.ts';
import type { MadePaper } from '../../src/papers/made.ts';
import type { CalendarDate, Quarter } from '../../src/trade/calendar.ts';
import { paperRow, type NumberedKind } from '../../src/trade/paper-kinds.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { copyOfInputs } from './workspace.ts';

const quarter = '2024Q3' as Quarter;
const issuedOn = '2024-10-10' as CalendarDate;
const reissuedOn = '2024-11-20' as CalendarDate;

/** A renderer that only has to be repeatable: what is issued to whom is the matter here. */
const context = {
  quarter,
  writer: 'test',
  jobs: 2,
  render: (document: unknown) =>
    Promise.resolve({ value: new Map([['docx', new TextEncoder().encode(JSON.stringify(document))]]), messages: [] }),
};

test('the reform writes to those whose named duties moved, and tells all others by one notice', async () => {
  const disk = diskAt(copyOfInputs('sample-reform'));
  const worded = async (days: Days) => {
    const { value } = await wordQuarter(disk, quarter, { ...days, isDrawn: false });
    if (value === null) throw new Error('the sample does not stand');
    return value;
  };
  const before = await worded({ ...ownDays, forDay: issuedOn });
  const { series } = before.standing.workspace.office;
  const drafts = before.papers.filter(
    (paper): paper is MadePaper<NumberedKind> => paperRow(paper.kind).issued === 'quarter',
  );
  const issued = await issueDrafts({
    ...context,
    disk,
    date: issuedOn,
    series,
    drafts,
    figures: figuresBehind(disk, before.standing),
  });
  expect(issued.messages).toEqual([]);

  const { again, standing } = await worded({ ...ownDays, forDay: reissuedOn });
  const expected = expectedPapers(before.standing.workspace);
  const found = (cause: string): readonly string[] =>
    again
      .filter((each) => each.cause === cause)
      .map(({ draft }) => draft.addressee?.name ?? '')
      .toSorted();
  expect(found('changed')).toEqual(expected.changed);
  expect(found('gained').concat(found('renamed')).toSorted()).toEqual(expected.gained);
  expect(found('lost')).toEqual(expected.lost);
  expect(found('common')).toEqual(['']);
  // 0.1.0 wrote 41 letters and 19 notices of the same reform.
  const papers = again.map(({ draft }) => draft.kind);
  expect(papers.filter((kind) => kind === 'letter').length).toBeLessThan(41);

  const request = { ...context, disk, date: reissuedOn, series, figures: figuresBehind(disk, standing) };
  const { value: reissued, messages } = await reissuePapers({ ...request, papers: again });
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(reissued.map(({ kind }) => kind).toSorted()).toEqual(papers.toSorted());
  expect((await worded({ ...ownDays, forDay: reissuedOn })).again).toEqual([]);
  expect(verifyIssued(disk).messages).toEqual([]);
});

/** Straight from the two assignments: the named duties of each unit, role by role. */
function expectedPapers(workspace: Workspace) {
  const old = duties(assignTasks('2024-09-30' as CalendarDate, workspace).value);
  const now = duties(assignTasks(reissuedOn, workspace).value);
  const names = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  const renamed = workspace.reassignments.filter(({ kind }) => kind === 'rename').map(({ from }) => from.name);
  return {
    changed: names.filter((name) => old.has(name) && now.has(name) && old.get(name) !== now.get(name)),
    gained: names.filter((name) => !old.has(name) && now.has(name)),
    lost: names.filter((name) => old.has(name) && !now.has(name) && !renamed.includes(name)),
  };
}

function duties(assigned: AssignedTasks): ReadonlyMap<string, string> {
  const said = new Map<string, string[]>();
  for (const { task, leads, cooperators } of assigned.tasks) {
    for (const unit of [...leads, ...cooperators]) {
      if (unit.kind !== 'unit') continue;
      said.set(unit.name, [...(said.get(unit.name) ?? []), `${task.id} ${leads.includes(unit) ? 'lead' : 'with'}`]);
    }
  }
  return new Map([...said].map(([name, lines]) => [name, lines.toSorted().join()]));
}
