/** Rare brackets as usual ones of the same length, so that every pass knows them and places stay true. */
import type { Line } from './line.ts';

const usual: Readonly<Record<string, string>> = { '﹝': '〔', '﹞': '〕', '﹙': '（', '﹚': '）' };
const rare = /[﹝﹞﹙﹚]/gu;
// `<区商务局牵头>`, `｛责任单位：区商务局｝`; elsewhere these are signs of the text.
const pointed = /[<＜{｛]([^<＜{｛>＞}｝]{0,200}(?:牵头|负责|责任|配合)[^<＜{｛>＞}｝]{0,200})[>＞}｝]/gu;

export function withUsualBrackets(line: Line): Line {
  const text = line.text.replaceAll(rare, (bracket) => usual[bracket] ?? bracket).replaceAll(pointed, '（$1）');
  return text === line.text ? line : { ...line, text };
}
