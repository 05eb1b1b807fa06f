/** What the sample's papers should say: the trees of 2024Q4, made in this process from the same inputs. */
import { parseQuarter } from '../../src/trade/calendar.ts';
import type { Document } from '../../src/document/tree.ts';
import type { Disk } from '../../src/disk/disk.ts';
import { prepare, type Prepared } from '../../src/run/prepare.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

export type NamedPaper = { readonly path: string; readonly kind: string; readonly document: Document };

export async function preparedQuarter(disk: Disk, written: string): Promise<Prepared> {
  const quarter = parseQuarter(written);
  if (quarter === null) throw new Error(`${written} is no quarter`);
  const { value, messages } = await prepare(disk, quarter, null);
  if (value === null) throw new Error(messages.map((message) => wordMessage(message, 'en')).join('\n'));
  return value;
}

/** Letters, report, scorecards, summary, ledger and whatever else the quarter has, by path without extension. */
export function allPapers({ papers }: Prepared): readonly NamedPaper[] {
  return [...papers.drafts, ...papers.tables];
}

/** White space carries no meaning across formats: lines are broken at it. */
export function withoutSpace(pieces: readonly string[]): string {
  return pieces.join('').replaceAll(/\s/gu, '');
}
