/** Reads a source text into lines; what only a printed page has (its number) is set apart. */
import { isDeadline } from './deadline.ts';
import { endsSentence } from './ending.ts';
import { fieldOf, labelsIn } from './label.ts';
import type { Line, Lines } from './line.ts';
import { bareNumbersOf } from './page-number.ts';

// Editors break at these only; a form feed ends a line of text, not a line of the file.
const fileLineEnd = /\r\n|\r|\n/u;
const breakInsideLine = /[\f\v\u0085\u2028\u2029]/u;
const edges = /^[\s\u3000\uFEFF\u200B]+|(?<![\s\u3000\u200B])[\s\u3000\u200B]+$/gu;
/** All lines that hold text. A page number also takes away the blank lines that stand around it. */
export function readLines(text: string): Lines {
  const all = filledLines(text);
  const { pages, numbers } = bareNumbersOf(all);
  const lines = all.flatMap((line, index): readonly Line[] => {
    if (pages.has(line)) return [];
    const before = all[index - 1];
    const isAfterPage = before !== undefined && pages.has(before);
    return [isAfterPage ? { ...line, isAfterBlank: false } : line];
  });
  const whole = withWholeMarks(lines, numbers);
  return { lines: whole.map(withColon), pageNumbers: all.filter((line) => pages.has(line)) };
}

function filledLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let isAfterBlank = false;
  let endsInSpace = false;
  for (const { raw, line, column } of brokenLines(text)) {
    const trimmed = raw.replaceAll(edges, '');
    if (trimmed === '') {
      isAfterBlank = true;
      continue;
    }
    lines.push({
      text: trimmed,
      raw,
      line,
      column: column + raw.length - raw.trimStart().length,
      isAfterBlank,
      isIndented: /^(?: {2,}|\t|\u3000)/u.test(raw),
      hasSpaceBefore: endsInSpace || raw.startsWith(' '),
    });
    endsInSpace = raw.endsWith(' ');
    isAfterBlank = false;
  }
  return lines;
}

function* brokenLines(text: string): Generator<{ raw: string; line: number; column: number }> {
  const fileLines = text.split(fileLineEnd);
  for (const [index, fileLine] of fileLines.entries()) {
    let column = 1;
    for (const raw of fileLine.split(breakInsideLine)) {
      yield { raw, line: index + 1, column };
      column += raw.length + 1;
    }
  }
}

// 完成时限 alone on a line has its value in the next; 工作目标 alone is a heading.
const standingFields: ReadonlySet<string> = new Set(['leads', 'cooperators', 'responsible', 'deadline', 'leaders']);

function withColon(line: Line, index: number, all: readonly Line[]): Line {
  const field = line.text.length >= 4 && line.text.length <= 8 ? fieldOf(line.text) : null;
  if (field === null || !standingFields.has(field) || /[：:]$/u.test(line.text)) return line;
  const [before, after] = [all[index - 1], all[index + 1]];
  const isStart =
    before === undefined || line.isAfterBlank || endsSentence(before.text) || labelsIn(before.text).length > 0;
  const isAnswered = field === 'deadline' && isDeadline(after?.text ?? '');
  return (isStart || isAnswered) && !/^[：:]/u.test(after?.text ?? '') ? { ...line, text: `${line.text}：` } : line;
}

const brokenMark =
  /^(?:[0-9０-９]{1,3}|[〇零一二三四五六七八九十百]{1,5}|[（(][〇零一二三四五六七八九十百0-9０-９]{0,5}|第[〇零一二三四五六七八九十百]{0,5})$/u;

const markEnd = /^(?:[.．、）)条章]|[〇零一二三四五六七八九十百0-9０-９]{1,4}[.．、）)条章])/u;
// `1.` and `2加强……`, `1.2` and `.加强……`
const brokenDecimal =
  /^[0-9０-９]{1,2}[.．](?:[0-9０-９]{1,2}[.．])?\n[0-9０-９]{1,2}(?![0-9０-９])|^[0-9０-９]{1,2}[.．][0-9０-９]{1,2}\n[.．、]/u;

/** `12` and `.落实……`: a number broken at its point is made whole; a number alone goes to the text below it. */
function withWholeMarks(lines: readonly Line[], numbers: ReadonlySet<Line>): readonly Line[] {
  const whole: Line[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    if (before !== undefined && numbers.has(before)) {
      whole[whole.length - 1] = { ...before, text: `${before.text}.${line.text}` };
    } else if (before !== undefined && !line.isAfterBlank && isMarkInTwo(before.text, line.text)) {
      whole[whole.length - 1] = { ...before, text: before.text + line.text };
    } else whole.push(line);
  }
  return whole;
}

function isMarkInTwo(before: string, after: string): boolean {
  return (
    (brokenMark.test(before) && markEnd.test(after)) || (before.length < 8 && brokenDecimal.test(`${before}\n${after}`))
  );
}
