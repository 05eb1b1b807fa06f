/** What a clerk changed in a draft, paragraph by paragraph: kept in the record of a paper issued as it was edited. */

/** One paragraph; null = there was none, or is none any more. */
export type TextChange = { readonly before: string | null; readonly after: string | null };

/** Above this many pairs the middle counts as changed throughout. */
const pairs = 4_000_000;

export function textChanges(before: readonly string[], after: readonly string[]): readonly TextChange[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return old.length * now.length > pairs ? paired(old, now) : changesBetween(old, now);
}

/** The longest common run of paragraphs stays; what lies between its members was changed. */
function changesBetween(old: readonly string[], now: readonly string[]): readonly TextChange[] {
  const longest = commonLengths(old, now);
  const width = now.length + 1;
  const changes: TextChange[] = [];
  let [i, j] = [0, 0];
  let [removed, added]: [string[], string[]] = [[], []];
  const longestWithout = (side: 'old' | 'now'): number =>
    longest[side === 'old' ? (i + 1) * width + j : i * width + j + 1] ?? 0;
  const flush = (): void => {
    changes.push(...paired(removed, added));
    [removed, added] = [[], []];
  };
  while (i < old.length || j < now.length) {
    const [a, b] = [old[i], now[j]];
    const isKept = a !== undefined && a === b;
    const isRemoved = !isKept && a !== undefined && (b === undefined || longestWithout('old') >= longestWithout('now'));
    if (isKept) flush();
    else if (isRemoved) removed.push(a);
    else added.push(b ?? '');
    i += isKept || isRemoved ? 1 : 0;
    j += isRemoved ? 0 : 1;
  }
  flush();
  return changes;
}

/** At [i, j]: how many paragraphs old from i and now from j have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        old[i] === now[j]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

function paired(removed: readonly string[], added: readonly string[]): readonly TextChange[] {
  const count = Math.max(removed.length, added.length);
  return Array.from({ length: count }, (_, at) => ({ before: removed[at] ?? null, after: added[at] ?? null }));
}

/** Figures in what was written that the paper's own text does not have: nobody has counted them. */
export function newFigures(changes: readonly TextChange[], text: readonly string[]): readonly string[] {
  const known = new Set(text.flatMap(figuresIn));
  const written = changes.flatMap(({ after }) => (after === null ? [] : figuresIn(after)));
  return [...new Set(written.filter((figure) => !known.has(figure)))];
}

function figuresIn(text: string): readonly string[] {
  return text.normalize('NFKC').match(/\d+(?:\.\d+)?%?/gu) ?? [];
}
