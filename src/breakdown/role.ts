/** Which items are headings, which are tasks and which are plain text: told by who owns units, not by the shape of a number. */
import { ownsUnits } from './content.ts';
import { isUnitField } from './label.ts';
import type { MarkStyle } from './mark.ts';
import { outlineOf } from './outline.ts';
import type { Node, Read } from './outline.ts';

export type BlockRole = 'heading' | 'task' | 'text';

export type Cast = { readonly node: Node; readonly role: BlockRole };

/** Titles of sections that are no list of tasks. */
export const introductory =
  /总体要求|总体思路|总体目标|指导思想|工作原则|基本原则|工作目标|主要目标|保障措施|组织保障|工作要求|有关要求|组织实施|组织领导|加强领导|附则|工作机制|工作步骤|实施步骤|工作保障|保障机制|监督考核|几点要求/u;

/** A role for each item, in the same order. */
export function rolesOf(reads: readonly Read[]): readonly Cast[] {
  const nodes = outlineOf(reads);
  const owners = new Set(nodes.filter((node) => ownsUnits(node.read.content) && !isPassingRemark(node)));
  const styles = new Set([...owners].flatMap((node) => node.read.item.mark?.style ?? []));
  const above = nodesAbove(owners);
  const opening = lastClosingBefore(nodes, owners);
  return nodes.map((node) => ({ node, role: roleOf(node, { owners, styles, above, opening }) }));
}

/** `由……牵头，成立工作专班` under 保障措施 organises the work; it is no task of the breakdown. */
function isPassingRemark({ parent, read }: Node): boolean {
  if (read.content.claims.some(({ field, rule }) => isUnitField(field) && rule !== 'stated')) return false;
  for (let outer = parent; outer !== null; outer = outer.parent) if (isIntroduction(outer)) return true;
  return false;
}

/** 总体要求, 保障措施: a section of a paper that is no list of tasks. */
export function isIntroduction({ read }: Node): boolean {
  return introductory.test(read.content.sentences[0]?.text.slice(0, longestTitle) ?? '');
}

type Evidence = {
  readonly owners: ReadonlySet<Node>;
  /** Styles that own units somewhere. */
  readonly styles: ReadonlySet<MarkStyle>;
  /** Nodes with an owner somewhere below them. */
  readonly above: ReadonlySet<Node>;
  /** Items before it belong to the covering letter. */
  readonly opening: number;
};

function roleOf(node: Node, { owners, styles, above, opening }: Evidence): BlockRole {
  const { item, content } = node.read;
  if (item.kind === 'closing') return 'text';
  if (item.isRow === true) return 'task';
  if (owners.has(node)) return item.kind === 'front' ? 'text' : 'task';
  if (item.kind === 'front') return 'text';
  if (item.mark === null)
    return content.sentences.length === 1 && isTitle(content.sentences[0]?.text ?? '') ? 'heading' : 'text';
  if (above.has(node)) return 'heading';
  if (isBelowOwner(node, owners)) return 'task';
  if (node.index < opening) return node.children.length > 0 ? 'heading' : 'text';
  const hasPoints = node.children.some((child) => child.read.item.mark !== null);
  if (!styles.has(item.mark.style) || hasPoints) return 'heading';
  return isIntroductory(node, above) ? 'text' : 'task';
}

/** A point below a section that names units takes them. */
function isBelowOwner(node: Node, owners: ReadonlySet<Node>): boolean {
  if (node.children.some((child) => child.read.item.mark !== null)) return false;
  for (let outer = node.parent; outer !== null; outer = outer.parent) if (owners.has(outer)) return true;
  return false;
}

const longestTitle = 40;

function isTitle(text: string): boolean {
  return text.length <= longestTitle && !/[。；：:]/u.test(text);
}

/** Nodes with one of these somewhere below them. */
export function nodesAbove(owners: ReadonlySet<Node>): ReadonlySet<Node> {
  const above = new Set<Node>();
  for (const owner of owners) {
    for (let node = owner.parent; node !== null && !above.has(node); node = node.parent) above.add(node);
  }
  return above;
}

/** A signature and date before the first task close a covering letter, whose numbered paragraphs are no tasks. */
function lastClosingBefore(nodes: readonly Node[], owners: ReadonlySet<Node>): number {
  const first = nodes.find((node) => owners.has(node))?.index ?? 0;
  return nodes.slice(0, first).findLast((node) => node.read.item.kind === 'closing')?.index ?? -1;
}

/** In a section called 总体要求, 保障措施 or the like that names no unit at all. */
function isIntroductory(node: Node, above: ReadonlySet<Node>): boolean {
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (above.has(outer)) return false;
    if (isIntroduction(outer)) return true;
  }
  return false;
}
