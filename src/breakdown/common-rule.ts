/** Rules that give units to all tasks at once: `各项任务均需各镇（街道）配合，不再逐项列出`, `以下各项工作均需各县区政府落实`. */
import { looksLikeUnit } from './unit-name.ts';
import { readUnitList } from './unit-list.ts';
import { isSetOfUnits } from './unit-set.ts';

export type CommonRule = {
  readonly role: 'leads' | 'cooperators' | 'responsible';
  /** The list as printed. */
  readonly list: string;
  /** The sentence that states it. */
  readonly words: string;
  /** `below`: 以下各项 holds for the tasks that follow, `here`: 下同 for its own and those, the others for all of the document. */
  readonly scope: 'here' | 'below' | 'everywhere';
  /** Offset in the text. */
  readonly at: number;
};

const scope = '(?:以下|下列|下述|上述|以上|本方案|本意见|本表|所列|文中|方案中|表中)?';
const tasks =
  '(?:各项|各条|每项|所有|全部|各)(?:重点|主要|具体|目标)?(?:工作|任务|措施|事项|举措|条款|内容)(?:任务|措施|事项)?';
const longest = 80;

// The object first: 各项任务均需各镇配合.
const taskFirst = new RegExp(
  `^(?:注[：:]|说明[：:]|[0-9一二三四五六七八九十]{1,2}[、.．])?${scope}(?:的)?${tasks}(?:中|，|,)?(?:均|都|皆|还)(?:需要|需|须|要|应|由|涉及)?(?:由|请)?(.{2,${longest}}?)(负责|落实|实施|承担|配合|参与|协同|协助|支持|牵头)(?:落实|实施|推进|配合|做好|工作|负责|抓好){0,3}$`,
  'u',
);
// 具体任务均涉及相关市（州）人民政府，不再列出
const concerning = new RegExp(
  `^(?:注[：:]|说明[：:])?${scope}(?:的)?(?:具体|各项|所有|全部|每项)(?:工作|任务|措施|事项)(?:均|都|皆)涉及(.{2,${longest}}?)$`,
  'u',
);
// The units first: 各镇（街道）均为各项任务的配合单位.
const unitsFirst = new RegExp(
  `^(?:注[：:]|说明[：:])?(.{2,${longest}}?)(?:均|都|皆)?(?:为|是|作为|系)${scope}(?:的)?${tasks}的?(牵头|配合|责任|参与|协同|落实)(?:单位|部门)$`,
  'u',
);
const sentences = /[^。；;！]+/gu;
const clause = /[，,](?:不再|不另|不一一|以下不再|下同).*$/u;

/** The rules that a text states, in order. */
export function commonRulesIn(text: string): readonly CommonRule[] {
  return [...text.matchAll(sentences)].flatMap(({ 0: sentence, index }) => {
    const inner = sentence.replaceAll(/^[\s（(〔【［[]+|[\s）)〕】］\]]+$/gu, '');
    const rule = commonRuleOf(inner.length > longest * 2 ? '' : inner);
    return rule === null ? [] : [{ ...rule, words: inner, at: index + Math.max(0, sentence.indexOf(inner)) }];
  });
}

function commonRuleOf(sentence: string): Pick<CommonRule, 'role' | 'list' | 'scope'> | null {
  const plain = sentence.replace(clause, '');
  const match = taskFirst.exec(plain) ?? concerning.exec(plain) ?? unitsFirst.exec(plain);
  const list = match?.[1] ?? '';
  const { names } = readUnitList(list);
  if (match === null || names.length === 0 || !names.every(isUnit)) return null;
  return { role: roleOf(match[2] ?? ''), list, scope: scopeOf(sentence) };
}

function scopeOf(sentence: string): CommonRule['scope'] {
  if (sentence.includes('下同')) return 'here';
  return /^(?:以下|下列|下述)/u.test(sentence) ? 'below' : 'everywhere';
}

/** `各镇（街道）` is a unit of a breakdown although no other list would vouch for it. */
function isUnit(name: string): boolean {
  return looksLikeUnit(name) || isSetOfUnits(name);
}

function roleOf(verb: string): CommonRule['role'] {
  if (verb === '牵头') return 'leads';
  return verb === '负责' || verb === '落实' || verb === '实施' || verb === '承担' || verb === '责任'
    ? 'responsible'
    : 'cooperators';
}

/** A segment of a clause that states such a rule and names nobody for its own task alone. */
export function isCommonRule(segment: string): boolean {
  return commonRuleOf(segment) !== null;
}
