/** What no paper can print as it stands: characters that a file cannot mean, or that look right and are not; pictures in cells. */
import { error, warning } from '../message/message.ts';
import { silent } from '../message/result.ts';
import type { Message, Place, Result } from '../message/message.ts';
import type { SheetRow } from './sheet.ts';

/** Any of the below; looked for once in a whole text before its cells are gone through one by one. */
const suspect = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD\uFFFE\uFFFF\u2F00-\u2FDF]/u;

// Word refuses a whole document for one of these.
const control = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

export function hasSuspectCharacter(text: string): boolean {
  return suspect.test(text);
}

/**
 * Control characters, halved surrogates and U+FFFD (a character lost before) are errors; private-use characters, which another machine
 * prints differently, marks that nobody sees (they come along when text is copied from a page), and Kangxi radicals, which look like the
 * characters they are not, are warnings. One message a kind.
 */
export function characterProblems(text: string, place: Place): readonly Message[] {
  if (!suspect.test(text)) return [];
  const controlled = control.exec(text)?.[0];
  const isReplaced = text.includes('\uFFFD');
  const own = /\p{Co}/u.exec(text)?.[0];
  const unseen = /\p{Cf}/u.exec(text)?.[0];
  const radical = /[\u2F00-\u2FDF]/u.exec(text)?.[0];
  return [
    ...(controlled === undefined ? [] : [error(place, 'control-character', { code: codeOf(controlled) })]),
    ...(isReplaced ? [error(place, 'lost-character', undefined)] : []),
    ...(own === undefined ? [] : [warning(place, 'private-character', { code: codeOf(own) })]),
    ...(unseen === undefined ? [] : [warning(place, 'invisible-character', { code: codeOf(unseen) })]),
    ...(radical === undefined
      ? []
      : [warning(place, 'radical-character', { written: radical, meant: radical.normalize('NFKC') })]),
  ];
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What a cell with a picture is read as, whatever the format keeps of it. */
export const pictureFormula = '=DISPIMG()';

export function isPictureFormula(text: string): boolean {
  return /^(?:=\s*)?(?:_xlfn\.)?DISPIMG\s*\(/iu.test(text.trimStart());
}

/** The rows with such cells blank, each told: a required one then counts as missing. */
export function withoutPictures(rows: readonly SheetRow[], file: string): Result<readonly SheetRow[]> {
  const pictured = rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, at) => (isPictureFormula(cell) ? [{ file, row, column: at + 1 }] : [])),
  );
  if (pictured.length === 0) return silent(rows);
  const value = rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (isPictureFormula(cell) ? '' : cell)) }));
  return { value, messages: pictured.map((place) => warning(place, 'picture-in-cell', undefined)) };
}
