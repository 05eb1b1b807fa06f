/** What the sample's papers should say: the trees of 2024Q4, made in this process from the same inputs. */
import { parseQuarter } from '../../src/trade/calendar.ts';
import type { Document } from '../../src/document/tree.ts';
import { diskAt, type Disk } from '../../src/disk/disk.ts';
import { ownDays } from '../../src/run/standing.ts';
import { prepare, type Prepared } from '../../src/run/prepare.ts';
import { paperRow } from '../../src/trade/paper-kinds.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { repository } from './program.ts';

export type NamedPaper = { readonly path: string; readonly kind: string; readonly document: Document };

export async function preparedQuarter(disk: Disk, written: string): Promise<Prepared> {
  const quarter = parseQuarter(written);
  if (quarter === null) throw new Error(`${written} is no quarter`);
  const { value, messages } = await prepare(disk, quarter, ownDays);
  if (value === null) throw new Error(messages.map((message) => wordMessage(message, 'en')).join('\n'));
  return value;
}

const ofSample = new Map<string, Promise<Prepared>>();

/** The repository's own quarter, to be read only: made once in a worker, for all its files. */
export function preparedSample(written: string): Promise<Prepared> {
  const made = ofSample.get(written) ?? preparedQuarter(diskAt(repository), written);
  ofSample.set(written, made);
  return made;
}

/** Letters, report, scorecards, summary, ledger and whatever else the quarter has, by path without extension. */
export function allPapers({ papers }: Prepared): readonly NamedPaper[] {
  return papers;
}

/** Papers in the formats of the office. */
export function draftsOf({ papers }: Pick<Prepared, 'papers'>): Prepared['papers'] {
  return papers.filter(({ kind }) => paperRow(kind).formats === 'office');
}

/** Papers that are PDF only. */
export function tablesOf({ papers }: Pick<Prepared, 'papers'>): Prepared['papers'] {
  return papers.filter(({ kind }) => paperRow(kind).formats === 'pdf');
}

/** White space carries no meaning across formats: lines are broken at it. */
export function withoutSpace(pieces: readonly string[]): string {
  return pieces.join('').replaceAll(/\s/gu, '');
}
