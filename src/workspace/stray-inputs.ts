/** Files and folders beside the inputs of a quarter that nobody reads: most often a name that differs by a letter (`2025q1`, `return`). */
import type { Disk } from '../disk/disk.ts';
import { error, type Message } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { quarterTables } from './tables.ts';
import type { Quarter } from '../trade/calendar.ts';

/** Whatever is not read of the quarter: a file in the wrong place could be a return, and its unit would be 漏报. */
export function strayInputs(disk: Disk, quarter: Quarter): readonly Message[] {
  const folder = `inputs/${quarter}`;
  const known = new Set(Object.keys(quarterTables).map((name) => `${folder}/${name}`));
  const beside = disk
    .list(folder)
    .filter((file) => !file.startsWith(`${folder}/returns/`) && !known.has(file) && !isHidden(file));
  const alike = disk
    .list('inputs')
    .filter((file) => !file.startsWith(`${folder}/`) && isAlike(file.split('/')[1] ?? '', quarter));
  return [...beside, ...alike].map((file) => error(fileOnly(file), 'stray-input', { quarter }));
}

function isHidden(file: string): boolean {
  return /(?:^|\/)(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/u.test(file);
}

/** The quarter's folder by another spelling. */
function isAlike(name: string, quarter: Quarter): boolean {
  return (
    name !== quarter &&
    name
      .normalize('NFKC')
      .replaceAll(/[\s\-_年第季度]/gu, '')
      .toUpperCase() === quarter
  );
}
