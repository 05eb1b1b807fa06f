/** The text of a document part in reading order, one piece a paragraph: what a writer's paper is compared with (document/text.ts). */
import { scanXml } from './xml-events.ts';

/** `xml`: the document part; text of the body, its tables and text boxes, without headers and footers. */
export function documentXmlText(xml: string): readonly string[] {
  const pieces: string[] = [];
  // A text box stands inside a paragraph and holds paragraphs: they are told apart by a stack.
  const open: string[] = [];
  let isText = false;
  let fallbacks = 0;
  const add = (text: string): void => {
    if (fallbacks === 0) open.push((open.pop() ?? '') + text);
  };
  scanXml(xml, (event) => {
    if (event.type === 'text') {
      if (isText) add(event.value);
      return;
    }
    const isOpening = event.type === 'open' && !event.isEmpty;
    if (event.name === 'w:t') isText = isOpening;
    else if (event.name === 'mc:Fallback' && !event.isEmpty) fallbacks += isOpening ? 1 : -1;
    else if (event.name === 'w:p' && isOpening) open.push('');
    else if (event.name === 'w:p' && event.type === 'close') pieces.push(open.pop() ?? '');
    else if (event.name === 'w:br' || event.name === 'w:cr') add('\n');
  });
  return pieces.filter((piece) => piece !== '');
}
