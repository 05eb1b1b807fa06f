/** Texts that a wrong conversion spoiled before they came here. */

// UTF-8 read as GBK turns ，。“的 into these; GBK read as Latin-1 into accented letters; twice converted text into 锟斤拷.
const utf8AsGbk = /锛|銆|鈥|鐨|绗|浠|璐ｄ|鍗曚/gu;
const latinised = /[\u0080-\u00B6\u00B8-\u00D6\u00D8-\u00FF]/gu;
const lost = /\uFFFD|锟斤拷|烫烫/gu;
// Big5 read as GBK has Japanese signs among the Chinese ones.
const kana = /[\u3041-\u30FA]/gu;
// What a save in a code page without Chinese leaves, and what a web page's source has.
const replaced = /[?？]{4,}|(?:&#x?[0-9a-f]{4,5};){2,}|(?:\\u[0-9a-f]{4}){2,}/giu;

/** Whether a text was converted wrongly on its way: no reader can mend it. */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, 200_000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  if (count(kana) * 20 > han && count(kana) > 3) return true;
  if (count(lost) * 200 > sample.length || count(lost) > 20) return true;
  if (count(utf8AsGbk) * 12 > han && count(utf8AsGbk) > 3) return true;
  if ((sample.match(replaced)?.join('').length ?? 0) > Math.max(han, 8)) return true;
  return count(latinised) * 5 > sample.length && count(latinised) > han;
}
