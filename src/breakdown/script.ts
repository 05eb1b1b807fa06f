/**
 * Documents in traditional characters are read by the same rules: the characters of the genre's words are read as their simplified ones
 * and given back as they were written. One sign stands for one, so that places stay true.
 */
import type { SourceBlock, SourceText } from './block.ts';

// Traditional and simplified by turns.
const pairs =
  '牽牵頭头單单責责協协時时間间區区縣县鎮镇鄉乡門门關关辦办負负參参與与實实導导領领標标準准務务項项號号編编長长續续進进節节條条' +
  '總总廳厅會会員员團团體体機机構构業业學学醫医檢检財财經经發发稅税統统計计設设農农環环應应運运達达議议調调據据舉举將将確确動动' +
  '開开強强規规劃划綜综黨党紀纪監监組组傳传戰战衛卫視视聯联婦妇銀银場场國国際际電电網网氣气資资產产積积極极擴扩優优為为證证於于' +
  '後后個个兩两數数萬万億亿備备註注說说書书類类別别執执屬属職职權权範范圍围從从並并轉转該该級级處处無无報报圖图選选齊齐觀观慮虑' +
  '見见內内週周營营廣广隊队勞劳險险價价質质量量檔档園园車车鐵铁銷销補补貼贴廠厂蓋盖來来審审評评驗验養养風风險险';
const signs = Array.from(pairs);
const simplified: ReadonlyMap<string, string> = new Map(
  signs.flatMap((each, at) => (at % 2 === 0 ? [[each, signs[at + 1] ?? each] as const] : [])),
);
const sign = new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu');
// Words that only a breakdown in traditional characters has.
const words = /牽頭|單位|負責|責任|協辦|配合單位|完成時限/u;

export type Script = {
  readonly read: (text: string) => string;
  /** As the document writes it. */
  readonly written: (text: string) => string;
};

/** How the characters of a document are to be read; null of most, which are read as they are. */
export function scriptOf(text: string): Script | null {
  if (!words.test(text)) return null;
  const back = new Map<string, string>();
  for (const [found] of text.matchAll(sign)) back.set(simplified.get(found) ?? found, found);
  // Where a document has both, nobody knows which one it was.
  for (const each of back.keys()) if (text.includes(each)) back.delete(each);
  return {
    read: (part) => part.replaceAll(sign, (found) => simplified.get(found) ?? found),
    written: (part) => Array.from(part, (each) => back.get(each) ?? each).join(''),
  };
}

/** The texts of a source, for looking at its characters. */
export function textOfBlocks(blocks: readonly SourceBlock[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'text' ? block.lines.map(({ text }) => text) : block.rows.flatMap(({ cells }) => cells),
    )
    .join('\n');
}

/** Every text of the source in the script that the rules know. */
export function readInScript({ blocks, pageNumbers }: SourceText, { read }: Script): SourceText {
  return {
    pageNumbers,
    blocks: blocks.map((block): SourceBlock =>
      block.kind === 'text'
        ? { kind: 'text', lines: block.lines.map((line) => ({ ...line, text: read(line.text), raw: read(line.raw) })) }
        : { kind: 'table', rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(read) })) },
    ),
  };
}

/** The same value with every text in it as the document writes it; the very same where none of its texts is written otherwise. */
export function inScript<T>(value: T, written: Script['written']): T {
  return restored(value, written) as T;
}

function restored(value: unknown, written: Script['written']): unknown {
  if (typeof value === 'string') return written(value);
  if (typeof value !== 'object' || value === null) return value;
  const before: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  const after = before.map((each, at) => (own.has(keys[at] ?? '') ? each : restored(each, written)));
  if (after.every((each, at) => each === before[at])) return value;
  return Array.isArray(value) ? after : Object.fromEntries(keys.map((key, at) => [key, after[at]]));
}

// Names of files and messages are not the document's.
const own: ReadonlySet<string> = new Set(['file', 'path', 'code']);
