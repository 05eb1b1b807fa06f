/** Ids of tasks: the number as printed where it is unique, else with as many outer numbers as make it so. */
import { halfWidthDigits } from '../../numerals.ts';
import type { Node } from './outline.ts';

/** One id a task, unique among them: `12`, `二.12`, `二.（一）.12`; a task without number is `无号1`. */
export function idsOf(tasks: readonly Node[]): readonly string[] {
  const paths = tasks.map(pathOf);
  const ids = shortest(paths);
  const counts = new Map<string, number>();
  let unnumbered = 0;
  return ids.map((id) => {
    if (id === '') {
      unnumbered += 1;
      return `无号${unnumbered}`;
    }
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}

/** Printed numbers from the outermost item to the task. */
function pathOf(task: Node): readonly string[] {
  const path: string[] = [];
  for (let node: Node | null = task; node !== null; node = node.parent) {
    const no = node.read.item.mark?.no;
    if (no !== undefined) path.unshift(halfWidthDigits(no));
  }
  return task.read.item.mark === null ? [] : path;
}

/** The shortest ends of the paths that tell them apart; paths that are the same to the end stay the same. */
function shortest(paths: readonly (readonly string[])[]): readonly string[] {
  const ids = paths.map((path) => path.at(-1) ?? '');
  for (let length = 2; length <= 8; length += 1) {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [index, path] of paths.entries()) {
      const isShared = (counts.get(ids[index] ?? '') ?? 0) > 1;
      if (isShared && path.length >= length) ids[index] = path.slice(-length).join('.');
    }
  }
  return ids;
}
