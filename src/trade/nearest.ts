/** Nearest names, for messages that end in "did you mean …?". A suggestion is never acted on. */

/** Up to `limit` candidates that a slip of the pen may have meant, nearest first; ties in the order given. */
export function nearestNames(written: string, candidates: readonly string[], limit = 3): readonly string[] {
  const folded = fold(written);
  const ranked = candidates
    .map((name) => ({ name, distance: distanceBetween(folded, fold(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(Math.max(folded.length, name.length) / 2)))
    .toSorted((a, b) => a.distance - b.distance);
  return ranked.slice(0, limit).map(({ name }) => name);
}

function fold(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}

/** Levenshtein distance, one row at a time. */
function distanceBetween(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
