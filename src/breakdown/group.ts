/**
 * Sub-points. Where the units of `（一）` stand after its points 1. 2. 3., on lines of their own, the points are the task's text;
 * so are points below a task that are never given units anywhere.
 */
import { ownsUnits, readContent } from './content.ts';
import type { Item } from './item.ts';
import { rankOf } from './mark.ts';
import type { MarkStyle } from './mark.ts';
import { outlineOf } from './outline.ts';
import type { Node, Read } from './outline.ts';
import { nodesAbove } from './role.ts';

/** The items with sub-points taken into the tasks they belong to. */
export function gatherSubPoints(reads: readonly Read[]): readonly Read[] {
  const nodes = outlineOf(reads);
  const owners = new Set(nodes.filter((node) => ownsUnits(node.read.content)));
  const adopting = adoptingPairs(nodes, owners);
  const ownStyles = new Set([...owners].flatMap((node) => styleOf(node) ?? []));
  const above = nodesAbove(owners);
  const hosts = new Map<Node, Node>();
  for (const node of nodes) {
    const host = node.parent === null ? null : (hosts.get(node.parent) ?? node.parent);
    if (host === null || styleOf(node) === null) continue;
    const isAdopted = node.parent === host && isLateOwned(host, owners) && adopting.has(pairOf(host));
    const isPoint =
      host.read.item.isRow !== true &&
      owners.has(host) &&
      !owners.has(node) &&
      !above.has(node) &&
      !isSection(host, node) &&
      !ownStyles.has(styleOf(node) ?? 'volume');
    const isBelowPoint = hosts.has(node.parent ?? node) && !owners.has(node);
    if (isAdopted || isPoint || isBelowPoint) hosts.set(node, host);
  }
  return merged(nodes, hosts);
}

const longestTitle = 30;

/** `（一）深化改革。` with units of its own above `1.`: a section whose points take its units, and no task with measures. */
function isSection(host: Node, point: Node): boolean {
  if (host.read.content.claims.some(({ rule }) => rule === 'heading')) return true;
  const [title, ...others] = host.read.content.sentences;
  const isTitle = others.length === 0 && (title?.text.length ?? 0) <= longestTitle;
  return isTitle && host.rank <= rankOf['numeral-in-parentheses'] && point.rank === rankOf.figure;
}

function styleOf(node: Node): MarkStyle | null {
  return node.read.item.mark?.style ?? null;
}

function pairOf(node: Node): string {
  return `${styleOf(node)} ${node.children[0] === undefined ? '' : styleOf(node.children[0])}`;
}

/** Only the last of several points is followed by units, and they stand on a line of their own. */
function isLateOwned(node: Node, owners: ReadonlySet<Node>): boolean {
  const last = node.children.at(-1);
  if (owners.has(node) || last === undefined || node.children.length < 2) return false;
  if (!last.read.item.paragraphs.slice(1).some((paragraph) => paragraph.isLabelled)) return false;
  return owners.has(last) && node.children.slice(0, -1).every((child) => !owners.has(child));
}

/** Pairs of styles for which the document does so everywhere, and more than once or beside tasks of the outer style. */
function adoptingPairs(nodes: readonly Node[], owners: ReadonlySet<Node>): ReadonlySet<string> {
  const counts = new Map<string, { late: number; other: number }>();
  for (const node of nodes.filter((each) => each.children.length >= 2)) {
    const count = counts.get(pairOf(node)) ?? { late: 0, other: 0 };
    if (isLateOwned(node, owners)) count.late += 1;
    else if (node.children.some((child) => owners.has(child))) count.other += 1;
    counts.set(pairOf(node), count);
  }
  const direct = new Set([...owners].map((node) => styleOf(node)));
  return new Set(
    [...counts].flatMap(([pair, { late, other }]) => {
      const isHabit = late >= 2 || (late === 1 && [...direct].some((style) => pair.startsWith(`${style} `)));
      return other === 0 && isHabit ? [pair] : [];
    }),
  );
}

function merged(nodes: readonly Node[], hosts: ReadonlyMap<Node, Node>): readonly Read[] {
  const guests = new Map<Node, Item[]>();
  for (const [node, host] of hosts) {
    const items = guests.get(host) ?? [];
    items.push(node.read.item);
    guests.set(host, items);
  }
  return nodes
    .filter((node) => !hosts.has(node))
    .map((node) => {
      const items = guests.get(node);
      if (items === undefined) return node.read;
      const paragraphs = [node.read.item, ...items].flatMap((item) => item.paragraphs);
      const item: Item = { ...node.read.item, paragraphs };
      return { item, content: readContent(item) };
    });
}
