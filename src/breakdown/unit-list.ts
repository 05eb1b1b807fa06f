/** Lists of units as documents print them: `区委组织部、区人社局等有关单位`. Split outside brackets, cleaned, nothing guessed. */

import { withoutSign } from './sign-rule.ts';
import { isWholeUnit, looksLikeUnit } from './unit-name.ts';
import { anyBody, everyLevel, everyUnit, furtherLevel, openSet, splitPairs, withoutOthers } from './unit-set.ts';

export type UnitRepair =
  | { readonly kind: 'stray-mark'; readonly mark: string; readonly name: string }
  | { readonly kind: 'empty-unit' };

export type UnitList = {
  readonly names: readonly string[];
  /** The sign set to each name (`★区商务局`), by its place; empty for none. */
  readonly signs: readonly string[];
  readonly andOthers: boolean;
  readonly allUnits: boolean;
  readonly repairs: readonly UnitRepair[];
};

const noUnits = /^(?:无|暂无|没有|略|\/|／|-|—|——|－|空|\\)?$/u;
const separators = /[、，,；;﹑､﹐﹔]/u;
const openers = '（(〔【[《“‘〈‹<＜「『';
const closers = '）)〕】]》”’〉›>＞」』';

/** Reads a list; `无`, `/` and nothing are an empty one. */
export function readUnitList(text: string): UnitList {
  const trimmed = text.replaceAll(/^[\s。．]+|(?<![\s。；;])[\s。；;]+$/gu, '');
  if (noUnits.test(trimmed)) return { names: [], signs: [], andOthers: false, allUnits: false, repairs: [] };
  const repairs: UnitRepair[] = [];
  const names: string[] = [];
  const signs: string[] = [];
  let andOthers = false;
  let isAfterOthers = false;
  const items = joinedLevels(splitOutsideBrackets(trimmed))
    .flatMap(({ text: item }) => splitBySpace(item))
    .flatMap(splitBySlash)
    .flatMap(splitPairs);
  for (const item of items) {
    const { name: unsigned, sign } = withoutSign(item);
    const cleaned = cleanName(unsigned);
    if (cleaned.mark !== '') repairs.push({ kind: 'stray-mark', mark: cleaned.mark, name: cleaned.name });
    const { name, isOpen } = withoutOthers(cleaned.name.replace(/^(?:以及|及)(?=各|有关|相关)/u, ''));
    // `区人社局等部门、单位`: the second word says no more than the first.
    const isMore: boolean = isAfterOthers && anyBody.test(name) && !everyUnit.test(name);
    isAfterOthers = isMore || isOpen;
    andOthers ||= isOpen || openSet.test(name);
    if (name !== '' && !isMore) {
      names.push(name);
      signs.push(sign);
    } else if (name === '' && !isOpen) repairs.push({ kind: 'empty-unit' });
  }
  return { names, signs, andOthers, allUnits: names.some((name) => everyUnit.test(name)), repairs };
}

type Item = { readonly text: string; readonly separator: string };

/** Splits at separators that stand outside brackets and quotation marks. */
export function splitOutsideBrackets(text: string, at: RegExp = separators): readonly Item[] {
  const items: Item[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (openers.includes(character)) depth += 1;
    else if (closers.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && at.test(character)) {
      items.push({ text: text.slice(start, index), separator: character });
      start = index + 1;
    }
  }
  return [...items, { text: text.slice(start), separator: '' }];
}

/** `各市、县〔市、区〕政府`, `各区、县级市` and `有关市、县（区）人民政府` are one name each. */
function joinedLevels(items: readonly Item[]): readonly Item[] {
  const joined: { texts: string[]; separator: string }[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const isFurther =
      before?.separator === '、' && everyLevel.test(lastLevel(before.texts)) && furtherLevel.test(item.text.trim());
    if (before !== undefined && isFurther) {
      before.texts.push(item.text);
      before.separator = item.separator;
    } else joined.push({ texts: [item.text], separator: item.separator });
  }
  return joined.map(({ texts, separator }) => ({ text: texts.join('、'), separator }));
}

function lastLevel(texts: readonly string[]): string {
  const last = texts.at(-1)?.trim() ?? '';
  if (texts.length > 1) return `各${last}`;
  // `省有关部门及各市、县政府` stays whole like `国务院相关部门及各地区`.
  return last.slice(Math.max(0, last.search(/(?<=及|和|与)各[^及和与]*$/u)));
}

/** `区委办公室　区政府办公室`: a space separates whole names; inside a name (`财 政 局`) it is typesetting. */
function splitBySpace(item: string): readonly string[] {
  const parts = item.trim().split(/[\s\u3000]+/u);
  if (parts.length > 1 && parts.every((part) => part.length > 2 && looksLikeUnit(part))) return parts;
  return [/[A-Za-z]/u.test(item) ? item.trim() : parts.join('')];
}

/** `区商务局/区工信局`; the slash of `县（市、区）/开发区` stands in a name. */
function splitBySlash(item: string): readonly string[] {
  const parts = splitOutsideBrackets(item, /[/／|｜]/u).map(({ text }) => text);
  return parts.length > 1 && parts.every((part) => isWholeUnit(part.trim())) ? parts : [item];
}

const strayStart = /^[\s。．.,，:：;；‘’“”'"`·*_—–－―-]+/u;
const strayEnd = /(?<![\s。．.,，:：;；‘’“”'"`·*_①-⑳])[\s。．.,，:：;；‘’“”'"`·*_①-⑳]+$/u;

function cleanName(item: string): { readonly name: string; readonly mark: string } {
  const trimmed = item.trim();
  const start = strayStart.exec(trimmed)?.[0] ?? '';
  const rest = trimmed.slice(start.length);
  const end = strayEnd.exec(rest)?.[0] ?? '';
  const name = rest.slice(0, rest.length - end.length).replace(/^[（(]([^（()）]+)[）)]$/u, '$1');
  const mark = (start + end).replaceAll(/[\s。*_]/gu, '');
  return { name, mark };
}

/** Names in a table's cell: a line end parts two names, unless it broke one to fit. */
export function namesOnLines(cell: string): string {
  const lines = cell.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .reduce((list, line) => (list === '' || !partsNames(list, line) ? list + line : `${list}、${line}`), '');
}

function partsNames(list: string, line: string): boolean {
  const last = /(?<![^、，,；;：:])[^、，,；;：:]*$/u.exec(list)?.[0] ?? '';
  const first = line.split(/[、，,；;]/u, 1)[0] ?? '';
  if (last === '' || !looksLikeUnit(last) || !looksLikeUnit(first)) return false;
  return isWholeUnit(last) || first.startsWith(last.charAt(0)) || /^[各省市区县州国中]/u.test(first);
}
