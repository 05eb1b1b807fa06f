/** Claims: words that give a task its units, deadline, leader … A claim remembers which rule read which words (`parse --explain`). */
import { isDeadline } from './deadline.ts';
import { isPlausible, readDivision } from './division.ts';
import type { Division } from './division.ts';
import type { FlowSpot } from './flow.ts';
import { isUnitField } from './label.ts';
import { firstLeadsRule } from './lead-rule.ts';
import type { Label } from './label.ts';
import type { Field } from './label-word.ts';
import { withoutSignRules } from './sign-rule.ts';
import { splitOutsideBrackets } from './unit-list.ts';

/** `label`: `牵头单位：…` · `clause`: `（X牵头，Y配合）` · `sentence`: the same without brackets · `stated`: in a sentence that goes on · `column`: a table's cell · `inherited`: of its section · `heading`: a heading that is nothing but units · `common`: a rule for all tasks. */
export type ClaimRule = 'label' | 'clause' | 'sentence' | 'stated' | 'column' | 'inherited' | 'heading' | 'common';

export type Claim = {
  readonly field: Exclude<Field, 'division'>;
  readonly rule: ClaimRule;
  /** The label, verb or column header; empty for a bare list. */
  readonly words: string;
  readonly value: string;
  readonly spot: FlowSpot;
  /** A label in the same line as the sentence before it. */
  readonly isInline: boolean;
};

export type Claims = {
  readonly claims: readonly Claim[];
  /** States that the first unit of a list leads. */
  readonly firstLeads: boolean;
  /** Words after the value's full stop, which are text again. */
  readonly remainder: string;
};

export type Origin = Pick<Claim, 'rule' | 'spot' | 'isInline'>;

/** The claims of a label and its value; a value that is itself worded as a division (`责任单位：X牵头，Y配合`) is read as one. */
export function claimsOfLabel(label: Pick<Label, 'word' | 'field'>, value: string, origin: Origin): Claims {
  if (!isUnitField(label.field) || label.field === 'division') {
    const division = label.field === 'division' ? readDivision(value) : null;
    if (division !== null) return claimsOfDivision(division, origin);
    const field = label.field === 'division' ? 'responsible' : label.field;
    if (field === 'note' && origin.rule === 'label') {
      return {
        claims: [{ ...origin, field, words: label.word, value: `${label.word}：${withoutEnd(value)}` }],
        firstLeads: false,
        remainder: '',
      };
    }
    return {
      claims: [{ ...origin, field, words: label.word, value: withoutEnd(value) }],
      firstLeads: false,
      remainder: '',
    };
  }
  const { first, remainder: after } = firstSentence(withoutSignRules(value));
  // `责任单位：A、B。列第一位的为牵头单位，下同`
  const isRule = firstLeadsRule.test(after);
  const remainder = isRule ? withoutRule(after) : after;
  const division = readDivision(first);
  const isWorded =
    division !== null &&
    (division.firstLeads || division.deadlines.length > 0 || division.groups.some(({ verb }) => verb !== ''));
  if (!isWorded || !isPlausible(division)) {
    const { units, dates } = partedDates(first);
    const deadlines = dates.map((value): Claim => ({
      ...origin,
      isInline: false,
      field: 'deadline',
      words: '',
      value,
    }));
    const claim: Claim = { ...origin, field: label.field, words: label.word, value: units };
    return { claims: [claim, ...deadlines], firstLeads: isRule, remainder };
  }
  const divided = claimsOfDivision(division, origin, label);
  return { ...divided, firstLeads: divided.firstLeads || isRule, remainder };
}

/** The sentences that follow a list, without the one that states the rule. */
function withoutRule(after: string): string {
  return after
    .split(/(?<=。)/u)
    .filter((sentence) => !firstLeadsRule.test(sentence))
    .join('')
    .trim();
}

const datedBracket = /[（(]([^（()）]{2,24})[）)]$/u;

/** `区教育局、区财政局、2024年底前`, `区教育局（6月底前完成）`: a date in a list of units is no unit. */
function partedDates(list: string): { units: string; dates: readonly string[] } {
  const items = splitOutsideBrackets(list);
  const dates: string[] = [];
  const units = items.flatMap(({ text, separator }) => {
    const inBracket = datedBracket.exec(text.trim())?.[1] ?? '';
    const date = isDeadline(text) ? text.trim() : isDeadline(inBracket) ? inBracket : null;
    if (date === null) return [text + separator];
    dates.push(withoutDone(date));
    return isDeadline(text) ? [] : [text.replace(/[（(][^（()）]*[）)]\s*$/u, '') + separator];
  });
  return dates.length === 0 || units.length === 0
    ? { units: list, dates: [] }
    : { units: units.join('').replace(/[、，,；;]$/u, ''), dates };
}

/** The claims of a division; under a unit label its plain doers (`按职责分工负责`) have the label's role. */
export function claimsOfDivision(division: Division, origin: Origin, label?: Pick<Label, 'word' | 'field'>): Claims {
  const own = label === undefined || label.field === 'division' ? 'responsible' : label.field;
  const units = division.groups.map(({ role, list, verb }, index): Claim => {
    const field = role === 'responsible' && isUnitRole(own) ? own : role;
    // All groups stand behind the one label, which is told once.
    const isInline = origin.isInline && index === 0;
    return { ...origin, isInline, field, words: verb === '' ? (label?.word ?? '') : verb, value: list };
  });
  const deadlines = division.deadlines.map((value): Claim => ({
    ...origin,
    field: 'deadline',
    words: '',
    value: withoutDone(value),
  }));
  const notes = [...division.rest, ...division.loose]
    .filter((value) => !value.endsWith('下同'))
    .map((value): Claim => ({ ...origin, field: 'note', words: '', value }));
  return { claims: [...units, ...deadlines, ...notes], firstLeads: division.firstLeads, remainder: '' };
}

/** What a sentence says in passing counts only where nothing else names units. */
export function withoutStated(claims: readonly Claim[]): readonly Claim[] {
  const isAssigned = claims.some(({ field, rule }) => rule !== 'stated' && isUnitField(field));
  return isAssigned ? claims.filter(({ rule }) => rule !== 'stated') : claims;
}

function isUnitRole(field: Field): field is 'leads' | 'cooperators' | 'responsible' {
  return field === 'leads' || field === 'cooperators' || field === 'responsible';
}

/** `6月底前完成` is the deadline `6月底前`. */
function withoutDone(deadline: string): string {
  return deadline.replace(/(?<=前|内)(?:基本|全面|全部)?完成$/u, '');
}

function withoutEnd(value: string): string {
  return value.replace(/(?<![\s。；;，,])[\s。；;，,]+$/u, '');
}

/** A list of units ends at its full stop; what follows is text. */
function firstSentence(value: string): { first: string; remainder: string } {
  const stop = value.indexOf('。');
  const remainder = stop < 0 ? '' : value.slice(stop + 1).trim();
  if (remainder === '' || /^[）)〕】\]。；;.]+$/u.test(remainder)) return { first: value, remainder: '' };
  return { first: value.slice(0, stop), remainder };
}
