/** The title, which may stand on several lines, and the years in it. */
import type { Catalogue } from '../../domain/catalogue.ts';
import { info } from '../../message.ts';
import type { Message } from '../../message.ts';
import { flowOf } from './flow.ts';
import type { Item } from './item.ts';

type Title = { readonly text: string; readonly preamble: Catalogue['preamble']; readonly messages: readonly Message[] };

export function readTitle(front: Item | null, file: string): Title {
  if (front?.kind !== 'front') return { text: '', preamble: [], messages: [] };
  const paragraphs = front.paragraphs.map((paragraph) => {
    const flow = flowOf(paragraph.lines);
    return { text: flow.text, place: { line: paragraph.lines[0]?.line ?? 0, endLine: flow.endLine } };
  });
  const [first, ...rest] = paragraphs;
  if (first === undefined) return { text: '', preamble: [], messages: [] };
  const isWrapped = first.place.endLine > first.place.line;
  const place = { file, row: first.place.line, column: null, endRow: first.place.endLine };
  return {
    text: first.text,
    preamble: rest,
    messages: isWrapped ? [info(place, 'wrapped-title', { title: first.text })] : [],
  };
}

const years = /(\d{4})\s*年?\s*[—–－\-~～至到]{1,2}\s*(\d{4})\s*年/u;
const year = /(\d{4})\s*年/u;

/** `2020—2024年` and `2024年`; null where the title names no year. */
export function periodOf(title: string): Catalogue['period'] {
  const span = years.exec(title);
  if (span !== null) return { from: Number(span[1]), to: Number(span[2]) };
  const single = year.exec(title);
  return single === null ? null : { from: Number(single[1]), to: Number(single[1]) };
}
