/** Rules by which a document itself says who leads where no lead is named. Without one no lead is made up. */

/** `first`: 列第一位的为牵头单位 · `each`: 无牵头单位的，责任单位即为牵头单位. */
export type LeadRule = 'first' | 'each';

// 第一位, 首位, 第1个, 排序第一, 居首, 排在最前面的 …
const place =
  '第[一1１](?:位|个|家)|首位|首个|首家|居首|最前面?|(?:排名|排序|排列|名列|位列|序列|列|排)第[一1１]|第一(?:责任)?(?:单位|部门)';

export const firstLeadsRule = new RegExp(
  [
    `(?:${place})[^。；;]{0,14}(?:为|是|系)[^。；;，,]{0,6}(?:牵头|主办)`,
    '牵头(?:单位|部门)(?:为|列在?|排在?)[^。；;]{0,8}(?:第[一1１](?:位|个|家)|首位|首个|第一$)',
    `(?:${place})的?(?:责任)?(?:单位|部门)(?:均|都)?(?:牵头|负总责|总负责)`,
  ].join('|'),
  'u',
);

const eachLeadsRule =
  /(?:无|没有|未明确|未注明|未列出?|未标注)牵头(?:单位|部门)的?[，,、]?[^。；;，,）)]{0,4}责任(?:单位|部门)(?:即|均|就)?[为是]牵头/u;

export type StatedRule = {
  readonly rule: LeadRule;
  /** `here` holds for the task that states it, `everywhere` from there on. */
  readonly scope: 'here' | 'everywhere';
  /** The sentence that states it. */
  readonly words: string;
  /** Offset in the text. */
  readonly at: number;
};

/** The rule that a text states. In a clause of one task it holds for that task, unless it says 下同; in running text from there on. */
export function leadRuleIn(text: string, isInClause: boolean): StatedRule | null {
  const each = text.search(eachLeadsRule);
  if (each >= 0) return { rule: 'each', scope: 'everywhere', words: sentenceAt(text, each), at: each };
  const first = text.search(firstLeadsRule);
  if (first < 0 && !isInClause) return null;
  const scope = text.includes('下同') || !isInClause ? 'everywhere' : 'here';
  const at = Math.max(0, first);
  return { rule: 'first', scope, words: sentenceAt(text, at), at };
}

const stop = /[。；;（()）〔〕【】]/u;
const longestSentence = 100;

function sentenceAt(text: string, at: number): string {
  const before = Array.from(text.slice(Math.max(0, at - longestSentence), at))
    .reverse()
    .join('');
  const after = text.slice(at, at + longestSentence);
  return (
    Array.from(before.split(stop)[0] ?? '')
      .reverse()
      .join('') + (after.split(stop)[0] ?? '')
  );
}
