/** Lists of units as documents print them: `区委组织部、区人社局等有关单位`. Split outside brackets, cleaned, nothing guessed. */

import { isWholeBeforeAnd, isWholeUnit, looksLikeUnit } from './unit-name.ts';

export type UnitRepair =
  | { readonly kind: 'stray-mark'; readonly mark: string; readonly name: string }
  | { readonly kind: 'empty-unit' };

export type UnitList = {
  readonly names: readonly string[];
  readonly andOthers: boolean;
  readonly allUnits: boolean;
  readonly repairs: readonly UnitRepair[];
};

const noUnits = /^(?:无|暂无|没有|略|\/|／|-|—|——|－|空|\\)?$/u;
const separators = /[、，,；;]/u;
const openers = '（(〔【[《“‘〈';
const closers = '）)〕】]》”’〉';

/** Reads a list; `无`, `/` and nothing are an empty one. */
export function readUnitList(text: string): UnitList {
  const trimmed = text.replaceAll(/^[\s。．]+|[\s。；;]+$/gu, '');
  if (noUnits.test(trimmed)) return { names: [], andOthers: false, allUnits: false, repairs: [] };
  const repairs: UnitRepair[] = [];
  const names: string[] = [];
  let andOthers = false;
  const items = joinedLevels(splitOutsideBrackets(trimmed))
    .flatMap(({ text: item }) => splitBySpace(item))
    .flatMap(splitPair);
  for (const item of items) {
    const cleaned = cleanName(item);
    if (cleaned.mark !== '') repairs.push({ kind: 'stray-mark', mark: cleaned.mark, name: cleaned.name });
    const { name, isOpen } = withoutOthers(cleaned.name);
    andOthers ||= isOpen || openSet.test(name);
    if (name !== '') names.push(name);
    else if (!isOpen) repairs.push({ kind: 'empty-unit' });
  }
  return { names, andOthers, allUnits: names.some((name) => everyUnit.test(name)), repairs };
}

// 各单位 and its like: everybody. 有关单位 and its like: somebody, the document does not say who.
const everyUnit =
  /^(?:全[省市县区]|[省市县区州][直级属]|国务院|中央|[省市县区]政府|各地区、?|各级)?各(?:级|相关|有关|成员|责任|直属|职能|牵头)*(?:单位|部门|委办局)$/u;
// At the start of a name 有关 says it whatever follows (`有关县（市、区）人民政府`), within one before a word for units (`国务院相关部门及各地区`).
const openSet =
  /^(?:各级?|国家|国务院|中央|[省市县区州](?:级|直|[委府])?)?(?:有关|相关|其他|其它)|(?:有关|相关|其他|其它)(?:的)?(?:[省市区县]级?)?(?:直属|职能|责任)?(?:单位|部门|机构|方面|地区|企业|委办局|科室|国家机关)/u;

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

const levels =
  '(?:地级以上市|地级市|县级市|自治州|自治县|市州|州市|县市区|市县区|乡镇|镇街|街道|省|市|州|盟|区|县|旗|乡|镇|村|社区|园区|开发区|新区)';
const bracketed = '(?:[（(〔][^）)〕]{1,12}[）)〕])?';
const everyLevel = new RegExp(`^(?:各|各?(?:有关|相关))${levels}${bracketed}$`, 'u');
const furtherLevel = new RegExp(
  `^${levels}${bracketed}(?:、?${levels}${bracketed})*(?:人民政府|政府|党委|管委会|办事处|党工委)?$`,
  'u',
);

/** `各市、县〔市、区〕政府`, `各区、县级市` and `有关市、县（区）人民政府` are one name each. */
function joinedLevels(items: readonly Item[]): readonly Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    if (before?.separator === '、' && everyLevel.test(lastLevel(before.text)) && furtherLevel.test(item.text.trim())) {
      joined[joined.length - 1] = { text: `${before.text}、${item.text}`, separator: item.separator };
    } else joined.push(item);
  }
  return joined;
}

function lastLevel(text: string): string {
  const parts = text.trim().split('、');
  // `省有关部门及各市、县政府` stays whole like `国务院相关部门及各地区`.
  const first = (parts[0] ?? '').replace(/^.+(?:及|和|与)(?=各)/u, '');
  return parts.length === 1 ? first : `各${parts.at(-1) ?? ''}`;
}

/** `区委办公室　区政府办公室`: a space separates whole names; inside a name (`财 政 局`) it is typesetting. */
function splitBySpace(item: string): readonly string[] {
  const parts = item.trim().split(/[\s\u3000]+/u);
  if (parts.length > 1 && parts.every((part) => part.length > 2 && looksLikeUnit(part))) return parts;
  return [/[A-Za-z]/u.test(item) ? item.trim() : parts.join('')];
}

const strayStart = /^[\s。．.,，:：;；‘’“”'"`·*_]+/u;
const strayEnd = /[\s。．.,，:：;；‘’“”'"`·*_]+$/u;

function cleanName(item: string): { readonly name: string; readonly mark: string } {
  const trimmed = item.trim();
  const start = strayStart.exec(trimmed)?.[0] ?? '';
  const rest = trimmed.slice(start.length);
  const end = strayEnd.exec(rest)?.[0] ?? '';
  const name = rest.slice(0, rest.length - end.length).replace(/^[（(]([^（()）]+)[）)]$/u, '$1');
  const mark = (start + end).replaceAll(/[\s。*_]/gu, '');
  return { name, mark };
}

const others =
  /等(?:\d+个|[一二三四五六七八九十]+个)?(?:其他|其它|各|有关|相关|职能|省级|市级|区级|县级|省|市|区|县|中央|国务院|直属|成员)*(?:部门单位|单位部门|部门|单位|机构|方面|企业|地区|委办局)?$/u;

/** Takes `等有关单位` off the end of a name. A name such as 平等 keeps its 等 because nothing is left of it otherwise. */
function withoutOthers(name: string): { readonly name: string; readonly isOpen: boolean } {
  const match = others.exec(name);
  if (match === null) return { name, isOpen: false };
  return { name: name.slice(0, match.index), isOpen: true };
}

const othersWithin = /^(.+?)(等(?:[^、，；等]{0,8})?(?:部门|单位|机构|地区))(?:以及|和|及|与)(.+)$/u;

/**
 * `能源局等有关部门和各市政府` is two, and so is `财政局和民政局`, where both halves are whole names. 文化和旅游局 is one, and
 * an open set (`国务院相关部门及各地区`) stays as it is worded.
 */
function splitPair(item: string): readonly string[] {
  const within = othersWithin.exec(item);
  if (within !== null) return [`${within[1]}${within[2]}`, ...splitPair(within[3] ?? '')];
  for (const joint of item.matchAll(/以及|和|及|与|会同/gu)) {
    const left = item.slice(0, joint.index);
    const right = item.slice(joint.index + joint[0].length);
    const isSameLevel = right.startsWith('各') || right.startsWith(left.charAt(0));
    const isPair = isWholeBeforeAnd(left) || (looksLikeUnit(left) && isSameLevel);
    if (isPair && looksLikeUnit(right) && !openSet.test(left) && !left.startsWith('各'))
      return [left, ...splitPair(right)];
  }
  return [item];
}

/** Names in a table's cell: a line end parts two names, unless it broke one to fit. */
export function namesOnLines(cell: string): string {
  const lines = cell.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .reduce((list, line) => (list === '' || !partsNames(list, line) ? list + line : `${list}、${line}`), '');
}

function partsNames(list: string, line: string): boolean {
  const last = /[^、，,；;：:]*$/u.exec(list)?.[0] ?? '';
  const first = line.replace(/[、，,；;].*$/u, '');
  if (last === '' || !looksLikeUnit(last) || !looksLikeUnit(first)) return false;
  return isWholeUnit(last) || first.startsWith(last.charAt(0)) || /^[各省市区县州国中]/u.test(first);
}
