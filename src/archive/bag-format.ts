/** The text files of a BagIt 1.0 bag (RFC 8493), printed and parsed. Paths in manifests are relative to the bag. */

export const algorithms = ['sha256', 'sha512'] as const;

/** Algorithms of bags that others made, as far as Node has them. */
export const knownAlgorithms: readonly string[] = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export type ManifestLine = { readonly path: string; readonly hash: string };

/** As `sha512sum` prints it, so that `sha512sum -c` checks it. */
export function printBagManifest(lines: readonly ManifestLine[]): string {
  const ordered = lines.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return ordered.map(({ path, hash }) => `${hash}  ${path}\n`).join('');
}

export type ParsedLine = ManifestLine & { readonly row: number };

/** The lines of a manifest; rows that are none are given apart. `isEncoded`: 2.1.3, since 1.0 CR, LF and % are percent-encoded. */
export function parseBagManifest(
  text: string,
  isEncoded = true,
): {
  readonly lines: readonly ParsedLine[];
  readonly badRows: readonly number[];
} {
  const rows = text.split(/\r\n|\r|\n/u).map((line, index) => ({ line, row: index + 1 }));
  const parsed = rows
    .filter(({ line }) => line !== '')
    .map(({ line, row }) => ({ row, match: /^([0-9a-fA-F]+)[ \t]+\*?([^ \t].*)$/u.exec(line) }));
  return {
    lines: parsed.flatMap(({ row, match }) => {
      const [, hash, path] = match ?? [];
      return hash === undefined || path === undefined
        ? []
        : [{ row, hash: hash.toLowerCase(), path: isEncoded ? decodePath(path) : path }];
    }),
    badRows: parsed.filter(({ match }) => match === null).map(({ row }) => row),
  };
}

/** Nothing but these three is encoded. */
function decodePath(path: string): string {
  return path.replaceAll(/%0D|%0A|%25/giu, (code) => decodeURIComponent(code));
}

/** `Label: value` lines of bag-info.txt, in order; a value has no line breaks. */
export function printBagInfo(fields: readonly (readonly [label: string, value: string])[]): string {
  return fields
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value.replaceAll(/\s+/gu, ' ').trim()}\n`)
    .join('');
}

/** The value of a label, continuation lines joined; null when there is none. */
export function bagInfoField(text: string, label: string): string | null {
  const unfolded = text.replaceAll(/(?:\r\n|\r|\n)[ \t]+/gu, ' ');
  const line = unfolded.split(/[\r\n]+/u).find((each) => each.toLowerCase().startsWith(`${label.toLowerCase()}:`));
  return line === undefined ? null : line.slice(label.length + 1).trim();
}
