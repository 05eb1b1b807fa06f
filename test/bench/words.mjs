/** A paper as other libraries get it: its lines and its tables, every row of eight cells, so that one template serves all. */
import { blockText, inlineText } from '../../src/document/text.ts';

export function partsOf(blocks) {
  const found = { paragraphs: [], tables: [] };
  for (const block of blocks) {
    if (block.type === 'table') found.tables.push([...block.header, ...block.rows].map(cellsOf));
    else if (block.type === 'annex') {
      const inside = partsOf(block.children);
      found.paragraphs.push(block.title, ...inside.paragraphs);
      found.tables.push(...inside.tables);
    } else found.paragraphs.push(...blockText(block));
  }
  return found;
}

function cellsOf({ cells }) {
  const texts = cells.map(({ lines }) => lines.map(inlineText).join(' '));
  return Array.from({ length: 8 }, (_, at) => texts[at] ?? '');
}
