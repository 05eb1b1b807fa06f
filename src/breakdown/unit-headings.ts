/**
 * Breakdowns that have the units as headings, each with its tasks below, and name nobody in the tasks. Read where the structure is plain:
 * every heading of the kind is a list of units and has numbered tasks below it.
 */
import { error, info } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { silent } from '../message/result.ts';
import { isClosingLine } from './closing.ts';
import type { Claim } from './claim.ts';
import { plainContent, readContent } from './content.ts';
import { endsSentence } from './ending.ts';
import { isUnitField, labelAtStart } from './label.ts';
import type { Item } from './item.ts';
import type { Line } from './line.ts';
import { markAt, rankOf } from './mark.ts';
import type { Mark } from './mark.ts';
import type { Read } from './outline.ts';
import { introductory } from './role.ts';
import { readUnitList } from './unit-list.ts';
import { looksLikeUnit } from './unit-name.ts';
import { isSetOfUnits, isTown } from './unit-set.ts';

type UnitHeading = { readonly line: Line; readonly mark: Mark | null; readonly list: string; readonly isLead: boolean };

/** `reads` as they are, or, where nobody is named in them to do anything, with the units that the headings name. */
export function withUnitHeadings(
  lines: readonly Line[],
  reads: readonly Read[],
  file: string,
): Result<readonly Read[]> {
  if (reads.some(namesDoer)) return silent(reads);
  const headings = headingsIn(lines);
  const [first] = headings.values();
  if (headings.size < fewest || first === undefined) return silent(reads);
  const at = { file, row: first.line.line, column: null };
  const read = sectionsOf(lines, headings);
  if (read.odd !== null)
    return {
      value: reads,
      messages: [
        error({ ...at, row: read.odd.line }, 'unit-headings-mixed', {
          unit: first.line.text,
          odd: read.odd.text.slice(0, 30),
        }),
      ],
    };
  const told: Message = info(at, 'unit-headings', { count: headings.size, first: first.line.text });
  return { value: read.reads, messages: [told] };
}

const fewest = 2;

function namesDoer({ content }: Read): boolean {
  return content.claims.some(({ field }) => isUnitField(field) && field !== 'cooperators');
}

const count = /[（(](?:共|计)?\s?[0-9一二三四五六七八九十]{1,3}\s?[项条个件]?[）)]$/u;
const said =
  /(牵头|主办)?(?:负责|承担|落实)?(?:实施|落实|推进|办理|完成)?的?(?:重点|主要|目标|年度)?(?:工作|任务|事项|职责)?(?:任务|事项|分工|清单)?$/u;

/** Lines that are nothing but units, each with a number of an inner style in the next line. */
function headingsIn(lines: readonly Line[]): ReadonlyMap<Line, UnitHeading> {
  const found = new Map<Line, UnitHeading>();
  for (const [index, line] of lines.entries()) {
    const mark = markAt(line.text);
    const below = markAt(lines[index + 1]?.text ?? '');
    if (below === null || (mark !== null && rankOf[below.style] <= rankOf[mark.style])) continue;
    const plain = line.text
      .slice(mark?.printed.length ?? 0)
      .replace(/[：:]$/u, '')
      .replace(count, '')
      .trim();
    const words = plain.length > longest ? null : (unitsOnly(plain) ?? unitsOnly(plain.replace(said, '')));
    if (words !== null)
      found.set(line, { line, mark, list: words, isLead: /牵头|主办/u.test(plain.slice(words.length)) });
  }
  return found;
}

const longest = 60;

function unitsOnly(words: string): string | null {
  const { names } = readUnitList(words);
  const isUnit = (name: string): boolean => looksLikeUnit(name) || isSetOfUnits(name) || isTown(name);
  return names.length > 0 && !/[。；;：:？！]/u.test(words) && names.every(isUnit) ? words : null;
}

type Sections = { readonly reads: readonly Read[]; readonly odd: null } | { readonly odd: Line };
type OpenItem = Omit<Item, 'paragraphs'> & {
  readonly paragraphs: { readonly lines: Line[]; readonly isLabelled: boolean }[];
};

/** Each heading with the tasks below it; `odd` is a line that does not fit. */
function sectionsOf(lines: readonly Line[], headings: ReadonlyMap<Line, UnitHeading>): Sections {
  const outer = outermost(lines, headings);
  const reads: (OpenItem | Read)[] = [{ ...numbered(null, null), kind: 'front' }];
  let mode: 'front' | 'section' | 'aside' | 'tasks' | 'closing' = 'front';
  let style: Mark['style'] | null = null;
  let last = 0;
  for (const [index, line] of lines.entries()) {
    const heading = headings.get(line);
    const mark = markAt(line.text);
    const open = reads.at(-1);
    if (heading !== undefined) {
      if (heading.mark !== null && rankOf[heading.mark.style] !== outer) return { odd: line };
      reads.push(headingRead(heading, outer));
      [mode, style] = ['tasks', markAt(lines[index + 1]?.text ?? '')?.style ?? null];
    } else if (mark !== null && !mark.isDoubtful && rankOf[mark.style] < outer) {
      reads.push(started(mark, null, line));
      mode = introductory.test(line.text) ? 'aside' : 'section';
    } else if (mode === 'tasks' && isClosingLine(line, lines[index + 1] ?? null)) {
      reads.push({ ...started(null, null, line), kind: 'closing' });
      mode = 'closing';
    } else if (mode === 'tasks' && mark !== null && mark.style === style && isNext(mark, last)) {
      reads.push(started(mark, mark.value === 1 ? null : last, line));
      last = mark.value;
    } else if (isStray(mark, mode, style)) return { odd: line };
    else if (open !== undefined && 'paragraphs' in open) take(open, line);
  }
  return { reads: reads.map((each) => ('paragraphs' in each ? readOf(each) : each)), odd: null };
}

/** The rank of the headings, or of the tasks below headings without a number. */
function outermost(lines: readonly Line[], headings: ReadonlyMap<Line, UnitHeading>): number {
  const [first] = headings.values();
  const mark = first?.mark ?? (first === undefined ? null : markAt(lines[lines.indexOf(first.line) + 1]?.text ?? ''));
  return mark === null ? 0 : rankOf[mark.style];
}

function isNext({ value, isDoubtful }: Mark, last: number): boolean {
  return value === 1 || value === last + 1 || (!isDoubtful && value > last);
}

/** A number that stands below no unit, or between a unit and its tasks. */
function isStray(mark: Mark | null, mode: string, style: Mark['style'] | null): boolean {
  if (mark === null || mark.isDoubtful || mode === 'aside' || mode === 'closing') return false;
  return mode !== 'tasks' || style === null || rankOf[mark.style] < rankOf[style];
}

function numbered(mark: Mark | null, previous: number | null): OpenItem {
  return { kind: mark === null ? 'bare' : 'numbered', mark, previous, paragraphs: [] };
}

function started(mark: Mark | null, previous: number | null, line: Line): OpenItem {
  return { ...numbered(mark, previous), paragraphs: [{ lines: [line], isLabelled: false }] };
}

/** A line goes on with the paragraph that no stop has ended. */
function take({ paragraphs, kind }: OpenItem, line: Line): void {
  const last = paragraphs.at(-1);
  const isLabelled = labelAtStart(line.text) !== null;
  const ends = kind === 'front' || endsSentence(last?.lines.at(-1)?.text ?? '') || line.isAfterBlank;
  if (last === undefined || isLabelled || ends || markAt(line.text) !== null)
    paragraphs.push({ lines: [line], isLabelled });
  else last.lines.push(line);
}

function readOf(item: Item): Read {
  return { item, content: readContent(item) };
}

/** A heading without a number stands just above the tasks. */
function headingRead({ line, mark, list, isLead }: UnitHeading, outer: number): Read {
  const paragraphs = [{ lines: [line], isLabelled: false }];
  const item: Item = {
    kind: mark === null ? 'bare' : 'numbered',
    mark,
    previous: null,
    paragraphs,
    rank: mark === null ? outer - 0.5 : outer,
  };
  const claim: Claim = {
    field: isLead ? 'leads' : 'responsible',
    rule: 'heading',
    words: line.text,
    value: list,
    spot: { line: line.line, column: line.column },
    isInline: false,
  };
  return { item, content: { ...plainContent(item), claims: [claim] } };
}
