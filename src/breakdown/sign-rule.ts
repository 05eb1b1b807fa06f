/**
 * Signs and looks by which a document itself says who leads: `标★的为牵头单位`, `牵头单位加粗`. A sign in a list of units without such a
 * sentence makes nobody a lead.
 */
import { looksLikeUnit } from './unit-name.ts';

export type SignRule = {
  /** The sign that stands at a name; for a look the sign that the reader put there in its place. */
  readonly sign: string;
  /** As the document calls it: `★`, `加粗`. */
  readonly called: string;
  /** The sentence that states it. */
  readonly words: string;
  /** Offset in the text. */
  readonly at: number;
};

const unitSigns = '★☆※▲△▼▽●○◎◉◆◇■□✱✳*＊#＃√\uE011\uE012\uE013\uE014';

/** How a name is set off by its look. */
export type Look = 'bold' | 'underline' | 'red' | 'italic';

const looks: Readonly<Record<Look, { readonly words: string; readonly sign: string }>> = {
  bold: { words: '加粗|粗体|黑体|加黑|粗黑', sign: '\uE011' },
  underline: { words: '下划线|下横线|划线', sign: '\uE012' },
  red: { words: '标红|红色|红字', sign: '\uE013' },
  italic: { words: '斜体|倾斜', sign: '\uE014' },
};
const lookSigns = /[\uE011-\uE016]/gu;

const shown = `([★☆※▲△▼▽●○◎◉◆◇■□✱✳*＊#＃√]|${Object.values(looks)
  .map(({ words }) => words)
  .join('|')})`;
const lead = '(?:总?牵头|主办|主责|第一责任)(?:责任)?(?:单位|部门|机构)?';
const noun = '(?:号|记号|标记|标识|标志|标注|标示|标出|注明|符号|字体|字样|字|显示|突出|表示|部分)';
const pattern = new RegExp(
  [
    // 标★的为牵头单位, 带“*”号者为牵头单位, ★为牵头单位, 字体加粗的单位为牵头单位
    `${shown}[”"’'）)】]?${noun}{0,3}(?:的|者)?(?:责任)?(?:单位|部门|名称|均|都){0,3}(?:为|是|系|即|表示|代表|指|作为|[：:]|——)?(?:该项?工作的?|该项?任务的?)?${lead}(?=$|[。；;，,、）)】〕”])`,
    // 牵头单位以★标注, 牵头单位加粗, 牵头单位前加“*”
    `${lead}(?:名称)?(?:均|都|已|统一|的|用|以|为|是|加|标|带|打|有|注|采用|使用|前面?|后面?|[（(“"‘']){1,6}${shown}`,
    `${lead}(?:名称)?(${looks.bold.words})`,
  ].join('|'),
  'u',
);
const anyShown = new RegExp(shown, 'u');
const longestSentence = 160;

const [atStart, atEnd] = [
  new RegExp(`^[（(]?([${unitSigns}])[）)]?(?![${unitSigns}])`, 'u'),
  new RegExp(`(?<![${unitSigns}])[（(]?([${unitSigns}])[）)]?$`, 'u'),
];

/** The rules of this kind that a text states. */
export function signRulesIn(text: string): readonly SignRule[] {
  return [...text.matchAll(/[^。；;！]+/gu)].flatMap(({ 0: sentence, index }) => {
    const isRule = sentence.length <= longestSentence && anyShown.test(sentence);
    const match = isRule ? pattern.exec(sentence) : null;
    const called = match === null ? '' : (match[1] ?? match[2] ?? match[3] ?? '');
    if (called === '') return [];
    return [{ sign: signOf(called), called, words: sentence.trim(), at: index }];
  });
}

function signOf(called: string): string {
  const look = Object.values(looks).find(({ words }) => new RegExp(`^(?:${words})$`, 'u').test(called));
  return look?.sign ?? wide(called);
}

function wide(sign: string): string {
  return sign === '＊' ? '*' : sign === '＃' ? '#' : sign;
}

/** A name without the sign at its start or end, bare or in brackets; the sign is empty where it has none. */
export function withoutSign(item: string): { readonly name: string; readonly sign: string } {
  const trimmed = item.trim();
  const [, before = ''] = atStart.exec(trimmed) ?? [];
  if (before !== '') return { name: trimmed.replace(atStart, ''), sign: wide(before) };
  const [, after = ''] = atEnd.exec(trimmed) ?? [];
  return after === '' ? { name: item, sign: '' } : { name: trimmed.replace(atEnd, ''), sign: wide(after) };
}

/** `A、B（★为牵头单位）` and `A、B，标★的为牵头单位`: the list alone. */
export function withoutSignRules(list: string): string {
  const rules = signRulesIn(list);
  if (rules.length === 0) return list;
  return list
    .replaceAll(/[（(]([^（()）]{2,60})[）)]/gu, (bracket, inner: string) =>
      signRulesIn(inner).length > 0 ? '' : bracket,
    )
    .split(/(?<=[，,；;。])/u)
    .filter((part) => signRulesIn(part).length === 0)
    .join('')
    .replace(/[，,；;]$/u, '');
}

/** The look by which a document says who leads, if it does; a reader that sees looks then asks `withLookSigns`. */
export function lookStatedIn(text: string): Look | null {
  const signs = new Set(signRulesIn(text).map(({ sign }) => sign));
  return (Object.keys(looks) as Look[]).find((look) => signs.has(looks[look].sign)) ?? null;
}

// What a reader puts around a stretch that has the look.
const [opens, closes] = ['\uE015', '\uE016'];
const stretches = new RegExp(`${opens}([^${opens}${closes}]*)${closes}`, 'gu');

export function lookStretch(text: string): string {
  return text === '' ? '' : opens + text + closes;
}

/** A paragraph with its stretches: before every name in one of them the sign of the look. */
export function withLookSigns(paragraph: string, look: Look): string {
  return paragraph.replaceAll(closes + opens, '').replaceAll(stretches, (_, stretch: string) =>
    stretch
      .split(/(?<=[、，,；;：:（(〔【])/u)
      .map((part) => (isName(part) ? looks[look].sign + part : part))
      .join(''),
  );
}

function isName(part: string): boolean {
  return looksLikeUnit(part.replaceAll(/[、，,；;：:）)〕】。\s]/gu, ''));
}

export function isLookSign(sign: string): boolean {
  return Object.values(looks).some((look) => look.sign === sign);
}

/** Signs that stand for a look are no text of the document. */
export function withoutLookSigns(text: string): string {
  return text.replaceAll(lookSigns, '');
}
