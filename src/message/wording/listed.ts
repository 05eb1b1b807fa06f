/** Names in a line, as many as it can bear, rows, and parts of a sentence. */

/** Of more names a line shows these, and how many there are. */
const most = 12;

export function zhNames(names: readonly string[]): string {
  const shown = names.slice(0, most).join('、');
  return names.length > most ? `${shown}等 ${names.length} 个` : shown;
}

export function enNames(names: readonly string[]): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and others, ${names.length} in all` : shown;
}

/** The parts that there are. */
export function joined(parts: readonly (string | false)[], by: string): string {
  return parts.filter((part) => part !== false).join(by);
}

/** `3、7-9、12`: row numbers as a clerk would write them. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const open = ranges.at(-1);
    if (open !== undefined && open[1] === row - 1) open[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('、');
}
