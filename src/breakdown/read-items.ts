/** Gathers the lines of a document under their number marks. */
import { isRemark } from './closing.ts';
import { decimalsOf } from './decimal.ts';
import { endingAfter, noEnding } from './ending.ts';
import type { Ending } from './ending.ts';
import type { Item } from './item.ts';
import { isUnitField, labelAtStart, labelsIn } from './label.ts';
import { kindOfPaper } from './front.ts';
import { actOn, isPlainHeading } from './line-act.ts';
import type { Line } from './line.ts';
import { markAt } from './mark.ts';
import type { Mark } from './mark.ts';
import { advance, isBelieved, noSequence, previousOf } from './sequence.ts';
import type { Sequence } from './sequence.ts';
import { placesOf, surroundings } from './surroundings.ts';

type OpenItem = Omit<Item, 'paragraphs'> & {
  readonly paragraphs: { readonly lines: Line[]; readonly isLabelled: boolean }[];
};

/** Gathers lines into items. `known` are names that the document uses elsewhere: they decide where a broken list goes on. */
export function readItems(lines: readonly Line[], known: ReadonlySet<string>): readonly Item[] {
  const decimals = decimalsOf(lines);
  const marks = lines.map((line, index) => decimals.get(line) ?? markOf(line, lines[index + 1] ?? null));
  const places = placesOf(marks);
  const lastUnits = lines.findLastIndex(namesUnits);
  const items: OpenItem[] = [open('front', null, null)];
  let sequence: Sequence = noSequence;
  let ending: Ending = noEnding;
  for (const [index, line] of lines.entries()) {
    const item = items.at(-1) ?? open('front', null, null);
    const mark = marks[index] ?? null;
    const last = item.paragraphs.at(-1)?.lines.at(-1) ?? null;
    // Numbers in a note below the tasks number its sentences.
    if (item.kind === 'closing' && index > lastUnits && isRemark(item.paragraphs[0]?.lines[0])) {
      item.paragraphs.push({ lines: [line], isLabelled: false });
      continue;
    }
    if (mark !== null && isBelieved(sequence, mark, surroundings({ mark, index, places, item, ending, last, line }))) {
      items.push({
        ...open('numbered', mark, previousOf(sequence, mark.style)),
        paragraphs: [{ lines: [line], isLabelled: false }],
      });
      sequence = advance(sequence, mark);
      ending = endingAfter(noEnding, line.text.slice(mark.printed.length));
      continue;
    }
    const next = {
      line: lines[index + 1] ?? null,
      mark: cleanMark(marks[index + 1]),
      ahead: textAhead(lines, marks, index),
    };
    const act = actOn(line, { item, ending, last, next, known, isBelowTasks: index > lastUnits });
    ending = endingAfter(act === 'join' ? ending : act === 'label' ? startOfLabel(ending, last) : noEnding, line.text);
    if (act === 'join' && item.paragraphs.length > 0) item.paragraphs.at(-1)?.lines.push(line);
    else if (act === 'bare' || act === 'closing' || act === 'front') {
      items.push({ ...open(act, null, null), paragraphs: [{ lines: [line], isLabelled: false }] });
    } else item.paragraphs.push({ lines: [line], isLabelled: act === 'label' });
  }
  return withFirstHeading(items.filter((item) => item.paragraphs.length > 0));
}

/** A line with a duty, in a label or a bracket; a note says of one how it is to be read. */
function namesUnits(line: Line): boolean {
  const names =
    labelsIn(line.text).some(({ field }) => isUnitField(field)) || endingAfter(noEnding, line.text).kind === 'clause';
  return names && !isRemark(line);
}

/** `（牵头单位：甲；` and `（` leave the bracket open for the label in the next line. */
function startOfLabel(ending: Ending, last: Line | null): Ending {
  return /[；;，,、（(〔【[]$/u.test(last?.text ?? '') ? { ...noEnding, open: ending.open } : noEnding;
}

/** In a document of headings without numbers the first of them stands below the title, before any number. */
function withFirstHeading(items: readonly Item[]): readonly Item[] {
  const [front, first, ...others] = items;
  const paragraphs = front?.paragraphs ?? [];
  const heading = paragraphs.at(-1);
  const text = heading?.lines[0]?.text ?? '';
  const isHeading = heading?.lines.length === 1 && isPlainHeading(text) && !kindOfPaper.test(text);
  const isOfHeadings = others.some(({ kind }) => kind === 'bare');
  if (front?.kind !== 'front' || first?.kind !== 'numbered' || paragraphs.length < 2 || !isHeading || !isOfHeadings)
    return items;
  const bare: Item = { ...open('bare', null, null), paragraphs: [heading] };
  return [{ ...front, paragraphs: paragraphs.slice(0, -1) }, bare, first, ...others];
}

/** A line that is nothing but `11.` may go on as the figure 11.121 in the next. */
function markOf(line: Line, next: Line | null): Mark | null {
  const mark = markAt(line.text);
  if (mark === null || next === null || mark.printed.length < line.text.length) return mark;
  const joined = markAt(line.text + next.text.slice(0, 8));
  return { ...mark, isDoubtful: joined?.isDoubtful ?? true };
}

function open(kind: Item['kind'], mark: Mark | null, previous: number | null): OpenItem {
  return { kind, mark, previous, paragraphs: [] };
}

function cleanMark(mark: Mark | null | undefined): Mark | null {
  return mark == null || mark.isDoubtful ? null : mark;
}

const farthestAhead = 24;

function textAhead(lines: readonly Line[], marks: readonly (Mark | null)[], index: number): string {
  let text = '';
  for (let at = index + 1; text.length < farthestAhead; at += 1) {
    const line = lines[at];
    if (line === undefined || marks[at] !== null || line.isAfterBlank || labelAtStart(line.text) !== null) break;
    text += line.text;
  }
  return text;
}
