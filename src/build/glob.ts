/** Patterns of `--only`: `*` within a folder, `**` across folders, `?` one character; several separated by commas. */

export function matchesAny(patterns: readonly string[], path: string): boolean {
  return patterns.length === 0 || patterns.some((pattern) => expression(pattern).test(path));
}

function expression(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*|\*|\?)/u)
    .map((part) => wildcards.get(part) ?? part.replaceAll(/[\\^$.+()[\]{}|/-]/gu, String.raw`\$&`))
    .join('');
  return new RegExp(`^${source}$`, 's');
}

const wildcards: ReadonlyMap<string, string> = new Map([
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);
