/**
 * Shares of a whole that sum to exactly 100 (largest remainder): each is rounded down, and what is left goes, one last digit
 * each, to those that lost most. Tables say so in their note. 金寨县 2025 bent its largest share instead (domain facts §3.3).
 */
export function shares(counts: readonly number[], decimals = 1): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const steps = 100 * 10 ** decimals;
  const whole = counts.map((count) => Math.floor((count * steps) / total));
  const left = steps - whole.reduce((sum, each) => sum + each, 0);
  // Remainders are compared as whole numbers: (count × steps) mod total. Of equal ones the earlier gets the digit.
  const byRemainder = counts
    .map((count, index) => ({ index, remainder: (count * steps) % total }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return whole.map((each, index) => (each + (raised.has(index) ? 1 : 0)) / 10 ** decimals);
}
