/** Number formats: a stored 0.8 is 80% on the screen, a stored 45573 is 2024-10-08, and a clerk means what the screen shows. */
import { noHandlers, readPart } from './package.ts';
import type { Parts } from './package.ts';

export type NumberKind = 'plain' | 'percent' | 'date';

/** The kind of each cell style, by its index; or why the part cannot be read. */
export function readStyles(parts: Parts): readonly NumberKind[] | string {
  if (!parts.has('xl/styles.xml')) return [];
  const formats = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCellStyles = false;
  const problem = readPart(parts, 'xl/styles.xml', {
    ...noHandlers,
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'numFmt') formats.set(id, attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isInCellStyles = true;
      if (name === 'xf' && isInCellStyles) kinds.push(kindOf(id, formats.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  return problem ?? kinds;
}

function kindOf(id: number, code: string | undefined): NumberKind {
  if (code !== undefined) return kindOfCode(code);
  if (id === 9 || id === 10) return 'percent';
  // ECMA-376 part 1, 18.8.30: dates, and those of East Asian locales; 18 to 21 and 45 to 47 are times of day.
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** Quoted text, `[Red]` and escaped characters aside, a date shows a year or a day, or a month without hours. */
function kindOfCode(code: string): NumberKind {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./gu, '').toLowerCase();
  if (bare.includes('%')) return 'percent';
  if (bare.includes('general') || bare.includes('通用')) return 'plain';
  return /[yd]/u.test(bare) || (bare.includes('m') && !/[hs]/u.test(bare)) ? 'date' : 'plain';
}
