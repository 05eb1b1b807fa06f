/** How often: a few in every run of the suite, many under `npm run test:long`. */
export function times<T = number>(short: T, long: T): T {
  return process.env['DUBAN_LONG'] === undefined ? short : long;
}

/** For the options of a property of fast-check: twenty times as many in the long form. By count, not by the clock: a busy machine tries as many. */
export function runs(short: number) {
  return { numRuns: times(short, short * 20) } as const;
}
