/** What the next step depends on: how far the workspace and one quarter of it are. Only read, as far as it can be read. */
import type { Disk } from '../../disk/disk.ts';
import { breakdownFile } from '../../workspace/seeds.ts';
import { readWorkspace } from '../../workspace/workspace.ts';
import type { Message } from '../../message/message.ts';
import { registerToAdd } from '../register-to-add.ts';
import { quarterOf, type CalendarDate, type Quarter } from '../../trade/calendar.ts';
import { quarterFacts, type QuarterFacts } from './quarter.ts';
import { newestQuarter } from '../newest-quarter.ts';

type Asked = {
  /** Null: the newest that was begun. */
  readonly quarter: Quarter | null;
  /** Today, as far as it was said. */
  readonly date: CalendarDate | null;
};

export type NextFacts = {
  readonly date: CalendarDate | null;
  readonly isThere: boolean;
  readonly hasSource: boolean;
  readonly severalSources: readonly string[];
  /** Units of the breakdown while the roster is empty. */
  readonly unlisted: readonly string[];
  /** Lines of office.yaml that are still to be filled in. */
  readonly blanks: number;
  /** Whatever else is wrong beside the quarters. */
  readonly errors: number;
  /** Of the register, and of papers and bags that it does not know; with an error among them nothing can be issued. */
  readonly register: readonly Message[];
  readonly quarter: Quarter | null;
  /** Null while the workspace is not ready, or no quarter was begun. */
  readonly work: QuarterFacts | null;
};

const nowhere: Omit<NextFacts, 'date' | 'quarter'> = {
  isThere: false,
  hasSource: false,
  severalSources: [],
  unlisted: [],
  blanks: 0,
  errors: 0,
  register: [],
  work: null,
};

export async function nextFacts(disk: Disk, { quarter: asked, date }: Asked): Promise<NextFacts> {
  const isThere = disk.list('inputs').length > 0;
  if (!isThere) return { ...nowhere, date, quarter: asked };
  const { value: workspace, messages } = readWorkspace(disk);
  const register = registerToAdd(disk);
  const quarter = asked ?? newestQuarter(disk, register.value) ?? (date === null ? null : quarterOf(date));
  const standing = standingOfWorkspace(disk, messages);
  const facts = { ...nowhere, ...standing, register: register.messages, isThere, date, quarter };
  if (workspace === null || quarter === null) return facts;
  return {
    ...facts,
    work: await quarterFacts(disk, { workspace, register, quarter, date }),
  };
}

function standingOfWorkspace(
  disk: Disk,
  messages: readonly Message[],
): Pick<NextFacts, 'hasSource' | 'severalSources' | 'unlisted' | 'blanks' | 'errors'> {
  const errors = messages.filter(({ severity }) => severity === 'error');
  const blanks = errors.filter(({ code }) => code === 'office-not-filled').length;
  return {
    hasSource: breakdownFile(disk) !== 'seeds/',
    severalSources: errors.flatMap((each) => (each.code === 'several-breakdowns' ? each.data.files : [])),
    unlisted: errors.flatMap((each) => (each.code === 'roster-missing' ? each.data.names : [])),
    blanks,
    errors: errors.length - blanks,
  };
}
