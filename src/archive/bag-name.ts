/** Names inside a bag that survive every system it may be carried to (RFC 8493 6.1, traps of NFC and NFD). */

export type NameFault = 'not-nfc' | 'control' | 'percent' | 'unsafe';

/** What is wrong with a path of a bag, or null. */
export function nameFault(path: string): NameFault | null {
  const segments = path.split('/');
  if (path.startsWith('~') || path.includes('\\') || segments.some((each) => ['', '.', '..'].includes(each)))
    return 'unsafe';
  // A bag with CR, LF or % in a name is read differently by different programs.
  if (/[\p{Cc}]/u.test(path)) return 'control';
  if (path.includes('%')) return 'percent';
  return path === path.normalize('NFC') ? null : 'not-nfc';
}
