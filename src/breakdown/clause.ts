/** Clauses in brackets: `（省发展改革委牵头，省财政厅配合）`, `〔责任单位：省商务厅〕`, `（公安部、应急管理部）` at a paragraph's end. */
import { claimsOfDivision, claimsOfLabel } from './claim.ts';
import type { Claim, Claims, Origin } from './claim.ts';
import { isDeadline } from './deadline.ts';
import { isCertain, isPlausible, readDivision } from './division.ts';
import { isDitto } from './ditto.ts';
import { isUnitField, labelsIn } from './label.ts';
import { firstLeadsRule } from './lead-rule.ts';
import { markAt } from './mark.ts';

export type Clause = { readonly start: number; readonly end: number; readonly claims: Claims };

/** The clauses of a paragraph, outermost brackets only. `originAt` says where an offset stands. */
export function clausesIn(text: string, originAt: (offset: number) => Origin): readonly Clause[] {
  const lists = labelsIn(text).filter(({ field }) => isUnitField(field));
  let next = 0;
  let stop = text.indexOf('。');
  let lastStop = -1;
  return outerBrackets(text).flatMap(({ start, end }) => {
    while ((lists[next]?.valueStart ?? Infinity) <= start) next += 1;
    while (stop >= 0 && stop < start) [lastStop, stop] = [stop, text.indexOf('。', stop + 1)];
    const list = lists[next - 1];
    const isOfName = list !== undefined && lastStop < list.valueStart;
    const claims = claimsInside(text, { start, end, isOfName }, originAt);
    return claims === null ? [] : [{ start, end, claims }];
  });
}

type Pair = Pick<Span, 'start' | 'end'>;

type Span = {
  readonly start: number;
  readonly end: number;
  /** It stands in a labelled list of units: `区委宣传部（区新闻出版局、区电影局）` is one name. */
  readonly isOfName: boolean;
};

const openers = '（(〔【［[';
const closers = '）)〕】］]';

/** Pairs of brackets that stand in no other pair; one that is never closed hides nothing. */
function outerBrackets(text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (openers.includes(character)) open.push(index);
    else if (closers.includes(character)) {
      const start = open.pop();
      if (start === undefined) continue;
      while ((pairs.at(-1)?.start ?? -1) > start) pairs.pop();
      pairs.push({ start, end: index + 1 });
    }
  }
  return pairs;
}

function claimsInside(text: string, span: Span, originAt: (offset: number) => Origin): Claims | null {
  const inside = text.slice(span.start + 1, span.end - 1).trim();
  const { dates, rest } = withoutDatesBefore(inside);
  const labels = labelsIn(rest);
  if (labels[0]?.start === 0) {
    // 【牵头单位】 with its colon outside is a label, not a clause; labels have their colon inside.
    const skipped = inside.length - rest.length;
    const each = labels.map((label, index) => {
      const value = rest
        .slice(label.valueStart, labels[index + 1]?.start ?? rest.length)
        .replace(/(?<![\s；;，,])[\s；;，,]+$/u, '');
      return claimsOfLabel(label, value, originAt(span.start + 1 + skipped + label.start));
    });
    const deadlines = dates.map((value): Claim => ({ ...originAt(span.start), field: 'deadline', words: '', value }));
    return merged([{ claims: deadlines, firstLeads: false, remainder: '' }, ...each]);
  }
  // `（同上）`
  if (isDitto(inside)) {
    const claim = { ...originAt(span.start), field: 'responsible', words: '', value: inside } as const;
    return placeOf(text, span).isAtEnd ? { claims: [claim], firstLeads: false, remainder: '' } : null;
  }
  const division = readDivision(inside);
  if (division === null) return firstLeadsRule.test(inside) ? ruleAlone : null;
  const isBare = division.groups.every(({ verb }) => verb === '');
  const place = placeOf(text, span);
  if (isBare && division.groups.length > 0 && span.isOfName) return null;
  if (isBare && division.groups.length > 0 && !isListAtEnd(division.groups[0]?.list ?? '', place)) return null;
  const isTrusted = place.isAtEnd ? isPlausible(division) : place.isFree && isCertain(division);
  if (division.groups.length > 0 && !isTrusted) return null;
  if (division.groups.length === 0 && !place.isAtEnd) return null;
  return claimsOfDivision(division, originAt(span.start));
}

/** `2025年6月底前；责任单位：…`: the dates before the first label. */
function withoutDatesBefore(inside: string): { readonly dates: readonly string[]; readonly rest: string } {
  const first = labelsIn(inside)[0]?.start ?? 0;
  const parts = inside
    .slice(0, first)
    .split(/[；;，,。]/u)
    .map((part) => part.trim());
  const dates = parts.filter((part) => part !== '');
  return dates.length > 0 && dates.every(isDeadline)
    ? { dates, rest: inside.slice(first) }
    : { dates: [], rest: inside };
}

// `（除标注“分别牵头”外，列第一位为牵头单位，下同）`
const ruleAlone: Claims = { claims: [], firstLeads: true, remainder: '' };

type ClausePlace = { readonly isAtEnd: boolean; readonly isFree: boolean; readonly isAfterSentence: boolean };

function placeOf(text: string, { start, end }: Span): ClausePlace {
  const after = text.slice(end, end + 200).trim();
  const isAfterSentence = /[。；;！]\s*$/u.test(text.slice(Math.max(0, start - 3), start));
  const isAtEnd = end >= text.length - 2 && /^[。；;.，,]?$/u.test(after);
  const isFree = isAtEnd || isAfterSentence || /^[。；;，,]/u.test(after) || openers.includes(after.charAt(0));
  return { isAtEnd: isAtEnd || startsWithLabel(after) || startsWithMark(after), isFree, isAfterSentence };
}

/** In text on one line the next task follows, whatever its text begins with. */
function startsWithMark(text: string): boolean {
  return markAt(text.slice(0, 24)) !== null;
}

function startsWithLabel(text: string): boolean {
  const label = labelsIn(text.slice(0, 30))[0];
  return label?.start === 0 && isUnitField(label.field);
}

/** `（公安部、应急管理部）`: without a verb only a list of several, or one after a full stop, at the paragraph's end. */
function isListAtEnd(list: string, place: ClausePlace): boolean {
  return place.isAtEnd && (place.isAfterSentence ? list.length >= 3 : list.includes('、'));
}

export function merged(parts: readonly Claims[]): Claims {
  return {
    claims: parts.flatMap((part) => part.claims),
    firstLeads: parts.some((part) => part.firstLeads),
    remainder: parts.map((part) => part.remainder).join(''),
  };
}
