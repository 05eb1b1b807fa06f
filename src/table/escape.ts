/**
 * Formula injection: a spreadsheet runs a cell that begins with = + - or @, also after blanks, and some run a second line that does.
 * Such a line gets a `'` in front and is text then. A line that has quotes before the mark already gets one more, so that taking one off
 * gives back what was written, whatever it was.
 */
const formula = /^(?='*[^\S\n\r\u2028\u2029]*[=+\-@＝＋－＠])/gmu;
const escapedFormula = /^'(?='*[^\S\n\r\u2028\u2029]*[=+\-@＝＋－＠])/gmu;

// Most cells have none of them, and need not be searched line by line.
const marks = /[=+\-@＝＋－＠]/u;

export function withEscape(cell: string): string {
  return marks.test(cell) ? cell.replaceAll(formula, "'") : cell;
}

export function withoutEscape(cell: string): string {
  return cell.includes("'") ? cell.replaceAll(escapedFormula, '') : cell;
}

/** `="0123"` is a text and nothing else: what stands between the quotes. */
export function literalText(cell: string): string {
  const text = cell.startsWith('="') ? /^="((?:[^"]|"")*)"\s*$/u.exec(cell)?.[1] : undefined;
  return text?.replaceAll('""', '"') ?? cell;
}
