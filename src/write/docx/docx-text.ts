/** The text of a .docx in reading order, one piece a paragraph: what a writer's paper is compared with (document/text.ts). */
import { readZip } from '../../zip.ts';
import { xmlEvents } from './xml-events.ts';

/** Text of the body, its tables and text boxes; headers and footers are not text. Empty when there is no readable document. */
export function docxText(bytes: Uint8Array): readonly string[] {
  const part = readZip(bytes).value.get('word/document.xml');
  return part === undefined ? [] : documentXmlText(new TextDecoder().decode(part));
}

export function documentXmlText(xml: string): readonly string[] {
  const pieces: string[] = [];
  // A text box stands inside a paragraph and holds paragraphs: they are told apart by a stack.
  const open: string[] = [];
  let isText = false;
  let fallbacks = 0;
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') {
      if (isText && fallbacks === 0) open.push((open.pop() ?? '') + event.value);
    } else if (event.name === 'mc:Fallback') {
      if (event.type === 'close') fallbacks -= 1;
      else if (!event.isEmpty) fallbacks += 1;
    } else if (event.name === 'w:t') {
      isText = event.type === 'open' && !event.isEmpty;
    } else if (event.name === 'w:p') {
      if (event.type === 'open' && !event.isEmpty) open.push('');
      else if (event.type === 'close') pieces.push(open.pop() ?? '');
    } else if (event.type === 'open' && spaces.has(event.name)) {
      open.push((open.pop() ?? '') + (spaces.get(event.name) ?? ''));
    }
  }
  return pieces.filter((piece) => piece !== '');
}

const spaces: ReadonlyMap<string, string> = new Map([
  ['w:br', '\n'],
  ['w:cr', '\n'],
]);
