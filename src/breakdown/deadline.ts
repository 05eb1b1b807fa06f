/** Deadlines as documents word them: `2024年6月底前`, `年内持续推进`, `12 月`. Kept as written. */
import { halfWidthDigits } from '../trade/numerals.ts';

// A moment: `2024年6月底`, `2024.6`, `12 月`, `三季度末`, `年底`. Up to four blanks: V8 counts those; up to three it writes out one by one, which took
// as long to compile as all the rest.
const year = '(?:\\d{4}\\s{0,4}年|今年|明年|本年|当年|每年)';
const month = '\\d{1,2}\\s{0,4}月(?:份|\\s{0,4}\\d{1,2}\\s{0,4}日)?';
const quarter = '(?:第?[一二三四1-4]季度|上半年|下半年|[一二三四]季度)';
const edge = '(?:底|末|初|中旬|上旬|下旬)?';
const before = '(?:之前|以前|前)';
// `2024.6`, `2024-06-30`
const dotted = '\\d{4}[.．/-]\\d{1,2}(?:[.．/-]\\d{1,2})?(?!\\d)';
const moment = `(?:${dotted}|${year}\\s{0,4}(?:${month}|${quarter})${edge}|${month}${edge}|${quarter}${edge}|${year}\\s{0,4}${edge}|年[底末])`;
const doing = '(?:完成|建成|开工|启动|出台|投用|竣工|交付|实现|取得|报送|印发)';

// In a sentence only what is before a moment, or a month with what is done in it: `6月底前`, `12月底完成`.
const inText = new RegExp(`${moment}${before}|${year}?\\s{0,4}${month}${edge}(?=${doing})`, 'gu');
// No moment at all: 持续推进, 长期坚持, 全年不断落实.
const standing =
  '(?:年内|全年|长期|常年|每年|每月|每季度)?(?:持续|长期|常态化|全年|不断|滚动|压茬)(?:推进|坚持|实施|开展|落实|抓好|用力)(?:工作)?';
// `2024年9月—12月`
const until = '\\s{0,4}(?:[至到~～]|[—–－-]{1,2})\\s{0,4}';
// `2024年6—8月`
const months = `(?:${year}\\s{0,4})?\\d{1,2}${until}${month}(?:${before})?`;
// A label's value or a segment of a clause: `2023年6月底前完成`, `年内持续推进`, `立行立改`.
const whole = new RegExp(
  `^(?:于|在|至|到)?(?:${months}|${moment}(?:${before}|内)?(?:${until}${moment}(?:${before})?)?|${standing}|年内|全年|长期|当年|常态化|立行立改|立即|即时|即知即改)(?:(?:基本|全面|全部)?${doing}.{0,20}|${standing})?$`,
  'u',
);

const lasting = new RegExp(`^(?:${standing}|立行立改|即知即改)$`, 'u');
const dated = new RegExp(`^(?:于|在)?(?:${moment}${before}|年内).{1,24}$`, 'u');

/** `2019年底前取消一批`: a segment of a clause that says until when and what; asked where no verb gives it units. */
export function isDatedSegment(segment: string): boolean {
  return dated.test(halfWidthDigits(segment.trim()));
}

/** Deadlines that a sentence names in passing, each once; else the last words where they are a standing one: `……，持续推进。` */
export function deadlinesIn(text: string): readonly string[] {
  // Half-width figures have the places of the full-width ones, so the words can be taken as they are written.
  const found = [...halfWidthDigits(text).matchAll(inText)];
  const last = /(?<=[，,；;。])[^，,；;。]+(?=[。；;]?$)/u.exec(text)?.[0] ?? '';
  if (found.length === 0 && lasting.test(last)) return [last];
  return [...new Set(found.map((each) => text.slice(each.index, each.index + each[0].length).trim()))];
}

// What every deadline begins with. Names of units are asked a thousand times, and few of them do.
const firstOfWhole = new Set('于在至到0123456789今明本当每第一二三四上下年长期常持续全不断滚压立即');

/** Whether a segment of a clause is a deadline and nothing else: `6月底前完成`, `年内持续推进`. */
export function isDeadline(segment: string): boolean {
  const text = halfWidthDigits(segment.trim());
  return firstOfWhole.has(text.charAt(0)) && whole.test(text);
}
