/** Rules that give units to all tasks at once: `各项任务均需各镇（街道）配合，不再逐项列出`, `以下各项工作均需各县区政府落实`. */
import { looksLikeUnit } from './unit-name.ts';
import { readUnitList } from './unit-list.ts';
import { signRulesIn } from './sign-rule.ts';
import { isSetOfUnits } from './unit-set.ts';

export type CommonRule = {
  readonly role: 'cooperators' | 'responsible';
  /** The list as printed. */
  readonly list: string;
  /** The sentence that states it. */
  readonly words: string;
  /** `below`: 以下各项 holds for the tasks that follow, `here`: 下同 for its own and those, the others for all of the document. */
  readonly scope: 'here' | 'below' | 'everywhere';
  /** Offset in the text. */
  readonly at: number;
};

const scope = '(?:以下|下列|下述|上述|以上|本方案|本意见|本表|所列|文中|方案中|表中)';
const all = '(?:各项|各条|每项|所有|全部|各|具体)';
const what = '(?:重点|主要|目标)?(?:工作|任务|措施|事项|举措|条款|内容)(?:任务|措施|事项)?';
const tasks = `(?:${scope}(?:的)?${all}?|${all})${what}`;
const opening = '^(?:注[：:]|说明[：:]|备注[：:])?(?:[0-9一二三四五六七八九十]{1,2}[、.．])?';
const every = '(?:均|都|皆)';
const manner = '(?:(?:按照?|根据|结合)(?:各自)?职责(?:分工)?|具体|共同|分别|积极|密切|全力|协同)*';
const verb = '(负责|落实|实施|承担|配合|参与|协同|协助|支持)(?:落实|实施|推进|配合|做好|工作|负责|抓好){0,3}';
const body = '(?:单位|部门)';
const longest = 80;
const units = `(.{2,${longest}}?)`;

type Shape = { readonly pattern: RegExp; readonly list: number; readonly verb: number };

const shapes: readonly Shape[] = [
  // 各项任务均需各镇（街道）配合
  {
    pattern: new RegExp(
      `${opening}${tasks}(?:中|，|,)?(?:${every}|还)(?:需要|需|须|要|应|由)?(?:由|请)?${units}${manner}${verb}$`,
      'u',
    ),
    list: 1,
    verb: 2,
  },
  // 具体任务均涉及相关市（州）人民政府
  { pattern: new RegExp(`${opening}${tasks}${every}涉及${units}$`, 'u'), list: 1, verb: 0 },
  // 所有任务各镇（街道）均为配合单位
  {
    pattern: new RegExp(`${opening}${tasks}[，,]?${units}${every}(?:为|是|作为)(配合|责任|参与|落实)${body}$`, 'u'),
    list: 1,
    verb: 2,
  },
  // 各镇（街道）均为各项任务的配合单位
  {
    pattern: new RegExp(`${opening}${units}${every}?(?:为|是|作为|系)${tasks}的?(配合|责任|参与|落实)${body}$`, 'u'),
    list: 1,
    verb: 2,
  },
  // 各项任务的配合单位均包括各镇（街道）
  {
    pattern: new RegExp(
      `${opening}${tasks}的?(配合|责任|参与|落实)${body}${every}?(?:为|是|包括|包含|含|还有|增加)${units}$`,
      'u',
    ),
    list: 2,
    verb: 1,
  },
];
// Every shape speaks of tasks.
const ofTasks = /工作|任务|措施|事项|举措|条款|内容/u;
const sentences = /[^。；;！]+/gu;
const clause = /[，,](?:不再|不另|不一一|以下不再|下同)[\s\S]*$/u;

/** The rules that a text states, in order. */
export function commonRulesIn(text: string): readonly CommonRule[] {
  return [...text.matchAll(sentences)].flatMap(({ 0: sentence, index }) => {
    const inner = withoutLooseBrackets(sentence.trim());
    const rule = commonRuleOf(inner.length > longest * 2 ? '' : inner);
    return rule === null ? [] : [{ ...rule, words: inner, at: index + Math.max(0, sentence.indexOf(inner)) }];
  });
}

/** `〔…。以下各项…，不再列出` was cut out of its bracket. */
function withoutLooseBrackets(sentence: string): string {
  const opens = sentence.match(/[（(〔【［[]/gu)?.length ?? 0;
  const closes = sentence.match(/[）)〕】］\]]/gu)?.length ?? 0;
  if (closes > opens) return sentence.replace(/[）)〕】］\]]$/u, '');
  return opens > closes
    ? sentence.replace(/^[（(〔【［[]/u, '')
    : sentence.replace(/^[（(〔【［[](.{0,200})[）)〕】］\]]$/u, '$1');
}

function commonRuleOf(sentence: string): Pick<CommonRule, 'role' | 'list' | 'scope'> | null {
  const plain = sentence.replace(clause, '');
  if (!ofTasks.test(plain)) return null;
  for (const shape of shapes) {
    const match = shape.pattern.exec(plain);
    if (match === null) continue;
    const list = match[shape.list] ?? '';
    const { names } = readUnitList(list);
    if (names.length === 0 || !names.every(isUnit)) continue;
    return { role: roleOf(shape.verb === 0 ? '' : (match[shape.verb] ?? '')), list, scope: scopeOf(sentence) };
  }
  return null;
}

// 凡涉及各镇街道的工作，各镇街道均为责任单位: said of some tasks, which nobody can tell.
const some = new RegExp(
  `(?:${scope}|各项|所有|全部|凡).{0,16}(?:工作|任务|措施|事项).{0,30}(?:均为|均需|均由|由|均是).{0,4}(?:各[镇乡街县区市园旗]|各开发区|各功能区|.{2,12}牵头)|(?:凡|涉及).{0,24}(?:工作|任务|事项|内容).{0,8}各.{1,20}(?:为|是)(?:责任|配合|牵头)(?:单位|部门)`,
  'u',
);

// `各项任务均由区发改局统筹，各镇街配合，不再列出`: more than one role, or a verb that is no rule's.
const elsewhere = new RegExp(
  `^(?:注[：:]|说明[：:]|备注[：:]|[*＊※（(])?${tasks}.{0,60}(?:统筹|牵头|负责|落实|配合|参与).{0,16}(?:不再|不另|不一一|下同)`,
  'u',
);
// `带★的为牵头单位`, `加粗单位为牵头单位`: plain text has lost what this rule goes by, or nothing here reads it.
const marked =
  /(?:加粗|粗体|黑体|斜体|下?划线|标红|红色|带|标有?|标注|标识|[★☆※▲△●◎*＊]).{0,12}(?:为|是|系)牵头|牵头(?:单位|部门)(?:为|是|用|以|均).{0,6}(?:加粗|粗体|黑体|斜体|下?划线|标红|红色|标注|标识|[★☆※▲△●◎*＊])/u;

/** A sentence that seems to give units or roles to many tasks and is no rule that could be applied. */
export function seemsCommonRule(sentence: string): boolean {
  if (sentence.length > longest * 2) return false;
  return (
    (marked.test(sentence) && signRulesIn(sentence).length === 0) ||
    ((some.test(sentence) || elsewhere.test(sentence)) && commonRuleOf(withoutLooseBrackets(sentence)) === null)
  );
}

function scopeOf(sentence: string): CommonRule['scope'] {
  if (sentence.includes('下同')) return 'here';
  return /^(?:注[：:])?(?:以下|下列|下述)/u.test(sentence) ? 'below' : 'everywhere';
}

/** `各镇（街道）` is a unit of a breakdown although no other list would vouch for it. */
function isUnit(name: string): boolean {
  return looksLikeUnit(name) || isSetOfUnits(name);
}

function roleOf(verb: string): CommonRule['role'] {
  return verb === '负责' || verb === '落实' || verb === '实施' || verb === '承担' || verb === '责任'
    ? 'responsible'
    : 'cooperators';
}

/** A segment of a clause that states such a rule and names nobody for its own task alone. */
export function isCommonRule(segment: string): boolean {
  return commonRuleOf(segment) !== null;
}
