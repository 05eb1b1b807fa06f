/** Ids of tasks: the number as printed where it is unique, else with as many outer numbers as make it so. */
import { taskIdOf } from '../trade/task-id.ts';
import { halfWidthDigits } from '../trade/numerals.ts';
import type { Node } from './outline.ts';

/** One id a task, unique among them: `12`, `二.12`, `二.（一）.12`; `2-2` where a number is used again in one list; `无号1` without one. */
export function idsOf(tasks: readonly Node[]): readonly string[] {
  const paths = tasks.map(pathOf);
  const distinct = new Map(paths.map((path) => [path.join('.'), path] as const));
  const ends = shortest([...distinct.values()]);
  const short = new Map([...distinct.keys()].map((path, index) => [path, ends[index] ?? path] as const));
  const counts = new Map<string, number>();
  return paths.map((path) => {
    const id = short.get(path.join('.')) ?? '';
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    if (id === '') return `无号${count}`;
    return count === 1 ? id : `${id}-${count}`;
  });
}

/** Printed numbers from the outermost item to the task; [] of a task without one that an id can be made of. */
function pathOf(task: Node): readonly string[] {
  if (numberOf(task) === '') return [];
  const path: string[] = [];
  for (let node: Node | null = task; node !== null; node = node.parent) {
    const number = numberOf(node);
    if (number !== '') path.unshift(number);
  }
  return path;
}

function numberOf({ read }: Node): string {
  return taskIdOf(halfWidthDigits(read.item.mark?.no ?? '').replaceAll('．', '.'));
}

const deepest = 8;

/** The shortest ends of the paths that tell them apart. */
function shortest(paths: readonly (readonly string[])[]): readonly string[] {
  const ids = paths.map((path) => path.at(-1) ?? '');
  for (let length = 2; length <= deepest; length += 1) {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const [index, path] of paths.entries()) {
      const isShared = (counts.get(ids[index] ?? '') ?? 0) > 1;
      if (isShared && path.length >= length) ids[index] = path.slice(-length).join('.');
    }
  }
  return ids;
}
