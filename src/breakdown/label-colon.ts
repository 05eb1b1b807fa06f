/** Labels that do without their colon: `（责任单位区交通局）`, `牵头单位　区工信局`, `配合单位为区财政局`. Only where a unit follows at once. */
import type { Line } from './line.ts';
import { looksLikeUnit } from './unit-name.ts';
import { isSetOfUnits } from './unit-set.ts';

const word =
  '((?:牵头|责任|配合|协办|主办|承办|协同|参与|落实|实施)(?:单位|部门))(为|是|[\\s\\u3000]{1,8})?(?![：:﹕∶︰为是\\s\\u3000])';
const firstName = '([^、，,；;。：:\\s（）()〔〕【】]{2,40}(?:[（(〔][^（）()〔〕]{1,12}[）)〕])?)';
const label = new RegExp(`(?<=^|[（(〔【［[。；;，,、\\s])${word}(?=${firstName})`, 'gu');

// A level or 各 begins the names of a breakdown; words of a sentence (`牵头单位和配合单位要…`) are none.
const isName = /^(?:[国省市区县州盟旗镇乡团]|各|有关|相关)[^的为即要应将带]*$/u;

export function withLabelColons(line: Line): Line {
  const text = line.text.replaceAll(label, (found: string, ...parts: readonly string[]) => {
    const [called = '', between = '', name = ''] = parts;
    if (!isName.test(name) || (!looksLikeUnit(name) && !isSetOfUnits(name))) return found;
    return `${called}：${between.slice(1)}`;
  });
  return text === line.text ? line : { ...line, text };
}
