/** Documents without numbers: where no numbered item names units, each paragraph that does is an item of its own. */
import { ownsUnits, readContent } from './content.ts';
import type { Item, Paragraph } from './item.ts';
import type { Read } from './outline.ts';

export function splitUnnumbered(reads: readonly Read[]): readonly Read[] {
  if (reads.some(({ item, content }) => item.mark !== null && ownsUnits(content))) return reads;
  return reads.flatMap((read) => (read.item.kind === 'front' && ownsUnits(read.content) ? split(read.item) : [read]));
}

/** A labelled paragraph goes with the one before it; the first paragraphs that name nobody stay front matter. */
function split(item: Item): readonly Read[] {
  const groups: Paragraph[][] = [];
  for (const paragraph of item.paragraphs) {
    if (paragraph.isLabelled && groups.length > 0) groups.at(-1)?.push(paragraph);
    else groups.push([paragraph]);
  }
  const items = groups.map((paragraphs): Item => ({ kind: 'bare', mark: null, previous: null, paragraphs }));
  const reads = items.map((each) => ({ item: each, content: readContent(each) }));
  const first = reads.findIndex(({ content }) => ownsUnits(content));
  const front: Item = { ...item, paragraphs: reads.slice(0, first).flatMap((read) => read.item.paragraphs) };
  return [{ item: front, content: readContent(front) }, ...reads.slice(first)];
}
