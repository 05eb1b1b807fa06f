/** Words that stand for several units: 各单位, 有关部门, 等有关部门和单位; and names that 和 joins. */
import { isWholeBeforeAnd, looksLikeUnit } from './unit-name.ts';

// 各单位 and its like: everybody. 有关单位 and its like: somebody, the document does not say who.
export const everyUnit =
  /^(?:全[省市县区]|[省市县区州][直级属]|国务院|中央|[省市县区]政府|各地区、?|各级)?各(?:级|相关|有关|成员|责任|直属|职能|牵头)*(?:单位|部门|委办局)$/u;
// At the start of a name 有关 says it whatever follows (`有关县（市、区）人民政府`), within one before a word for units (`国务院相关部门及各地区`).
export const openSet =
  /^(?:各级?|国家|国务院|中央|[省市县区州](?:级|直|[委府])?)?(?:有关|相关|其他|其它)|(?:有关|相关|其他|其它)(?:的)?(?:[省市区县]级?)?(?:直属|职能|责任)?(?:单位|部门|机构|方面|地区|企业|委办局|科室|国家机关)/u;

const bodies = '(?:部门单位|单位部门|部门|单位|机构|方面|企业|地区|委办局)';
const kinds =
  '(?:其他|其它|各|有关|相关|职能|省级|市级|区级|县级|省直|市直|区直|县直|省|市|区|县|中央|国务院|直属|成员|责任)*';
export const anyBody = new RegExp(`^${kinds}${bodies}$`, 'u');
// 等 · 等7个部门 · 等八部门 · 等有关部门和单位
const others = new RegExp(
  `等(?:(?:\\d{1,4}|[一二三四五六七八九十百两]{1,4}|[多数若几]干?)[个家]?)?${kinds}${bodies}?(?:(?:以及|和|及|与|或)${kinds}${bodies})*$`,
  'u',
);

/** Takes `等有关单位` off the end of a name. A name such as 平等 keeps its 等 because nothing is left of it otherwise. */
export function withoutOthers(name: string): { readonly name: string; readonly isOpen: boolean } {
  const match = others.exec(name);
  if (match === null) return { name, isOpen: false };
  return { name: name.slice(0, match.index), isOpen: true };
}

const levels =
  '(?:地级以上市|地级市|县级市|自治州|自治县|市州|州市|县市区|市县区|乡镇|镇街|街道|省|市|州|盟|区|县|旗|乡|镇|村|社区|园区|开发区|新区)';
const bracketed = '(?:[（(〔‹<＜［[][^）)〕›>＞］\\]]{1,12}[）)〕›>＞］\\]])?';
const seats = '(?:人民政府|政府|党委|管委会|办事处|党工委)?';
export const everyLevel = new RegExp(`^(?:各|各?(?:有关|相关))${levels}${bracketed}$`, 'u');
export const furtherLevel = new RegExp(`^${levels}${bracketed}(?:、?${levels}${bracketed})*${seats}$`, 'u');
const levelsAlone = new RegExp(`^(?:有关|相关|所属)?${levels}${bracketed}(?:、?${levels}${bracketed})*${seats}$`, 'u');
const openAlone = new RegExp(`^${kinds}(?:有关|相关|职能)${kinds}${bodies}$`, 'u');

const joints = /以及|和|及|与|会同|暨/gu;
const openEnd = /等[^、，；等]{0,8}$/u;
const longestName = 60;

/**
 * `能源局等有关部门和各市政府` is two, and so is `财政局和民政局`, where both halves are whole names. 文化和旅游局 is one, and
 * an open set (`国务院相关部门及各地区`) stays as it is worded.
 */
export function splitPairs(item: string): readonly string[] {
  // `区交通局等相关镇街`, `区农业农村局等各乡镇`: the open list, and a group that can be named in the roster.
  const [, before, group = ''] = /^(.{2,60}?等)((?:各|有关|相关|所属).{1,20})$/u.exec(item) ?? [];
  if (before !== undefined && (everyLevel.test(group) || levelsAlone.test(group)) && !others.test(item))
    return [...splitPairs(before), group];
  const open = others.exec(item);
  const end = open !== null && open.index > 0 ? open.index : item.length;
  const ends = [...item.slice(0, end).matchAll(joints)].map(({ 0: word, index }) => ({
    at: index,
    next: index + word.length,
  }));
  const names: string[] = [];
  let start = 0;
  for (const [index, { at, next }] of ends.entries()) {
    if (at < start) continue;
    const left = item.slice(start, at);
    const rights = [...ends.slice(index + 1, index + 4).map((each) => each.at), end].map((to) => item.slice(next, to));
    if (left.length > longestName || !rights.some((right) => isPair(left, right))) continue;
    names.push(left);
    start = next;
  }
  return [...names, item.slice(start)];
}

function isPair(left: string, right: string): boolean {
  const isRightWhole = right.length <= longestName && looksLikeUnit(right);
  const open = openEnd.exec(left);
  // `区发改委等和各镇人民政府`
  if (open !== null && open.index > 1) return isRightWhole || /^各.{1,12}$/u.test(right) || levelsAlone.test(right);
  // `有关单位和各镇（街道）`: the open set, and a group that can be named in the roster.
  if (openAlone.test(left) && everyLevel.test(right)) return true;
  const isSameLevel = right.startsWith('各') || right.startsWith(left.charAt(0));
  return (
    isRightWhole &&
    (isWholeBeforeAnd(left) || (looksLikeUnit(left) && isSameLevel)) &&
    !openSet.test(left) &&
    !left.startsWith('各')
  );
}

/** 各单位, 有关部门, 各镇（街道）: several units under one name. */
export function isSetOfUnits(name: string): boolean {
  return (
    everyUnit.test(name) ||
    openSet.test(name) ||
    /^各.{1,20}$/u.test(name) ||
    (name.length > 1 && levelsAlone.test(name))
  );
}

const town = /^\p{Script=Han}{1,8}(?:镇|乡|村|社区|苏木|林场|农场|办事处)$/u;

/** A unit in a list of units; elsewhere a place as easily, so that looksLikeUnit does not know it. */
export function isTown(name: string): boolean {
  return town.test(name);
}
