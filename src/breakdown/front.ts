/** Front matter: lines before the first number, where titles break over lines and paragraphs need not end in blank ones. */
import { endsSentence } from './ending.ts';
import type { Line } from './line.ts';

/** A title ends in what kind of paper it is. */
export const kindOfPaper =
  /(?:分解|分工|方案|意见|通知|任务|计划|措施|要点|规划|清单|台账|办法|分解表|分工表|任务表|责任表|一览表|表|安排|事项|目标|决定|实施细则|条|责任书|部署)(?:[（(].{1,12}[）)])?$/u;

const longestTitle = 90;

export function isTitleText(text: string): boolean {
  return text.length <= longestTitle && !/[。；]/u.test(text) && !endsSentence(text);
}

const introduction = /^(?:为|根据|按照|现将|各|依据|经|现就|遵照|结合|在)/u;

/** Whether a line goes on with the paragraph before it, in the front matter where nothing is numbered. */
export function joinsFront(lines: readonly Line[], line: Line): boolean {
  const last = lines.at(-1);
  if (last === undefined || line.isAfterBlank || line.isIndented || endsSentence(last.text)) return false;
  const before = lines
    .slice(0, longestTitle + 1)
    .map((each) => each.text)
    .join('')
    .slice(0, longestTitle + 1);
  if (!isTitleText(before) || /，/u.test(before)) return true;
  if (line.text.length <= 8 && kindOfPaper.test(line.text)) return true;
  if (kindOfPaper.test(before) || introduction.test(line.text)) return false;
  return isTitleText(line.text) && line.text.length <= 50;
}
