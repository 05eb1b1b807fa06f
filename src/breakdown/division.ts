/**
 * Division of work in a sentence's words: `X牵头，Y、Z配合`, `A、B分别牵头`, `A、B按职责分工负责`. Each group of names gets the role its verb
 * gives it. A role that no verb gives is not made up.
 */
import { isCommonRule } from './common-rule.ts';
import { isDatedSegment, isDeadline } from './deadline.ts';
import { firstLeadsRule } from './lead-rule.ts';
import { withoutSignRules } from './sign-rule.ts';
import { looksLikeUnit } from './unit-name.ts';
import { readUnitList, splitOutsideBrackets } from './unit-list.ts';

export type Group = {
  readonly role: 'leads' | 'cooperators' | 'responsible';
  /** The list as printed. */
  readonly list: string;
  /** The verb that gave the role; empty when the list stands bare. */
  readonly verb: string;
};

export type Division = {
  readonly groups: readonly Group[];
  readonly deadlines: readonly string[];
  /** Segments that say something else: `下同`, `不再列出`. */
  readonly rest: readonly string[];
  /** Segments that follow the groups and are nothing of the kind: `成立工作专班`. Trusted only where isCertain. */
  readonly loose: readonly string[];
  readonly firstLeads: boolean;
};

// 按职责分工, 按照各自职责, 结合工作职能分别 …: how the work is done says nothing of who leads.
const manner =
  '(?:等)?(?:按照?|根据|依|结合)?(?:各自|相关)?(?:的)?(?:职责|职能|任务|工作)?(?:分工|范围|权限)?(?:内)?(?:分别|共同|联合|具体|协同|积极|密切|各自|分头|分级)*';
const doing =
  '(?:负责(?:组织)?(?:落实|实施|推进|推动|办理|开展|完成)?|落实|实施|组织实施|抓好落实|贯彻落实|推进|承担|办理|推动|执行|完成|各负其责)';
const leading = '(?:负责|落实|组织|实施|组织实施|推进|推动|抓总|办理|协调|统筹|承办|抓好|抓好落实|开展|完成)?';
const helping =
  '(?:协同配合|协助配合|参与配合|配合参与|支持配合|积极配合|密切配合|做好配合|配合落实|配合推进|配合做好|参与|参加|配合|协同|协助|协办|支持)(?:工作)?';

// The verb at the end of a segment gives its names their role; the first that fits decides.
type Pattern = {
  readonly role: Group['role'];
  readonly pattern: RegExp;
  /** The characters that such a verb ends in: a name rarely does, and need not be searched for one. */
  readonly last: string;
};

const patterns: readonly Pattern[] = [
  // 省发展改革委牵头 · A、B分别牵头 · 按职责分工牵头负责 · 市数据局负总责
  {
    role: 'leads',
    pattern: new RegExp(
      `(?:分别|共同|联合|按照?职责分工|按职责分别)?(?:(?:负责)?(?:牵头|主办|主责)${leading}|负总责|总负责|总牵头|抓总)$`,
      'u',
    ),
    last: '头办责总实织施进动理调筹好展成',
  },
  // 省财政厅配合 · 各市参与 · 区残联按职责做好配合工作
  { role: 'cooperators', pattern: new RegExp(`${manner}${helping}$`, 'u'), last: '合与持加同助办作实进好' },
  // 公安部、税务总局按职责分工负责 · 司法部负责 · 各地落实
  { role: 'responsible', pattern: new RegExp(`${manner}${doing}$`, 'u'), last: '责实施进动理展成担行' },
];

const assigning = /分工|职责|分别|共同|负责|落实|承担|各负其责/u;

/** Reads a division, or null when the words are none: only verbs, dates and names decide. */
export function readDivision(text: string): Division | null {
  const segments = segmentsOf(withoutSignRules(text));
  const state: State = { groups: [], deadlines: [], rest: [], loose: [], pending: [], firstLeads: false };
  for (const segment of segments) {
    const groups = withDoers(groupsOf(segment, state.pending), segment, state);
    const helped = helpers.exec(segment);
    if (helped !== null) {
      state.groups.push({ role: 'cooperators', list: helped[1] ?? '', verb: '会同' });
      if (helped[2] !== undefined) state.loose.push(helped[2]);
    } else if (firstLeadsRule.test(segment)) state.firstLeads = true;
    else if (isDeadline(segment)) state.deadlines.push(segment);
    else if (aside.test(segment) || isCommonRule(segment)) state.rest.push(segment);
    else if (groups === null && isDatedSegment(segment)) state.deadlines.push(segment);
    else if (groups === null) state.pending.push(segment);
    else {
      state.groups.push(...groups);
      state.pending = [];
    }
  }
  return finished(state);
}

// Said of the list and no part of it: 下同, 其他为配合单位, 不再列出.
const aside =
  /^(?:下同|以下同|其[他余它].{0,12}(?:配合|参与|责任)(?:单位|部门)|(?:以下)?不(?:再|另|一一).{0,12}|各地.{0,4}落实)$/u;

function segmentsOf(text: string): readonly string[] {
  return splitOutsideBrackets(text, /[，,；;。]/u)
    .flatMap(({ text: item }) => item.split(afterVerb))
    .flatMap((item) => ruleApart(item.trim()))
    .filter((segment) => segment !== '');
}

// `区商务局牵头、区工信局配合`
const afterVerb = /(?<=牵头|主办|抓总|(?:牵头|共同|分别|分工)负责)、/u;

/** `区商务局、区工信局（列第一位的为牵头单位，下同）`: the list, and the rule about it. */
function ruleApart(segment: string): readonly string[] {
  const bracket = /^(.+?)[（(]([^（()）]+)[）)]$/u.exec(segment);
  const [, list = '', rule = ''] = bracket ?? [];
  return firstLeadsRule.test(rule) && !firstLeadsRule.test(list) ? [list, rule] : [segment];
}

type State = {
  groups: Group[];
  readonly deadlines: string[];
  readonly rest: string[];
  readonly loose: string[];
  pending: string[];
  firstLeads: boolean;
};

function finished({ groups, deadlines, rest, loose, pending, firstLeads }: State): Division | null {
  const bare = pending.join('，');
  const isList = bare !== '' && isListOfUnits(bare);
  if (pending.length > 0 && !isList && groups.length === 0) return null;
  if (isList)
    groups.push({
      role: groups.some(({ role }) => role === 'leads') ? 'cooperators' : 'responsible',
      list: bare,
      verb: '',
    });
  if (groups.length === 0 && deadlines.length === 0 && !firstLeads) return null;
  return { groups, deadlines, rest, firstLeads, loose: isList ? loose : [...loose, ...pending] };
}

// `市发改委牵头会同市财政局`, without a comma
const leadWithOthers = /^([\s\S]+?)(牵头[，,]?\s?会同)([\s\S]+)$/u;

// `会同市财政局做好高标准农田建设`
const helpers =
  /^(?:并|要|负责)?会同([\s\S]+?)((?:做好|抓好|建设|编制|组建|开展|推进|研究|制定|落实|组织|加强|完善|建立|共同|负责|实施|办理|出台)[\s\S]*)?$/u;

/** The groups that one segment closes, with the verbless segments before it; null when it has no verb. */
function groupsOf(segment: string, pending: readonly string[]): readonly Group[] | null {
  const joint = leadWithOthers.exec(segment);
  if (joint !== null) {
    const others = (joint[3] ?? '').replace(new RegExp(`${manner}${doing}$`, 'u'), '');
    return [
      { role: 'leads', list: listOf(joint[1] ?? '', pending), verb: '牵头' },
      { role: 'cooperators', list: others, verb: '会同' },
    ];
  }
  for (const { role, pattern, last } of patterns) {
    const verb = last.includes(segment.at(-1) ?? ' ') ? pattern.exec(segment) : null;
    if (verb === null || verb[0] === '') continue;
    const own = listOf(segment.slice(0, verb.index), pending);
    if (own === '') return null;
    // 统筹推进 ends a sentence as easily as 各地推进 a list.
    if (role === 'responsible' && !assigning.test(verb[0]) && !isListOfUnits(own)) return null;
    // 等 belongs to the list: it leaves the set open.
    const isOpen = verb[0].startsWith('等');
    return [{ role, list: isOpen ? `${own}等` : own, verb: isOpen ? verb[0].slice(1) : verb[0] }];
  }
  return null;
}

/** `区纪委监委，区委组织部、区委宣传部配合`: nobody cooperates with nobody, so the names before the first comma do the work. */
function withDoers(
  groups: readonly Group[] | null,
  segment: string,
  { groups: before, pending }: State,
): readonly Group[] | null {
  const [doers, ...others] = pending;
  const helps = groups?.[0]?.role === 'cooperators' && before.length === 0;
  if (!helps || doers === undefined || !isListOfUnits(doers)) return groups;
  return [{ role: 'responsible', list: doers, verb: '' }, ...(groupsOf(segment, others) ?? [])];
}

function isListOfUnits(list: string): boolean {
  const { names } = readUnitList(list);
  return names.length > 0 && names.every(looksLikeUnit);
}

function listOf(own: string, pending: readonly string[]): string {
  return [...pending, own.replace(/^(?:由|请|以(?!上|下|及))/u, '')].filter((part) => part !== '').join('，');
}

/** Every name in a division reads as a unit: asked where no bracket or label vouches for it. */
export function isCertain(division: Division): boolean {
  return (
    division.groups.length > 0 &&
    division.groups.every(({ list }) => {
      const { names, andOthers } = readUnitList(list);
      return (names.length > 0 || andOthers) && names.every(looksLikeUnit);
    })
  );
}

/** No name is a sentence: asked even where brackets stand at the end of a paragraph. */
export function isPlausible(division: Division): boolean {
  if (division.loose.length > 0) return isCertain(division);
  return division.groups.every(({ list }) =>
    readUnitList(list).names.every((name) => name.length <= 40 && !isSentence(name)),
  );
}

/** 市应急管理局 and 市要素交易中心 are names; 应由主管部门 is none although it ends as one. */
function isSentence(name: string): boolean {
  if (/[的了《》]|[0-9一二三四五六七八九十]项|必须|通过|确保|[应要将](?:由|当|该|会|求|按|在|把|与|加|切)/u.test(name))
    return true;
  return /[应要将]/u.test(name) && !looksLikeUnit(name);
}
