/** Names in a line, as many as it can bear, and parts of a sentence. */

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
