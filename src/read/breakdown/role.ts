/** Which items are headings, which are tasks and which are plain text: told by who owns units, not by the shape of a number. */
import { ownsUnits } from './content.ts';
import type { Content } from './content.ts';
import type { Item } from './item.ts';
import { rankOf } from './mark.ts';
import type { MarkStyle } from './mark.ts';

export type Role = 'heading' | 'task' | 'text';

export type Read = { readonly item: Item; readonly content: Content };

const introductory =
  /总体要求|总体思路|指导思想|工作原则|基本原则|主体责任|工作目标|总体目标|主要目标|保障措施|组织保障|工作要求|有关要求|组织实施|组织领导|组织保障|附则|工作机制|工作步骤|实施步骤/u;

/** A role for each item, in the same order. */
export function rolesOf(reads: readonly Read[]): readonly Role[] {
  const taskStyles = stylesThatOwnUnits(reads);
  const first = reads.findIndex((read) => ownsUnits(read.content));
  return reads.map((read, index) => roleOf(read, index, { reads, taskStyles, first }));
}

type Evidence = {
  readonly reads: readonly Read[];
  readonly taskStyles: ReadonlySet<MarkStyle>;
  readonly first: number;
};

function roleOf({ item, content }: Read, index: number, { reads, taskStyles }: Evidence): Role {
  if (item.kind === 'front' || item.kind === 'closing') return 'text';
  if (ownsUnits(content)) return 'task';
  if (item.kind === 'bare' || item.mark === null) return 'heading';
  if (!taskStyles.has(item.mark.style)) return 'heading';
  if (hasTaskBelow(reads, index)) return 'heading';
  return introductory.test(sectionTitle(reads, index)) ? 'text' : 'task';
}

function stylesThatOwnUnits(reads: readonly Read[]): ReadonlySet<MarkStyle> {
  return new Set(
    reads.flatMap(({ item, content }) => (item.mark !== null && ownsUnits(content) ? [item.mark.style] : [])),
  );
}

/** A numbered item of an inner style that owns units follows before the item's own list goes on. */
function hasTaskBelow(reads: readonly Read[], index: number): boolean {
  const rank = rankOf[reads[index]?.item.mark?.style ?? 'circled'];
  for (const { item, content } of reads.slice(index + 1)) {
    if (item.mark !== null && rankOf[item.mark.style] <= rank) return false;
    if (ownsUnits(content)) return true;
  }
  return false;
}

function sectionTitle(reads: readonly Read[], index: number): string {
  const rank = rankOf[reads[index]?.item.mark?.style ?? 'circled'];
  for (let at = index - 1; at >= 0; at -= 1) {
    const { item, content } = reads[at] ?? { item: null, content: null };
    if (item?.mark != null && rankOf[item.mark.style] < rank) return content?.sentences[0]?.text ?? '';
  }
  return '';
}
