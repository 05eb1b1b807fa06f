/** Lines that close a paper: date, signature, copied-to, printing note. They belong to no task. */
import { commonRulesIn, seemsCommonRule } from './common-rule.ts';
import { isUnitField, labelsIn } from './label.ts';
import { leadRuleIn } from './lead-rule.ts';
import type { Line } from './line.ts';
import { signRulesIn } from './sign-rule.ts';
import { looksLikeUnit } from './unit-name.ts';

const date =
  /^[（(]?(?:[12]\d{3}|[二一][〇○零OoО0一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?(?:印发)?[）)]?$/u;
const note =
  /^(?:抄\s*送\s*[：:]|抄\s*报\s*[：:]|[（(](?:此件|本文|联系人|信息公开|公开方式)|附\s*件\s*[：:\d一二三四五六七八九十]?|主题词|（?此件|责任编辑|编辑[：:]|来源[：:]|信息来源|印发机关|共印)/u;

/** Whether the line closes the paper; a signature is known by the date below it. */
export function isClosingLine(line: Line, next: Line | null): boolean {
  const text = line.text.replaceAll(/[０-９]/gu, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0));
  if (date.test(text.replaceAll(/\s/gu, ''))) return true;
  if (note.test(text) && text.length < 200) return true;
  if (text.endsWith('印发') && text.length < 60 && /\d{4}年/u.test(text)) return true;
  return isSignature(line) && next !== null && date.test(next.text.replaceAll(/\s/gu, ''));
}

/** `注：列第一位的为牵头单位。`, `以上任务，各镇（街道）均为配合单位。` below the last task. */
export function isRemark(line: Line | undefined): boolean {
  return line !== undefined && (/^[（(【]?注\s?】?\s?[：:]/u.test(line.text) || opensWithRule(line.text));
}

const longestRule = 160;

/** The line's first sentence says how all tasks are to be read. */
export function opensWithRule(text: string): boolean {
  const first = /^[^。；;]{6,}/u.exec(text.slice(0, longestRule))?.[0] ?? '';
  if (first === '' || labelsIn(first).some(({ field }) => isUnitField(field))) return false;
  return (
    leadRuleIn(first, false) !== null ||
    commonRulesIn(first).length + signRulesIn(first).length > 0 ||
    seemsCommonRule(first)
  );
}

function isSignature(line: Line): boolean {
  return line.text.length <= 40 && !/[。；：:，]/u.test(line.text) && looksLikeUnit(line.text.replaceAll(/\s/gu, ''));
}
