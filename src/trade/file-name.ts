/**
 * File names from names of units. The code carries the identity, the name is decoration: `012-区财政局`. Safe on ext4, NTFS
 * and in archives, whatever the roster says.
 */

/** ext4 and most others take 255 bytes; the rest is left for the code, a number and the extension. */
const maxBytes = 150;

const forbidden = /[<>:"/\\|?*%\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** `012-区财政局` from code and name; one of them alone when the other is empty. */
export function codedName(code: string, name: string): string {
  return [code, name]
    .filter((part) => part.trim() !== '')
    .map(safeName)
    .join('-');
}

/** One path segment, without extension, that every file system takes. Never empty. */
export function safeName(text: string): string {
  const replaced = Array.from(text.normalize('NFC'), safeCharacter).join('').replaceAll(/\s+/gu, ' ');
  const trimmed = trimEnds(cutToBytes(trimEnds(replaced), maxBytes));
  // Reserved names are tested last: trimming can bring one forth (`NUL. ` is NUL to Windows).
  if (trimmed === '') return '未命名';
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** `docx` of `letters/012-区财政局.docx`. */
export function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

// What an open Excel, WPS or Word keeps beside a file, hidden files, thumbnails, downloads that are not complete.
const passing =
  /(?:^|\/)(?:[~.]\$|\.|~WRL|Thumbs\.db$|desktop\.ini$|__MACOSX\/)|\.(?:tmp|part|crdownload|download|bak)$/iu;

/** A file that a program leaves beside those of people: nobody's document. */
export function isPassingFile(path: string): boolean {
  return passing.test(path);
}

/** Pairs of paths that are one file where case or Unicode form does not count. */
export function collidingPaths(paths: readonly string[]): readonly (readonly [string, string])[] {
  const first = new Map<string, string>();
  return paths.flatMap((path) => {
    const key = path.normalize('NFC').toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, path);
    return other === undefined ? [] : [[other, path] as const];
  });
}

/** Whether a path, as given by a plan, is relative, of NFC and made of safe segments only. */
export function isSafePath(path: string): boolean {
  return path.split('/').every((segment) => isSafeSegment(segment));
}

/**
 * Whether a path that was read from a file (manifest, journal, register) lies below a folder, written as we write it. Whatever does not
 * may not be read, moved or removed in the name of that file, which anybody can edit.
 */
export function liesBelow(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`) && isSafePath(path.slice(folder.length + 1));
}

function isSafeSegment(segment: string): boolean {
  if (segment === '' || segment !== segment.normalize('NFC') || segment !== trimEnds(segment)) return false;
  return !forbidden.test(segment) && !reserved.test(segment) && Buffer.byteLength(segment) <= 255;
}

function safeCharacter(character: string): string {
  // A full-width ／ or ： becomes the real one when somebody normalises the name later (NFKC), and ．． becomes `..`.
  const compatible = character.normalize('NFKC');
  if (forbidden.test(character)) return '_';
  return character !== compatible && (forbidden.test(compatible) || compatible.includes('.')) ? '_' : character;
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.~]+/u, '').replace(/(?<![\s.])[\s.]+$/u, '');
}

function cutToBytes(text: string, limit: number): string {
  let size = 0;
  let kept = '';
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > limit) return kept;
    kept += character;
  }
  return kept;
}
