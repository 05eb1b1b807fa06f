/** Phrases that many messages end in. */

/** `；是否为“甲”或“乙”？`, or nothing. */
export function orList(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `；是否为${nearest.map((name) => `“${name}”`).join('或')}？`;
}

/** `; did you mean “a” or “b”?`, or nothing. */
export function orListEn(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `; did you mean ${nearest.map((name) => `“${name}”`).join(' or ')}?`;
}
