/** The tree that number marks make of the items: who stands under whom. One pass, so that ten megabytes stay linear. */
import type { Content } from './content.ts';
import type { Item } from './item.ts';
import { rankOf } from './mark.ts';

export type Read = { readonly item: Item; readonly content: Content };

export type Node = {
  readonly index: number;
  readonly read: Read;
  readonly rank: number;
  readonly parent: Node | null;
  readonly children: readonly Node[];
};

type Growing = Node & { readonly children: Node[] };

/** One node an item, in the order of the items. Front matter and closings stand apart and end everything before them. */
export function outlineOf(reads: readonly Read[]): readonly Node[] {
  const ranks = ranksOf(reads);
  const open: Growing[] = [];
  return reads.map((read, index) => {
    const rank = ranks[index] ?? -1;
    while (open.length > 0 && (open.at(-1)?.rank ?? -1) >= rank) open.pop();
    const parent = rank < 0 ? null : (open.at(-1) ?? null);
    const node: Growing = { index, read, rank, parent, children: [] };
    parent?.children.push(node);
    if (rank >= 0) open.push(node);
    return node;
  });
}

/** A heading without number stands just above what follows it. */
function ranksOf(reads: readonly Read[]): readonly number[] {
  const ranks: number[] = [];
  let following = rankOf.figure;
  for (const { item } of reads.toReversed()) {
    if (item.mark !== null) following = rankOf[item.mark.style];
    ranks.push(item.rank ?? (item.mark !== null ? following : rankWithout(item, following)));
  }
  return ranks.toReversed();
}

function rankWithout(item: Item, following: number): number {
  if (item.isRow === true) return rankOf.figure;
  return item.kind === 'bare' ? following - 0.5 : -1;
}
