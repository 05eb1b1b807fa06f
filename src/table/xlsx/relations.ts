/** Relations between the parts of a package: which part is the workbook, where its sheets and strings lie (ECMA-376 part 2, 6.5). */
import { noHandlers, readPart } from './package.ts';
import type { Parts } from './package.ts';

export type Relation = {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`; the words before it differ between the two editions of the format. */
  readonly kind: string;
  /** Name of the part, from the package's root. */
  readonly part: string;
};

/** Relations of a part (`''` for those of the whole package), or why they cannot be read. */
export function relationsOf(parts: Parts, part: string): readonly Relation[] | string {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations: Relation[] = [];
  const problem = readPart(parts, `${folder}_rels/${part.slice(slash)}.rels`, {
    ...noHandlers,
    open: (name, { Id, Type, Target }) => {
      if (name !== 'Relationship' || Target === undefined) return;
      const kind = (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1);
      relations.push({ id: Id ?? '', kind, part: partName(folder, Target) });
    },
  });
  return problem ?? relations;
}

/** Targets are relative to the folder of the part, or absolute from the package's root; `%20` and `\` come from writers of URLs and of Windows paths. */
function partName(folder: string, target: string): string {
  const plain = decoded(target.replaceAll('\\', '/'));
  const segments: string[] = [];
  for (const segment of (plain.startsWith('/') ? plain : `${folder}${plain}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
