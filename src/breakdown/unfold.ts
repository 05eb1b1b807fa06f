/**
 * Documents on one line, as web pages and chat programs leave them: several tasks stand in one line, and lines break anywhere.
 * Such text is broken anew before each label and before each number that is due, so that the passes after it see lines.
 */
import { clausesIn } from './clause.ts';
import { isCertain, readDivision } from './division.ts';
import { kindOfPaper } from './front.ts';
import { flowOf, spotAt } from './flow.ts';
import type { Flow } from './flow.ts';
import { isUnitField, labelsIn } from './label.ts';
import type { Label } from './label.ts';
import type { Line } from './line.ts';
import { markAt, rankOf } from './mark.ts';
import type { Mark } from './mark.ts';
import { advance, noSequence } from './sequence.ts';
import type { Sequence } from './sequence.ts';

/** The lines, crowded ones broken up; where most lines are crowded the whole text is one flow. */
export function unfoldLines(lines: readonly Line[]): readonly Line[] {
  const labelled = lines.filter(
    (line) =>
      line.text.length > 20 &&
      (labelsIn(line.text).some((label) => isUnitField(label.field)) ||
        clauseEnd.test(line.text) ||
        statedDuty.test(line.text)),
  );
  const crowded = labelled.filter((line) => isCrowded(line.text));
  if (crowded.length === 0) return lines;
  const broken = crowded.filter((line) => !/[。；）)〕】]$/u.test(line.text));
  if (crowded.length * 2 >= labelled.length && broken.length * 2 >= crowded.length) return unfold(flowOf(lines));
  const each = new Set(crowded);
  return lines.flatMap((line) => (each.has(line) ? unfold(flowOf([line])) : [line]));
}

const clauseEnd = /(?:牵头|负责|配合|参与|落实|完成|实施)[^（(）)。]{0,20}[）)〕】]/u;

/** Two leads, or two responsible units where nobody leads, in one line: two tasks. */
function isCrowded(text: string): boolean {
  const fields = labelsIn(text).map((label) => label.field);
  const count = (field: Label['field']): number => fields.filter((each) => each === field).length;
  if (count('leads') > 1 || (count('leads') === 0 && count('responsible') > 1) || count('division') > 1) return true;
  return (
    (clauseEnd.test(text) || statedDuty.test(text)) &&
    dutiesIn(text).some((end) => startsTask(text.slice(end, end + 24)))
  );
}

/** Where the brackets and sentences end that give units. */
function dutiesIn(text: string): readonly number[] {
  const brackets = clausesIn(text, () => nowhere).flatMap(({ end, claims }) =>
    claims.claims.some(({ field }) => isUnitField(field)) ? [end] : [],
  );
  const sentences = [...text.matchAll(statedDuties)].flatMap((match) => {
    const division = readDivision(match[0]);
    return division !== null && isCertain(division) ? [match.index + match[0].length] : [];
  });
  return [...brackets, ...sentences];
}

// `……，由区水利局牵头。`
const statedDuty = /由[^，,。；;（()）]{2,60}(?:牵头|负责)(?:负责|落实|实施|推进|办理)?(?=[。；;])/u;
const statedDuties = new RegExp(statedDuty.source, 'gu');

const nowhere = { rule: 'clause', spot: { line: 0, column: 0 }, isInline: false } as const;

/** A number right after `（市商务局牵头，市财政局配合）`, whatever the text begins with. */
function startsTask(text: string): boolean {
  return markAt(text.replace(/^[\s。；;]+/u, '')) !== null;
}

type Break = { readonly at: number; readonly mark: Mark | null };

function unfold(flow: Flow): readonly Line[] {
  const breaks = [0, ...breaksIn(flow.text)];
  return breaks.flatMap((start, index) => {
    const raw = flow.text.slice(start, breaks[index + 1] ?? flow.text.length);
    const text = raw.trim();
    if (text === '') return [];
    const spot = spotAt(flow, start + raw.length - raw.trimStart().length);
    return [{ text, raw: text, ...spot, isAfterBlank: false, isIndented: false, hasSpaceBefore: false }];
  });
}

const markStart =
  /[①-⑳㉑-㉟❶-❿⓫-⓴➀-➓⓵-⓾]|[一二三四五六七八九十百零]{1,5}[、．]|[（(](?:[一二三四五六七八九十百零]{1,5}|[0-9０-９]{1,3})[）)]|[0-9０-９]{1,4}\s?[．、.]|第[一二三四五六七八九十百零]{1,5}[章条]/gu;

function breaksIn(text: string): readonly number[] {
  const labels = labelsIn(text);
  const places: readonly Break[] = [
    ...labels.map((label) => ({ at: label.start, mark: null })),
    ...[...text.matchAll(markStart)].map(({ index }) => ({ at: index, mark: markAt(text.slice(index, index + 24)) })),
  ].toSorted((a, b) => a.at - b.at);
  const duties = new Set(dutiesIn(text));
  const breaks: number[] = [];
  let sequence: Sequence = noSequence;
  let state: State = { start: 0, label: null };
  const labelAt = new Map(labels.map((label) => [label.start, label]));
  for (const [index, { at, mark }] of places.entries()) {
    const label = labelAt.get(at);
    if (mark === null && label !== undefined) {
      breaks.push(at);
      state = { start: at, label };
    } else if (mark !== null && at >= (state.label?.valueStart ?? 0)) {
      const before = text.slice(Math.max(0, state.start, at - 200), at);
      const end = endOfPoint(places, index) ?? text.length;
      const around = { isAfterDuty: isAfterDuty(text, at, duties), ownsDuty: isAfterDuty(text, end, duties) };
      if (!isDue(before, mark, { sequence, state, ...around })) continue;
      breaks.push(at);
      sequence = advance(sequence, mark);
      state = { start: at, label: null };
    }
  }
  return breaks;
}

/** Nothing but a stop stands between a bracket that gives units and this place. */
function isAfterDuty(text: string, at: number, duties: ReadonlySet<number>): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  return duties.has(at - before.length + before.replace(/(?<![\s。；;])[\s。；;]+$/u, '').length);
}

const mostInnerMarks = 40;

/** Where the point of a number ends: at the next number of its own style or an outer one. */
function endOfPoint(places: readonly Break[], index: number): number | undefined {
  const rank = rankOf[places[index]?.mark?.style ?? 'circled'];
  return places
    .slice(index + 1, index + 1 + mostInnerMarks)
    .find(({ mark }) => mark !== null && rankOf[mark.style] <= rank)?.at;
}

/** Numbers that a document may leave out at one place. */
const widestGap = 3;

const freeText: ReadonlySet<Label['field']> = new Set(['target', 'standard', 'note']);

type State = { readonly start: number; readonly label: Label | null };

type Surroundings = {
  readonly sequence: Sequence;
  readonly state: State;
  /** The number stands right after a bracket that gives units. */
  readonly isAfterDuty: boolean;
  /** What it numbers ends in such a bracket. */
  readonly ownsDuty: boolean;
};

/** Whether a number within the text starts a new item: it is the next of its list, or the first of an inner one below a heading. */
function isDue(before: string, mark: Mark, { sequence, state, isAfterDuty, ownsDuty }: Surroundings): boolean {
  const open = sequence.stack.find((level) => level.style === mark.style)?.value ?? sequence.last[mark.style] ?? 0;
  const inner = sequence.stack.at(-1);
  const isNext = mark.value === open + 1 && open > 0;
  const isFirst = mark.value === 1 && (inner === undefined || rankOf[mark.style] > rankOf[inner.style]);
  // A list of units holds no numbers of its own: there the next one counts even after a stray 、, and one may be left out.
  const isAfterUnits = isAfterDuty || (state.label !== null && isUnitField(state.label.field));
  const isAfterGap = isAfterUnits && open > 0 && mark.value > open && mark.value <= open + widestGap;
  if (!isNext && !isFirst && !isAfterGap) return false;
  if (isAfterDuty || (ownsDuty && /[：:]\s*$/u.test(before))) return true;
  const isUnfinished = /[、，,（(]\s*$/u.test(before) && !(isNext && isAfterUnits);
  const isAfterValue = state.label !== null && !freeText.has(state.label.field) && !isUnfinished;
  if (isAfterValue || /[。；！]\s*$/u.test(before)) return true;
  if (mark.isDoubtful) return false;
  if (/[）)]\s*$/u.test(before)) return true;
  return isNext ? isHeadingLike(before) && state.label === null : isHeadingLike(before) || kindOfPaper.test(before);
}

function isHeadingLike(text: string): boolean {
  return text.length <= 60 && !/[。；：]/u.test(text);
}
