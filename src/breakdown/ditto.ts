/** `同上`, `〃`, `同第3项` in the place of units: what they stand for is put there, and each place is told. */
import type { SourceColumn } from './column.ts';
import type { Line } from './line.ts';
import type { SourceRow } from './row.ts';
import { readUnitList } from './unit-list.ts';
import { looksLikeUnit } from './unit-name.ts';

const above =
  '(?:同上(?:述(?:各?单位)?)?|同前述?|上同|同上[一]?[行项条栏格]|同前[一]?[行项条]|与?上[一]?[行项条](?:任务)?相?同|仝上|仝|见上|[〃″〞々]|[”"＂]{1,2}|-{1,2}["”〃]-{1,2}|—〃—)';
const mark = '(第?[（(]?[0-9０-９一二三四五六七八九十百]{1,5}[）)]?)';
const numbered = `(?:[与同]?(?:第|任务|序号|编号)?${mark}(?:项|条|号|款)?(?:任务)?)`;
const tail = '(?:的?(?:牵头|责任|配合|落实)?(?:单位|部门))?';
const whole = new RegExp(
  `^[（(]?(?:(?:责任)?(?:单位|部门)(?:均|都)?)?(?:(${above})|同(?!一(?:单位|部门))${numbered}|与${numbered}相?同)${tail}[）)]?[。；;]?$`,
  'u',
);
const first = new RegExp(`^(?:${above})(?:[、，,；;](?:另?增?加|还有)?|以及|和|及|另?增?加)`, 'u');

type Ditto = {
  /** The number that is meant; null for what stands above. */
  readonly no: string | null;
  /** What the place names besides. */
  readonly others: string;
};

/** What a value stands for when it repeats another one, else null. */
export function dittoOf(value: string): Ditto | null {
  const text = value.trim();
  const match = text.length > 24 ? null : whole.exec(text);
  if (match !== null) return { no: match[1] === undefined ? (match[2] ?? match[3] ?? null) : null, others: '' };
  const start = first.exec(text)?.[0] ?? '';
  return start === '' || /^["”＂]/u.test(start) ? null : { no: null, others: text.slice(start.length) };
}

/** Nothing but such words, and names besides. */
export function isDitto(text: string): boolean {
  const ditto = dittoOf(text);
  return ditto !== null && (ditto.others === '' || readUnitList(ditto.others).names.every(looksLikeUnit));
}

const labelled = new RegExp(
  `((?:牵头|责任|配合|协办|参与|主办|落实)(?:单位|部门)|分工|责任)(?:均|都|也)?(?=(?:${above}|同第?[0-9０-９一二三四五六七八九十]{1,4}项?)(?:$|[。；;，,）)】〕]))`,
  'gu',
);

/** `责任单位同上`: a label that does without its colon. */
export function withDittoLabels(line: Line): Line {
  const text = line.text.replaceAll(labelled, '$1：');
  return text === line.text ? line : { ...line, text };
}

export type DittoCell = {
  readonly row: number;
  readonly column: number;
  readonly words: string;
  readonly value: string;
};

/** The rows with the cell above in the place of each 同上; those of numbers and texts stay as they are. */
export function withCellsAbove(
  rows: readonly SourceRow[],
  columns: readonly SourceColumn[],
): { readonly rows: readonly SourceRow[]; readonly cells: readonly DittoCell[] } {
  const repeating = columns.filter(({ kind }) => kind !== 'no' && kind !== 'text').map(({ index }) => index);
  const last = new Map<number, string>();
  const found: DittoCell[] = [];
  const expanded = rows.map((row): SourceRow => {
    const cells = [...row.cells];
    for (const index of repeating) {
      const words = cells[index]?.trim() ?? '';
      const ditto = dittoOf(words);
      const before = last.get(index) ?? '';
      if (ditto?.no === null && before !== '') {
        const value = ditto.others === '' ? before : `${before}、${ditto.others}`;
        cells[index] = value;
        found.push({ row: row.line, column: index + 1, words, value });
      }
      if (row.merged?.has(index) !== true) last.set(index, cells[index]?.trim() ?? '');
    }
    return { ...row, cells };
  });
  return { rows: expanded, cells: found };
}
