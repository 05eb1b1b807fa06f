/** Names inside a bag that survive every system it may be carried to (RFC 8493 6.1, traps of NFC and NFD). */
import { isSafePath } from '../trade/file-name.ts';

export type NameFault = 'not-nfc' | 'control' | 'percent' | 'unsafe' | 'windows';

/** What is wrong with a path of a bag, or null; the worst first. */
export function nameFault(path: string): NameFault | null {
  const segments = path.split('/');
  if (path.startsWith('~') || path.includes('\\') || segments.some((each) => ['', '.', '..'].includes(each)))
    return 'unsafe';
  // A bag with CR or LF in a name is read differently by different programs.
  if (/[\p{Cc}]/u.test(path)) return 'control';
  if (path !== path.normalize('NFC')) return 'not-nfc';
  if (path.includes('%')) return 'percent';
  // Hidden files are as good as others here.
  return isSafePath(path.replaceAll(/(^|\/)[.~]+(?=[^/])/gu, '$1')) ? null : 'windows';
}

/** Allowed, and found again where the bag was made; told, because it may go wrong elsewhere. */
export function isOnlyRisky(fault: NameFault): boolean {
  return fault === 'percent' || fault === 'windows';
}
